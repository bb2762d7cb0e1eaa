package org.dateline.server.format;

import java.nio.charset.StandardCharsets;
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
 * KML 2.2: a placemark for each feature, with all properties as typed extended data. KML has no
 * empty geometry; a feature with one has none.
 */
final class KmlEncoder implements Encoder {

  /** What a placemark has itself; readers take a property of that name for it. */
  static final String[] OWN = {
    "Name",
    "description",
    "timestamp",
    "begin",
    "end",
    "altitudeMode",
    "tessellate",
    "extrude",
    "visibility",
    "drawOrder",
    "icon",
    "snippet"
  };

  @Override
  public Stream<byte[]> encode(Features features) {
    Document document = new Document(features);
    byte[] tail = "</Document></kml>\n".getBytes(StandardCharsets.US_ASCII);
    return Stream.concat(
        Stream.concat(Stream.of(document.head()), features.all().stream().map(document::placemark)),
        Stream.of(tail));
  }

  /** A column and its type in the schema. */
  private record Field(Columns.Column column, String type) {

    static Field of(Columns.Column column, List<CollectionFeature> features) {
      return new Field(
          column,
          switch (column.property().type()) {
            case INTEGER -> features.stream().allMatch(f -> isInt(column.of(f))) ? "int" : "string";
            case NUMBER -> "double";
            case BOOLEAN -> "bool";
            default -> "string";
          });
    }

    /** KML's whole numbers have 32 bits. */
    private static boolean isInt(@Nullable Object value) {
      return value == null || (value instanceof Long number && number.intValue() == number);
    }
  }

  private static final class Document {

    private final Features features;
    private final Columns columns;
    private final List<Field> fields;

    Document(Features features) {
      this.features = features;
      columns = new Columns(features.schema(), OWN);
      fields = columns.properties().stream().map(c -> Field.of(c, features.all())).toList();
    }

    /** All up to the first placemark; the elements that it leaves open are closed by the tail. */
    byte[] head() {
      return Xml.bytes(
          xml -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
            xml.writeStartElement("Document");
            Xml.element(xml, "name", features.title());
            xml.writeStartElement("Schema");
            xml.writeAttribute("name", "properties");
            xml.writeAttribute("id", "properties");
            field(xml, columns.id(), "string");
            for (Field field : fields) {
              field(xml, field.column().name(), field.type());
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
          });
    }

    private static void field(XMLStreamWriter xml, String name, String type)
        throws XMLStreamException {
      xml.writeEmptyElement("SimpleField");
      xml.writeAttribute("type", type);
      xml.writeAttribute("name", Xml.text(name));
    }

    byte[] placemark(CollectionFeature feature) {
      return Xml.bytes(
          xml -> {
            xml.writeStartElement("Placemark");
            Xml.element(xml, "name", Naming.of(features.schema(), feature));
            xml.writeStartElement("ExtendedData");
            xml.writeStartElement("SchemaData");
            xml.writeAttribute("schemaUrl", "#properties");
            data(xml, columns.id(), feature.id());
            for (Field field : fields) {
              Object value = field.column().of(feature);
              if (value != null) {
                data(xml, field.column().name(), text(value));
              }
            }
            xml.writeEndElement();
            xml.writeEndElement();
            Geometry geometry = feature.geometry();
            if (geometry != null && !geometry.isEmpty()) {
              geometry(xml, geometry);
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
          });
    }

    /** GDAL reads no other booleans. */
    private static String text(Object value) {
      return value instanceof Boolean flag ? (flag ? "1" : "0") : Values.text(value);
    }

    private static void data(XMLStreamWriter xml, String name, String value)
        throws XMLStreamException {
      xml.writeStartElement("SimpleData");
      xml.writeAttribute("name", Xml.text(name));
      Xml.characters(xml, value);
      xml.writeEndElement();
    }
  }

  private static void geometry(XMLStreamWriter xml, Geometry geometry) throws XMLStreamException {
    if (geometry instanceof Point) {
      positions(xml, "Point", geometry);
    } else if (geometry instanceof LineString) {
      positions(xml, "LineString", geometry);
    } else if (geometry instanceof Polygon polygon) {
      xml.writeStartElement("Polygon");
      ring(xml, "outerBoundaryIs", polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(xml, "innerBoundaryIs", polygon.getInteriorRingN(i));
      }
      xml.writeEndElement();
    } else if (geometry instanceof GeometryCollection) {
      xml.writeStartElement("MultiGeometry");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        geometry(xml, geometry.getGeometryN(i));
      }
      xml.writeEndElement();
    }
  }

  private static void ring(XMLStreamWriter xml, String name, LineString ring)
      throws XMLStreamException {
    xml.writeStartElement(name);
    positions(xml, "LinearRing", ring);
    xml.writeEndElement();
  }

  /** KML leaves heights aside unless told that they count from the sea. */
  private static void positions(XMLStreamWriter xml, String name, Geometry geometry)
      throws XMLStreamException {
    StringBuilder positions = new StringBuilder();
    for (Coordinate position : geometry.getCoordinates()) {
      positions.append(positions.isEmpty() ? "" : " ").append(position.x).append(',');
      positions.append(position.y);
      if (!Double.isNaN(position.getZ())) {
        positions.append(',').append(position.getZ());
      }
    }
    xml.writeStartElement(name);
    if (Features.hasHeight(geometry)) {
      Xml.element(xml, "altitudeMode", "absolute");
    }
    Xml.element(xml, "coordinates", positions.toString());
    xml.writeEndElement();
  }
}
