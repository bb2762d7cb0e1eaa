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

/** GPX: waypoints are points, routes and tracks are lines. */
final class GpxFile {

  private final XMLStreamReader xml;
  private final int maxRows;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();

  private GpxFile(XMLStreamReader xml, int maxRows) {
    this.xml = xml;
    this.maxRows = maxRows;
  }

  static ReadFile read(byte[] file, int maxRows) {
    try {
      GpxFile gpx = new GpxFile(Xml.open(file), maxRows);
      gpx.document();
      return new ReadFile("GPX", List.of(), List.copyOf(gpx.columns), gpx.rows);
    } catch (XMLStreamException e) {
      throw Xml.broken(e);
    }
  }

  /** A waypoint, route or track that is being read. */
  private static final class Open {
    private final String element;
    private final long line;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final List<List<Position>> parts = new ArrayList<>();

    Open(String element, long line) {
      this.element = element;
      this.line = line;
    }
  }

  private void document() throws XMLStreamException {
    Open open = null;
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        if (open == null) {
          open = open(element);
          depth = 0;
        } else {
          depth += inside(open, element, depth) ? 0 : 1;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && open != null) {
        if (depth == 0 && xml.getLocalName().equals(open.element)) {
          close(open);
          open = null;
        } else {
          depth--;
        }
      }
    }
  }

  private @Nullable Open open(String element) {
    if (!Set.of("wpt", "rte", "trk").contains(element)) {
      return null;
    }
    if (rows.size() == maxRows) {
      throw Formats.tooManyRows(maxRows);
    }
    Open open = new Open(element, xml.getLocation().getLineNumber());
    if (element.equals("wpt")) {
      open.parts.add(new ArrayList<>(List.of(position())));
    } else if (element.equals("rte")) {
      open.parts.add(new ArrayList<>());
    }
    return open;
  }

  /** Returns whether the element was read to its end. */
  private boolean inside(Open open, String element, int depth) throws XMLStreamException {
    switch (element) {
      case "trkseg" -> open.parts.add(new ArrayList<>());
      case "rtept", "trkpt" -> {
        if (open.parts.isEmpty()) {
          open.parts.add(new ArrayList<>());
        }
        open.parts.get(open.parts.size() - 1).add(position());
      }
      case "name", "desc", "cmt", "src" -> {
        // Those of the points of a track are not those of the track.
        if (depth == 0) {
          String text = xml.getElementText().strip();
          if (!text.isEmpty()) {
            open.values.put(element, StringNode.valueOf(text));
          }
          return true;
        }
      }
      case "time" -> {
        if (depth == 0) {
          String time = xml.getElementText().strip();
          open.values.put(
              "time", StringNode.valueOf(time.length() > 10 ? time.substring(0, 10) : time));
          return true;
        }
      }
      default -> {
        // Extensions say nothing that is kept.
      }
    }
    return false;
  }

  private Position position() {
    String lon = xml.getAttributeValue(null, "lon");
    String lat = xml.getAttributeValue(null, "lat");
    BigDecimal x = lon == null ? null : Decimal.parse(lon.strip());
    BigDecimal y = lat == null ? null : Decimal.parse(lat.strip());
    if (x != null && y != null) {
      return new Position(x.doubleValue(), y.doubleValue());
    }
    throw Formats.unusable(
        "A point has no lon and lat that are numbers.",
        "line " + xml.getLocation().getLineNumber(),
        "It may have been cut off on its way.");
  }

  private void close(Open open) {
    columns.addAll(open.values.keySet());
    List<List<Position>> lines = open.parts.stream().filter(part -> part.size() > 1).toList();
    if (open.element.equals("wpt")) {
      rows.add(new Row(open.line, Positions.point(open.parts.get(0).get(0)), null, open.values));
    } else if (lines.isEmpty()) {
      rows.add(new Row(open.line, null, "The track has no two points.", open.values));
    } else {
      List<ObjectNode> parts = lines.stream().map(Positions::line).toList();
      rows.add(
          new Row(
              open.line,
              parts.size() == 1 ? parts.get(0) : Positions.multi(parts),
              null,
              open.values));
    }
  }
}
