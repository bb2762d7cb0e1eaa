package org.dateline.server.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dateline.server.intake.Positions.Position;
import org.dateline.server.notation.Decimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** KML: each placemark with its name, description, time, extended data and geometry. */
final class KmlFile {

  private final XMLStreamReader xml;
  private final int maxRows;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();

  private KmlFile(XMLStreamReader xml, int maxRows) {
    this.xml = xml;
    this.maxRows = maxRows;
  }

  static ReadFile read(byte[] file, String format, int maxRows) {
    try {
      KmlFile kml = new KmlFile(Xml.open(file), maxRows);
      kml.document();
      return new ReadFile(format, List.of(), List.copyOf(kml.columns), kml.rows);
    } catch (XMLStreamException e) {
      throw Xml.broken(e);
    }
  }

  private void document() throws XMLStreamException {
    xml.nextTag();
    if (!xml.getLocalName().equals("kml")) {
      throw Formats.unusable(
          "The XML is <" + xml.getLocalName() + ">, which is not read here.",
          "line " + xml.getLocation().getLineNumber(),
          "There are KML and GPX.");
    }
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Placemark")) {
        if (rows.size() == maxRows) {
          throw Formats.tooManyRows(maxRows);
        }
        rows.add(placemark());
      }
    }
  }

  private Row placemark() throws XMLStreamException {
    long line = xml.getLocation().getLineNumber();
    Map<String, JsonNode> values = new LinkedHashMap<>();
    List<ObjectNode> geometries = new ArrayList<>();
    while (within("Placemark")) {
      switch (xml.getLocalName()) {
        case "name", "description", "address" -> put(values, xml.getLocalName(), text());
        case "when", "begin" -> put(values, "date", day(text()));
        case "end" -> put(values, "end", day(text()));
        case "Data" -> {
          String name = xml.getAttributeValue(null, "name");
          while (within("Data")) {
            if (xml.getLocalName().equals("value")) {
              put(values, name, text());
            }
          }
        }
        case "SimpleData" -> put(values, xml.getAttributeValue(null, "name"), text());
        case "Point" -> {
          List<Position> positions = coordinates("Point");
          if (positions.size() == 1) {
            geometries.add(Positions.point(positions.get(0)));
          }
        }
        case "LineString" -> geometries.add(Positions.line(coordinates("LineString")));
        case "Polygon" -> geometries.add(polygon());
        default -> {
          // Styles, regions and the like say nothing of the place.
        }
      }
    }
    columns.addAll(values.keySet());
    return row(line, geometries, values);
  }

  private static Row row(long line, List<ObjectNode> geometries, Map<String, JsonNode> values) {
    if (geometries.isEmpty()) {
      return new Row(line, null, "The placemark has no point, line or polygon.", values);
    }
    boolean alike =
        geometries.stream().map(one -> one.path("type").asString()).distinct().count() == 1;
    if (!alike) {
      return new Row(
          line, null, "The placemark mixes points, lines and polygons: split it.", values);
    }
    return new Row(
        line,
        geometries.size() == 1 ? geometries.get(0) : Positions.multi(geometries),
        null,
        values);
  }

  private ObjectNode polygon() throws XMLStreamException {
    List<List<Position>> rings = new ArrayList<>();
    while (within("Polygon")) {
      if (xml.getLocalName().equals("LinearRing")) {
        rings.add(coordinates("LinearRing"));
      }
    }
    return Positions.polygon(rings);
  }

  private List<Position> coordinates(String element) throws XMLStreamException {
    List<Position> positions = new ArrayList<>();
    while (within(element)) {
      if (xml.getLocalName().equals("coordinates")) {
        long line = xml.getLocation().getLineNumber();
        for (String tuple : text().strip().split("\\s+")) {
          String[] numbers = tuple.split(",");
          BigDecimal lon = Decimal.parse(numbers.length < 2 ? "" : numbers[0]);
          BigDecimal lat = Decimal.parse(numbers.length < 2 ? "" : numbers[1]);
          if (lon == null || lat == null) {
            throw Formats.unusable(
                "\""
                    + (tuple.length() < 60 ? tuple : tuple.substring(0, 60))
                    + "\" is not a position.",
                "line " + line,
                "KML writes longitude,latitude without spaces.");
          }
          positions.add(new Position(lon.doubleValue(), lat.doubleValue()));
        }
      }
    }
    return positions;
  }

  /** Goes to the next element inside another; false at the other's end. */
  private boolean within(String element) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
        return false;
      }
    }
    return false;
  }

  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {
          // Comments are no text.
        }
      }
    }
    return text.toString();
  }

  /** A day of a time; years and months stay as they are. */
  private static String day(String time) {
    String stripped = time.strip();
    return stripped.length() > 10 && stripped.charAt(10) == 'T'
        ? stripped.substring(0, 10)
        : stripped;
  }

  private static void put(Map<String, JsonNode> values, @Nullable String name, String value) {
    if (name != null && !value.isBlank()) {
      values.put(name, StringNode.valueOf(value.strip()));
    }
  }
}
