package org.dateline.geodata.tier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.NamedPlace;
import org.jspecify.annotations.Nullable;

/**
 * Reads GeoNames' {@code alternateNamesV2.txt}: further names of places that the gazetteer has, one
 * a line, parted by tabs: number of the name, of the place, language, name, and whether it is
 * preferred, short, colloquial and historic.
 */
final class AlternateNames {

  private static final String MALFORMED = "not a line of alternateNamesV2";

  /** Codes, links and readings are no names that news writes. */
  private static final Set<String> NO_LANGUAGES =
      Set.of(
          "link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny", "abbr");

  /**
   * Languages whose texts are read. A country's name in any other is a word of some other one:
   * "Malis".
   */
  private static final Set<String> LANGUAGES_READ =
      Set.of("en", "fr", "nl", "es", "de", "pt", "ar");

  private AlternateNames() {}

  /** Returns whether a line may be one of the file. */
  static boolean looksLike(String line) {
    String[] cells = line.split("\t", -1);
    return cells.length >= 8
        && cells.length <= 10
        && cells[0].matches("\\d+")
        && cells[1].matches("\\d+")
        && cells[4].matches("1?")
        && cells[5].matches("1?");
  }

  static void read(BoundedLines lines, Gazetteer known, ImportOptions options, Gathering gathering)
      throws IOException, ImportException {
    Map<String, NamedPlace> places = new LinkedHashMap<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      String[] cells = line.split("\t", -1);
      if (cells.length < 8 || cells.length > 10) {
        gathering.reject(lines.number(), MALFORMED);
        continue;
      }
      String reason = reasonToDrop(cells);
      if (reason != null) {
        gathering.drop(reason);
        continue;
      }
      NamedPlace place = places.get(cells[1]);
      if (place == null) {
        Optional<Place> found = known.byId(cells[1]);
        if (found.isEmpty() || !options.wants(found.get().country())) {
          gathering.drop(
              found.isEmpty()
                  ? "a place that the gazetteer does not have"
                  : "a country that was not asked for");
          continue;
        }
        place = new NamedPlace(imported(found.get()), new ArrayList<>());
        places.put(cells[1], place);
      }
      if (place.place().isCountry() && !LANGUAGES_READ.contains(cells[2])) {
        gathering.drop("a country's name in a language that is not read");
        continue;
      }
      place.names().add(new NamedPlace.Name(kind(cells), cells[3].strip()));
      gathering.countName();
      if (gathering.isFull()) {
        handOver(places, gathering);
      }
    }
    if (gathering.dropped(MALFORMED) > 0 && !lines.ended()) {
      throw new ImportException("The last line ends in its middle: the file is cut off.");
    }
    handOver(places, gathering);
  }

  /** A preferred name of a language that is not read is one name among others. */
  private static NameKind kind(String[] cells) {
    if (cells[7].equals("1")) {
      return NameKind.HISTORIC;
    }
    boolean first = cells[4].equals("1") || cells[5].equals("1");
    return first && LANGUAGES_READ.contains(cells[2]) ? NameKind.PREFERRED : NameKind.ALTERNATE;
  }

  private static void handOver(Map<String, NamedPlace> places, Gathering gathering)
      throws IOException {
    for (NamedPlace place : places.values()) {
      if (!place.names().isEmpty()) {
        List<NamedPlace.Name> names = new ArrayList<>();
        names.add(new NamedPlace.Name(NameKind.NAME, place.place().name()));
        names.addAll(place.names());
        gathering.keepCounted(new NamedPlace(place.place(), names));
      }
    }
    places.clear();
    gathering.flush();
  }

  private static @Nullable String reasonToDrop(String[] cells) {
    if (NO_LANGUAGES.contains(cells[2])) {
      return "a code or a link, not a name";
    }
    if (cells[6].equals("1")) {
      return "a colloquial name";
    }
    return GeoNamesDump.isUseful(cells[3].strip()) ? null : "a name that news does not write so";
  }

  /** The same place as a row of this import: the gazetteer's own row goes on telling it. */
  private static Place imported(Place place) {
    return new Place(
        place.id(),
        place.name(),
        place.featureClass(),
        place.featureCode(),
        place.country(),
        place.admin1(),
        place.admin2(),
        place.lon(),
        place.lat(),
        place.population(),
        place.uncertaintyMetres(),
        Tier.IMPORT);
  }
}
