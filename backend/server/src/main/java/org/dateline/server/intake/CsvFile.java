package org.dateline.server.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dateline.server.feature.Json;
import org.dateline.server.intake.Positions.Position;
import org.dateline.server.notation.Decimal;
import org.dateline.server.notation.WellKnownText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * CSV as spreadsheets write it: in UTF-8, UTF-16 or Windows-1252 (which holds Latin-1), with
 * commas, semicolons, tabs or bars, with decimal points or commas.
 */
final class CsvFile {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern PAIR =
      Pattern.compile("\\s*(-?\\d+(?:[.,]\\d+)?)\\s*[,; ]\\s*(-?\\d+(?:[.,]\\d+)?)\\s*");

  private CsvFile() {}

  static ReadFile read(byte[] file, Columns columns, int maxRows) {
    Charset charset = charsetOf(file);
    String text = new String(file, charset);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.indexOf('\0') >= 0) {
      throw Formats.unusable(
          "The file is of a kind that is not read here.",
          null,
          "There are CSV, GeoJSON, KML, KMZ and GPX.");
    }
    char delimiter = delimiterOf(text);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      return rows(
          parser, columns, maxRows, List.of(charset.name(), "delimiter " + named(delimiter)));
    } catch (IOException | UncheckedIOException e) {
      throw Formats.unusable(
          "The file cannot be read as CSV: " + e.getMessage() + ".",
          null,
          "A quotation mark may be missing. Nothing was changed.");
    }
  }

  private static Charset charsetOf(byte[] file) {
    if (file.length > 1 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (file.length > 1 && (file[0] & 0xff) == 0xfe && (file[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return Charset.forName("windows-1252");
    }
  }

  /** The candidate that the header has most of. */
  private static char delimiterOf(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long count = header.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static String named(char delimiter) {
    return switch (delimiter) {
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "bar";
      default -> "comma";
    };
  }

  private static ReadFile rows(
      CSVParser parser, Columns columns, int maxRows, List<String> details) {
    List<String> header = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    long line = 1;
    for (CSVRecord record : parser) {
      if (header.isEmpty()) {
        record.forEach(name -> header.add(name == null ? "" : name));
        if (header.stream().noneMatch(name -> isPlace(columns.propertyOf(name)))) {
          throw Formats.unusable(
              "No column of the file has coordinates: " + String.join(", ", header) + ".",
              "line 1",
              "Name them lon and lat, or say which they are: columns=Rechts:lon,Hoch:lat.");
        }
      } else if (!isTags(record)) {
        if (rows.size() == maxRows) {
          throw Formats.tooManyRows(maxRows);
        }
        rows.add(row(line, header, record, columns));
      }
      line = parser.getCurrentLineNumber() + 1;
    }
    return new ReadFile("CSV", details, header, rows);
  }

  private static boolean isPlace(@Nullable String property) {
    return Columns.LON.equals(property)
        || Columns.LAT.equals(property)
        || Columns.GEOMETRY.equals(property);
  }

  /** A row of HXL tags below the header. */
  private static boolean isTags(CSVRecord record) {
    return record.stream().anyMatch(value -> value.startsWith("#"))
        && record.stream().allMatch(value -> value.isEmpty() || value.startsWith("#"));
  }

  private static Row row(long line, List<String> header, CSVRecord record, Columns columns) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    String lon = "";
    String lat = "";
    String geometry = "";
    for (int i = 0; i < header.size() && i < record.size(); i++) {
      String value = record.get(i);
      String property = columns.propertyOf(header.get(i));
      if (Columns.LON.equals(property)) {
        lon = value;
      } else if (Columns.LAT.equals(property)) {
        lat = value;
      } else if (Columns.GEOMETRY.equals(property)) {
        geometry = value;
      } else if (!value.isEmpty()) {
        values.put(header.get(i), StringNode.valueOf(value));
      }
    }
    if (record.size() > header.size()) {
      return new Row(
          line,
          null,
          "The row has "
              + record.size()
              + " fields, the header "
              + header.size()
              + ": a delimiter may stand inside a value without quotation marks.",
          values);
    }
    if (!lon.isEmpty() || !lat.isEmpty()) {
      return ofDegrees(line, lon, lat, values);
    }
    return geometry.isEmpty()
        ? new Row(line, null, "The row has no coordinates.", values)
        : ofText(line, geometry, values);
  }

  private static Row ofDegrees(long line, String lon, String lat, Map<String, JsonNode> values) {
    Double x = number(lon);
    Double y = number(lat);
    return x == null || y == null
        ? new Row(
            line, null, "\"" + (x == null ? lon : lat) + "\" is not a number of degrees.", values)
        : new Row(line, Positions.point(new Position(x, y)), null, values);
  }

  /** Well-known text, or latitude and longitude as people write them. */
  private static Row ofText(long line, String text, Map<String, JsonNode> values) {
    Matcher pair = PAIR.matcher(text);
    if (pair.matches()) {
      return ofDegrees(line, pair.group(2), pair.group(1), values);
    }
    try {
      Geometry geometry = WellKnownText.read(text);
      byte[] json =
          Json.document(
              "",
              out -> {
                out.writeStartObject();
                Json.geometry(out, geometry, 7);
                out.writeEndObject();
              });
      return new Row(line, JSON.readTree(json).path("geometry"), null, values);
    } catch (IllegalArgumentException e) {
      return new Row(line, null, "The coordinates cannot be understood.", values);
    }
  }

  private static @Nullable Double number(String text) {
    String plain = text.strip().replace('\u2212', '-').replace("\u00b0", "");
    if (plain.indexOf('.') < 0) {
      plain = plain.replace(',', '.');
    }
    BigDecimal number = Decimal.parse(plain);
    return number == null ? null : (Double) number.doubleValue();
  }
}
