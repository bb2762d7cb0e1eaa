package org.dateline.geodata.tier;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.NamedPlace;

/**
 * Reads a newsroom's own places: CSV with a header, cells parted by commas, semicolons or tabs,
 * numbers with a decimal point or, where cells are not parted by commas, a decimal comma. Columns
 * {@code name}, {@code lat} and {@code lon} must be there; {@code id}, {@code aliases} (parted by
 * bars), {@code country} (ISO 3166-1 alpha-2), {@code admin1}, {@code feature_code} (GeoNames;
 * PPL), {@code population} and {@code uncertainty_m} may.
 */
final class OwnPlaces {

  private OwnPlaces() {}

  /** Returns whether a line may be the header of such a file. */
  static boolean looksLike(String line) {
    List<String> columns =
        List.of(
            line.toLowerCase(Locale.ROOT)
                .replace("\"", "")
                .split("\\s*" + separator(line) + "\\s*"));
    return columns.contains("name") && columns.contains("lat") && columns.contains("lon");
  }

  private static char separator(String header) {
    return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
  }

  static void read(Reader csv, String header, ImportOptions options, Gathering gathering)
      throws IOException, ImportException {
    char separator = separator(header);
    Set<String> ids = new HashSet<>();
    CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper().readerForMapOf(String.class).with(schema).readValues(csv)) {
      while (rows.hasNextValue()) {
        long line = rows.getCurrentLocation().getLineNr();
        Map<String, String> row =
            rows.nextValue().entrySet().stream()
                .filter(cell -> cell.getKey() != null && cell.getValue() != null)
                .collect(
                    Collectors.toMap(
                        cell -> cell.getKey().strip().toLowerCase(Locale.ROOT),
                        cell -> cell.getValue().strip(),
                        (first, second) -> first));
        add(row, separator, line, options, ids, gathering);
      }
    }
  }

  private static void add(
      Map<String, String> row,
      char separator,
      long line,
      ImportOptions options,
      Set<String> ids,
      Gathering gathering)
      throws IOException {
    String name = row.getOrDefault("name", "");
    if (name.isEmpty()) {
      gathering.reject(line, "no name");
      return;
    }
    if (!options.wants(row.getOrDefault("country", "").toUpperCase(Locale.ROOT))) {
      gathering.drop("a country that was not asked for");
      return;
    }
    double lat;
    double lon;
    long population;
    int uncertainty;
    try {
      lat = degrees(row.getOrDefault("lat", ""), separator);
      lon = degrees(row.getOrDefault("lon", ""), separator);
      population = whole(row, "population");
      uncertainty = (int) Math.min(whole(row, "uncertainty_m"), 5_000_000);
    } catch (NumberFormatException e) {
      gathering.reject(line, "a number that is none");
      return;
    }
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      gathering.reject(line, "outside the world");
      return;
    }
    String code = row.getOrDefault("feature_code", "").toUpperCase(Locale.ROOT);
    String id = "own:" + row.getOrDefault("id", "");
    if (id.equals("own:")) {
      // The same after rows were added, and in whichever file the place is.
      id += UUID.nameUUIDFromBytes((name + '|' + lat + '|' + lon).getBytes(StandardCharsets.UTF_8));
    }
    if (!ids.add(id)) {
      gathering.reject(line, "a place or an id that an earlier row has");
      return;
    }
    Place place =
        new Place(
            id,
            name,
            code.isEmpty() || code.startsWith("PPL") ? 'P' : code.startsWith("ADM") ? 'A' : 'S',
            code.isEmpty() ? "PPL" : code,
            row.getOrDefault("country", "").toUpperCase(Locale.ROOT),
            row.getOrDefault("admin1", ""),
            "",
            lon,
            lat,
            Math.min(population, Integer.MAX_VALUE),
            uncertainty,
            Tier.OWN);
    List<NamedPlace.Name> names = new ArrayList<>();
    names.add(new NamedPlace.Name(NameKind.NAME, name));
    for (String alias : row.getOrDefault("aliases", "").split("\\|")) {
      if (!alias.isBlank()) {
        names.add(new NamedPlace.Name(NameKind.ALTERNATE, alias.strip()));
      }
    }
    gathering.keep(new NamedPlace(place, names));
  }

  private static double degrees(String cell, char separator) {
    return Double.parseDouble(separator == ',' ? cell : cell.replace(',', '.'));
  }

  private static long whole(Map<String, String> row, String column) {
    String cell = row.getOrDefault(column, "");
    return cell.isEmpty() ? 0 : Math.max(0, Long.parseLong(cell));
  }
}
