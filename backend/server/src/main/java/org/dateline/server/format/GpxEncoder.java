package org.dateline.server.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dateline.server.collection.CollectionFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * GPX 1.1: points are waypoints, lines and the rings of areas are tracks. Properties are extensions
 * in the namespace that GDAL and QGIS read them from. GPX has nothing without a position: a feature
 * without a geometry is left out.
 */
final class GpxEncoder implements Encoder {

  private static final String OGR = "http://osgeo.org/gdal";

  /** What a waypoint or a track has itself; readers take a property of that name for it. */
  static final String[] OWN = {
    "ele",
    "time",
    "magvar",
    "geoidheight",
    "name",
    "cmt",
    "desc",
    "src",
    "sym",
    "type",
    "fix",
    "sat",
    "hdop",
    "vdop",
    "pdop",
    "ageofdgpsdata",
    "dgpsid",
    "number"
  };

  @Override
  public Stream<byte[]> encode(Features features) {
    Parts parts = new Parts(features, new Columns(features.schema(), OWN));
    byte[] tail = "</gpx>\n".getBytes(StandardCharsets.US_ASCII);
    // The schema wants all waypoints before the first track.
    return Stream.of(
            Stream.of(head(features.title())),
            features.all().stream().map(parts::waypoints),
            features.all().stream().map(parts::tracks),
            Stream.of(tail))
        .flatMap(pieces -> pieces);
  }

  private static byte[] head(String title) {
    return Xml.bytes(
        xml -> {
          xml.writeStartDocument("UTF-8", "1.0");
          xml.writeCharacters("\n");
          xml.writeStartElement("gpx");
          xml.writeAttribute("version", "1.1");
          xml.writeAttribute("creator", "Dateline");
          xml.writeDefaultNamespace("http://www.topografix.com/GPX/1/1");
          xml.writeNamespace("ogr", OGR);
          xml.writeStartElement("metadata");
          Xml.element(xml, "name", title);
          xml.writeEndElement();
          xml.writeCharacters("\n");
        });
  }

  private record Parts(Features features, Columns columns) {

    byte[] waypoints(CollectionFeature feature) {
      return Xml.bytes(
          xml -> {
            for (Geometry part : parts(feature.geometry())) {
              if (part instanceof Point) {
                position(xml, "wpt", part.getCoordinate(), () -> about(xml, feature));
              }
            }
          });
    }

    byte[] tracks(CollectionFeature feature) {
      List<LineString> lines = new ArrayList<>();
      for (Geometry part : parts(feature.geometry())) {
        if (part instanceof LineString line) {
          lines.add(line);
        } else if (part instanceof Polygon area) {
          lines.add(area.getExteriorRing());
          for (int i = 0; i < area.getNumInteriorRing(); i++) {
            lines.add(area.getInteriorRingN(i));
          }
        }
      }
      return Xml.bytes(
          xml -> {
            if (!lines.isEmpty()) {
              xml.writeStartElement("trk");
              about(xml, feature);
              for (LineString line : lines) {
                xml.writeStartElement("trkseg");
                for (Coordinate position : line.getCoordinates()) {
                  position(xml, "trkpt", position, () -> {});
                }
                xml.writeEndElement();
              }
              xml.writeEndElement();
              xml.writeCharacters("\n");
            }
          });
    }

    private void about(XMLStreamWriter xml, CollectionFeature feature) throws XMLStreamException {
      Xml.element(xml, "name", Naming.of(features.schema(), feature));
      xml.writeStartElement("extensions");
      property(xml, columns.id(), feature.id());
      for (Columns.Column column : columns.properties()) {
        Object value = column.of(feature);
        if (value != null) {
          property(xml, column.name(), Values.text(value));
        }
      }
      xml.writeEndElement();
    }
  }

  private static List<Geometry> parts(@Nullable Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    if (geometry instanceof GeometryCollection) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        parts.addAll(parts(geometry.getGeometryN(i)));
      }
    } else if (geometry != null && !geometry.isEmpty()) {
      parts.add(geometry);
    }
    return parts;
  }

  /** What stands in an element beside its position. */
  @FunctionalInterface
  private interface Content {
    void write() throws XMLStreamException;
  }

  private static void position(
      XMLStreamWriter xml, String name, Coordinate position, Content content)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute("lat", Double.toString(position.y));
    xml.writeAttribute("lon", Double.toString(position.x));
    if (!Double.isNaN(position.getZ())) {
      Xml.element(xml, "ele", Double.toString(position.getZ()));
    }
    content.write();
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement("ogr", Xml.name(name), OGR);
    Xml.characters(xml, value);
    xml.writeEndElement();
  }
}
