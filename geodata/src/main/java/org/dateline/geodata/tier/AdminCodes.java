package org.dateline.geodata.tier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.NamedPlace;

/**
 * Reads GeoNames' {@code admin1CodesASCII.txt} and {@code admin2Codes.txt}: code, name, name in
 * ASCII and number of a unit, parted by tabs. The units must be in the gazetteer, embedded or from
 * the dump of their country.
 */
final class AdminCodes {

  private static final String MALFORMED = "not a line of codes";

  private static final Pattern CODE = Pattern.compile("([A-Z]{2})\\.([^.]+)(?:\\.(.+))?");

  private AdminCodes() {}

  /** Returns whether a line may be one of the file. */
  static boolean looksLike(String line) {
    String[] cells = line.split("\t", -1);
    return cells.length == 4 && CODE.matcher(cells[0]).matches() && cells[3].matches("\\d+");
  }

  static void read(BoundedLines lines, Gazetteer known, ImportOptions options, Gathering gathering)
      throws IOException, ImportException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      String[] cells = line.split("\t", -1);
      var code = CODE.matcher(cells[0]);
      if (cells.length != 4 || !code.matches()) {
        gathering.reject(lines.number(), MALFORMED);
        continue;
      }
      if (!options.wants(code.group(1))) {
        gathering.drop("a country that was not asked for");
        continue;
      }
      Optional<Place> unit = known.byId(cells[3]).filter(place -> place.featureClass() == 'A');
      if (unit.isEmpty()) {
        gathering.drop("a unit that the gazetteer does not have: import its country's dump first");
        continue;
      }
      Place place = unit.get();
      boolean second = code.group(3) != null;
      gathering.keep(
          new NamedPlace(
              new Place(
                  place.id(),
                  place.name(),
                  'A',
                  second ? "ADM2" : "ADM1",
                  code.group(1),
                  code.group(2),
                  second ? code.group(3) : "",
                  place.lon(),
                  place.lat(),
                  place.population(),
                  place.uncertaintyMetres(),
                  Tier.IMPORT),
              names(place, cells)));
    }
    if (gathering.dropped(MALFORMED) > 0 && !lines.ended()) {
      throw new ImportException("The last line ends in its middle: the file is cut off.");
    }
  }

  private static List<NamedPlace.Name> names(Place place, String[] cells) {
    List<NamedPlace.Name> names = new ArrayList<>();
    names.add(new NamedPlace.Name(NameKind.NAME, place.name()));
    for (String name : List.of(cells[1], cells[2])) {
      if (!name.equals(place.name()) && GeoNamesDump.isUseful(name)) {
        names.add(new NamedPlace.Name(NameKind.ALTERNATE, name));
      }
    }
    return names;
  }
}
