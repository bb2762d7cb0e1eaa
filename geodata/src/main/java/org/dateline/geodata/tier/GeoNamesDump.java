package org.dateline.geodata.tier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.NamedPlace;
import org.jspecify.annotations.Nullable;

/**
 * Reads a GeoNames dump: lines of nineteen columns parted by tabs, as in {@code ML.txt} or {@code
 * cities500.txt}.
 */
final class GeoNamesDump {

  static final int COLUMNS = 19;

  private static final String MALFORMED = "not nineteen columns, or a number that is none";

  /** Spots that news names; hotels, farms, schools and shops are left out. */
  private static final Set<String> SPOTS =
      Set.of(
          "AIRP", "AIRB", "AIRF", "BDG", "CMP", "CMPRF", "DAM", "FT", "GOVL", "HSP", "INSM", "MFG",
          "MN", "MNAU", "OILR", "PRN", "PRT", "PSN", "PSTB", "RSTN", "RUIN", "SQR", "STDM", "WALL",
          "WLL", "OAS", "CSTL", "PAL", "MSQE", "CH");

  private static final Set<String> UNITS_NOT_NAMED = Set.of("ADM5", "ADMD", "LTER", "TERR", "ZNB");

  /** Others are airport codes and syllables of romanisations. */
  private static final Pattern USEFUL =
      Pattern.compile("\\p{Lu}[\\p{IsLatin}\\p{M}'’ʻ‘`.\\- ]{3,49}|[\\p{IsArabic}\\p{M} ]{3,49}");

  private static final Pattern CODE = Pattern.compile("\\p{Lu}{3,5}");

  private GeoNamesDump() {}

  /** Returns whether a line may be one of a dump. */
  static boolean looksLike(String line) {
    String[] cells = line.split("\t", -1);
    return cells.length == COLUMNS && cells[0].matches("\\d+") && cells[6].length() <= 1;
  }

  static void read(BoundedLines lines, ImportOptions options, Gathering gathering)
      throws IOException, ImportException {
    boolean lastMalformed = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        long before = gathering.dropped(MALFORMED);
        add(line.split("\t", -1), lines.number(), options, gathering);
        lastMalformed = gathering.dropped(MALFORMED) > before;
      }
    }
    if (lastMalformed && !lines.ended()) {
      throw new ImportException("The last line ends in its middle: the file is cut off.");
    }
    if (gathering.dropped(MALFORMED) * 10 > gathering.lines()) {
      throw new ImportException(
          "More than a tenth of the lines are malformed ("
              + MALFORMED
              + "). Is it a GeoNames dump, such as ML.txt or ML.zip?");
    }
  }

  private static void add(String[] cells, long line, ImportOptions options, Gathering gathering)
      throws IOException {
    if (cells.length != COLUMNS) {
      gathering.reject(line, MALFORMED);
      return;
    }
    if (!options.wants(cells[8])) {
      gathering.drop("a country that was not asked for");
      return;
    }
    double lat;
    double lon;
    long population;
    try {
      lat = Double.parseDouble(cells[4]);
      lon = Double.parseDouble(cells[5]);
      population = cells[14].isEmpty() ? 0 : Long.parseLong(cells[14]);
    } catch (NumberFormatException e) {
      gathering.reject(line, MALFORMED);
      return;
    }
    String reason = reasonToDrop(cells, lon, lat);
    if (reason != null) {
      gathering.drop(reason);
      return;
    }
    Place place =
        new Place(
            cells[0],
            cells[1],
            cells[6].charAt(0),
            cells[7],
            cells[8],
            cells[10],
            cells[11],
            lon,
            lat,
            Math.max(0, Math.min(population, Integer.MAX_VALUE)),
            0,
            Tier.IMPORT);
    gathering.keep(new NamedPlace(place, names(cells)));
  }

  private static @Nullable String reasonToDrop(String[] cells, double lon, double lat) {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      return "outside the world";
    }
    if (cells[1].isBlank() || !cells[0].matches("\\d{1,10}")) {
      return "no name or no id";
    }
    if (cells[6].isEmpty() || cells[7].isEmpty()) {
      return "no feature code";
    }
    if (cells[7].startsWith("PCL")) {
      return "a country: the embedded gazetteer has its names";
    }
    boolean named =
        switch (cells[6].charAt(0)) {
          case 'A' -> !UNITS_NOT_NAMED.contains(cells[7]);
          case 'P', 'H', 'L', 'T', 'V' -> true;
          case 'S' -> SPOTS.contains(cells[7]);
          default -> false;
        };
    return named ? null : "a kind of feature that news does not name";
  }

  /** Returns whether an alternate name is one that news writes, in Latin or Arabic letters. */
  static boolean isUseful(String name) {
    return USEFUL.matcher(name).matches() && !CODE.matcher(name).matches();
  }

  private static List<NamedPlace.Name> names(String[] cells) {
    Set<String> seen = new HashSet<>();
    List<NamedPlace.Name> names = new ArrayList<>();
    seen.add(cells[1]);
    names.add(new NamedPlace.Name(NameKind.NAME, cells[1]));
    for (String name : (cells[2] + ',' + cells[3]).split(",")) {
      if (isUseful(name) && seen.add(name)) {
        names.add(new NamedPlace.Name(NameKind.ALTERNATE, name));
      }
    }
    return names;
  }
}
