package org.dateline.geoparser.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Where an event of UCDP GED took place, as a coder wrote it down.
 *
 * @param precision UCDP's {@code where_prec}: 1 the place itself, 2 near it, 3 its second-level
 *     unit, 4 its first-level unit, 5 a part of the country or a line, 6 the country, 7 at sea
 * @param coordinates the place whose point was taken ("Fouka town")
 * @param description what the source says ("Fouka town (outside)"), may be empty
 * @param admin2 its second-level unit, may be empty
 * @param admin1 its first-level unit, may be empty
 * @param country its country's name
 * @param date its first day, ISO 8601
 * @param lon degrees east
 * @param lat degrees north
 */
record ConflictEvent(
    int precision,
    String coordinates,
    String description,
    String admin2,
    String admin1,
    String country,
    String date,
    double lon,
    double lat) {

  /** Reads events from GeoJSON or CSV with UCDP GED's own names of fields, plain or gzipped. */
  static List<ConflictEvent> read(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    try (InputStream file = Files.newInputStream(path);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
      return name.contains(".csv") ? csv(in) : geoJson(in);
    }
  }

  private static List<ConflictEvent> geoJson(InputStream in) throws IOException {
    List<ConflictEvent> events = new ArrayList<>();
    for (JsonNode feature : new ObjectMapper().readTree(in).path("features")) {
      JsonNode point = feature.path("geometry").path("coordinates");
      events.add(
          of(feature.path("properties"), point.path(0).asDouble(), point.path(1).asDouble()));
    }
    return events;
  }

  private static List<ConflictEvent> csv(InputStream in) throws IOException {
    JsonMapper json = new JsonMapper();
    List<ConflictEvent> events = new ArrayList<>();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(in)) {
      while (rows.hasNextValue()) {
        JsonNode row = json.valueToTree(rows.nextValue());
        events.add(of(row, row.path("longitude").asDouble(), row.path("latitude").asDouble()));
      }
    }
    return events;
  }

  private static ConflictEvent of(JsonNode fields, double lon, double lat) {
    return new ConflictEvent(
        fields.path("where_prec").asInt(),
        fields.path("where_coordinates").asText(""),
        fields.path("where_description").asText(""),
        fields.path("adm_2").asText(""),
        fields.path("adm_1").asText(""),
        fields.path("country").asText(""),
        fields.path("date_start").asText(""),
        lon,
        lat);
  }

  /** Returns the source's words, or the coder's where the source's were not kept. */
  String where() {
    return description.isBlank() ? coordinates : description.strip();
  }
}
