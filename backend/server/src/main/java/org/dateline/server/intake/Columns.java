package org.dateline.server.intake;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dateline.server.location.Entry;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is which property: what the user says, else what the name says in one of
 * the words that people use for it.
 */
final class Columns {

  /** The names of the columns with coordinates, beside those of {@link Entry}. */
  static final String LON = "lon";

  static final String LAT = "lat";
  static final String GEOMETRY = "geometry";
  private static final String NOTHING = "-";

  private static final Map<String, String> USUAL = usual();

  private final Map<String, String> told;

  private Columns(Map<String, String> told) {
    this.told = told;
  }

  private static Map<String, String> usual() {
    Map<String, String> usual = new LinkedHashMap<>();
    Entry.ALL.forEach(entry -> usual.put(plain(entry.name()), entry.name()));
    add(
        usual,
        LON,
        "lon",
        "lng",
        "long",
        "longitude",
        "x",
        "xcoord",
        "longitud",
        "lange",
        "laenge");
    add(usual, LON, "langengrad", "laengengrad", "geolon", "pointx", "decimallongitude");
    add(usual, LAT, "lat", "latitude", "y", "ycoord", "latitud", "breite", "breitengrad", "geolat");
    add(usual, LAT, "pointy", "decimallatitude");
    add(usual, GEOMETRY, "geometry", "geom", "wkt", "coordinates", "coords", "koordinaten");
    add(usual, GEOMETRY, "coordonnees", "coordenadas", "latlon", "latlng");
    add(usual, "location", "name", "title", "place", "placename", "site", "ort", "titel", "nom");
    add(usual, "location", "lieu", "titre", "nombre", "lugar", "locname", "headline", "label");
    add(
        usual,
        "notes",
        "description",
        "desc",
        "note",
        "comment",
        "comments",
        "what",
        "beschreibung");
    add(usual, "notes", "notizen", "remarques", "descripcion", "details");
    add(usual, "source", "quelle", "fuente", "sourcename", "metasource");
    add(usual, "source_url", "url", "link", "href", "website", "metaurl");
    add(usual, "event_date", "date", "datum", "fecha", "day", "tag", "jour", "when", "time");
    add(usual, "event_date", "begin", "datestart", "dateoccurred", "startdate", "timestamp");
    add(usual, "event_date_end", "end", "dateend", "enddate");
    add(usual, "fatalities", "killed", "deaths", "tote", "morts", "best", "affectedkilled");
    add(usual, "fatalities_low", "low");
    add(usual, "fatalities_high", "high");
    add(usual, "location_resolution", "precision", "resolution", "genauigkeit", "howprecise");
    add(usual, "country", "land", "pays", "pais", "countryname");
    add(usual, "admin1", "adm1", "region", "province", "adm1name");
    add(usual, "admin2", "adm2", "district", "adm2name");
    add(usual, "actor1", "sidea");
    add(usual, "actor2", "sideb");
    return Map.copyOf(usual);
  }

  private static void add(Map<String, String> usual, String property, String... words) {
    for (String word : words) {
      usual.putIfAbsent(word, property);
    }
  }

  /** Letters and digits alone, without accents: "Längen-Grad" and "laengengrad" read alike. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]|\\p{M}", "");
  }

  /**
   * Reads what the user says.
   *
   * @param columns "Ort:location,Datum:event_date,Nr:-" where "-" leaves a column out; null for
   *     nothing
   */
  static Columns of(@Nullable String columns) {
    Map<String, String> told = new LinkedHashMap<>();
    if (columns != null && !columns.isBlank()) {
      for (String pair : columns.split(",")) {
        int colon = pair.lastIndexOf(':');
        String property = pair.substring(colon + 1).strip();
        boolean known =
            Entry.BY_NAME.containsKey(property)
                || property.equals(LON)
                || property.equals(LAT)
                || property.equals(GEOMETRY)
                || property.equals(NOTHING);
        if (colon <= 0 || !known) {
          throw ProblemException.parameter(
              "columns",
              "\"" + pair + "\" does not say which column is which property.",
              "For example columns=Ort:location,Datum:event_date,Nr:- where - leaves a column out;"
                  + " coordinates are lon, lat or geometry.");
        }
        told.put(pair.substring(0, colon).strip(), property);
      }
    }
    return new Columns(told);
  }

  /** Returns the property that a column is, null when it is none. */
  @Nullable String propertyOf(String column) {
    String property = told.get(column);
    if (property == null) {
      property = USUAL.get(plain(column));
      // One column for one property: what the user says comes first.
      if (property != null && told.containsValue(property)) {
        return null;
      }
    }
    return NOTHING.equals(property) ? null : property;
  }
}
