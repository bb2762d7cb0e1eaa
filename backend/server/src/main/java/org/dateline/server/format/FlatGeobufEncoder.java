package org.dateline.server.format;

import static org.wololo.flatgeobuf.generated.Geometry.createGeometry;
import static org.wololo.flatgeobuf.generated.Geometry.createPartsVector;
import static org.wololo.flatgeobuf.generated.GeometryType.GeometryCollection;
import static org.wololo.flatgeobuf.generated.GeometryType.LineString;
import static org.wololo.flatgeobuf.generated.GeometryType.MultiLineString;
import static org.wololo.flatgeobuf.generated.GeometryType.MultiPoint;
import static org.wololo.flatgeobuf.generated.GeometryType.MultiPolygon;
import static org.wololo.flatgeobuf.generated.GeometryType.Point;
import static org.wololo.flatgeobuf.generated.GeometryType.Polygon;
import static org.wololo.flatgeobuf.generated.GeometryType.Unknown;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertyType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;

/**
 * FlatGeobuf 3 with its spatial index where every feature has a geometry (the index has no place
 * for others). The index comes first and says how long each feature is, so each is encoded twice
 * rather than kept.
 */
final class FlatGeobufEncoder implements Encoder {

  private static final short INDEX_NODE_SIZE = 16;
  private static final int WGS_84 = 4326;

  @Override
  public Stream<byte[]> encode(Features features) {
    Writer writer = new Writer(features);
    List<CollectionFeature> all = features.all();
    boolean indexed = !all.isEmpty() && features.geometries().count() == all.size();
    if (!indexed) {
      return Stream.concat(Stream.of(writer.head(0)), all.stream().map(writer::feature));
    }
    List<Item> items = new ArrayList<>(all.size());
    for (CollectionFeature feature : all) {
      Geometry geometry = feature.geometry();
      if (geometry != null) {
        items.add(new Item(feature, geometry));
      }
    }
    NodeItem extent = PackedRTree.calcExtent(items);
    PackedRTree.hilbertSort(items, extent);
    long offset = 0;
    for (Item item : items) {
      item.nodeItem.offset = offset;
      offset += writer.feature(item.feature).length;
    }
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    new PackedRTree(items, INDEX_NODE_SIZE).write(index);
    return Stream.concat(
        Stream.of(writer.head(INDEX_NODE_SIZE), index.toByteArray()),
        items.stream().map(item -> writer.feature(item.feature)));
  }

  /** A feature in the index. */
  private static final class Item extends PackedRTree.Item {

    private final CollectionFeature feature;

    Item(CollectionFeature feature, Geometry geometry) {
      Envelope box = geometry.getEnvelopeInternal();
      this.feature = feature;
      this.nodeItem = new NodeItem(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
  }

  /** Writes the header and each feature. */
  private static final class Writer {

    private final Features features;
    private final Columns columns;
    private final byte geometryType;

    Writer(Features features) {
      this.features = features;
      this.columns = new Columns(features.schema());
      this.geometryType = type(features.schema().geometry());
    }

    byte[] head(int indexNodeSize) {
      HeaderMeta header = new HeaderMeta();
      header.name = features.name();
      header.geometryType = geometryType;
      header.srid = WGS_84;
      header.featuresCount = features.all().size();
      header.hasZ = features.haveHeights();
      header.indexNodeSize = indexNodeSize;
      Envelope extent = new Envelope();
      features.geometries().forEach(g -> extent.expandToInclude(g.getEnvelopeInternal()));
      if (!extent.isNull()) {
        header.envelope = extent;
      }
      header.columns = new ArrayList<>();
      header.columns.add(column(columns.id(), ColumnType.String));
      for (Columns.Column column : columns.properties()) {
        header.columns.add(column(column.name(), type(column.property().type())));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(Constants.MAGIC_BYTES);
      try {
        HeaderMeta.write(header, out, new FlatBufferBuilder());
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail", e);
      }
      return out.toByteArray();
    }

    private static ColumnMeta column(String name, int type) {
      ColumnMeta column = new ColumnMeta();
      column.name = name;
      column.type = (byte) type;
      column.nullable = true;
      return column;
    }

    byte[] feature(CollectionFeature feature) {
      FlatBufferBuilder builder = new FlatBufferBuilder();
      Geometry geometry = feature.geometry();
      int geometryOffset = geometry == null || geometry.isEmpty() ? 0 : geometry(builder, geometry);
      int propertiesOffset = builder.createByteVector(properties(feature));
      int root = Feature.createFeature(builder, geometryOffset, propertiesOffset, 0);
      Feature.finishSizePrefixedFeatureBuffer(builder, root);
      return builder.sizedByteArray();
    }

    private int geometry(FlatBufferBuilder builder, Geometry geometry) {
      try {
        return geometry.getClass() == GeometryCollection.class
            ? collection(builder, geometry)
            : GeometryConversions.serialize(builder, geometry, geometryType);
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail", e);
      }
    }

    /** The library writes no collections of mixed geometries. */
    private int collection(FlatBufferBuilder builder, Geometry geometry) {
      int[] parts = new int[geometry.getNumGeometries()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = geometry(builder, geometry.getGeometryN(i));
      }
      int offset = createPartsVector(builder, parts);
      return createGeometry(builder, 0, 0, 0, 0, 0, 0, GeometryCollection, offset);
    }

    private byte[] properties(CollectionFeature feature) {
      Row row = new Row();
      row.text(0, feature.id());
      int index = 1;
      for (Columns.Column column : columns.properties()) {
        Object value = column.of(feature);
        if (value != null) {
          row.value(index, value);
        }
        index++;
      }
      return row.bytes();
    }

    private static int type(PropertyType type) {
      return switch (type) {
        case INTEGER -> ColumnType.Long;
        case NUMBER -> ColumnType.Double;
        case BOOLEAN -> ColumnType.Bool;
        case DATE_TIME -> ColumnType.DateTime;
        case ARRAY, OBJECT -> ColumnType.Json;
        case STRING, DATE, ANY -> ColumnType.String;
      };
    }

    private static byte type(GeometryType type) {
      return (byte)
          switch (type) {
            case POINT -> Point;
            case MULTI_POINT -> MultiPoint;
            case LINE_STRING -> LineString;
            case MULTI_LINE_STRING -> MultiLineString;
            case POLYGON -> Polygon;
            case MULTI_POLYGON -> MultiPolygon;
            default -> Unknown;
          };
    }
  }

  /** The values of a feature: the number of the column and the value, little-endian. */
  private static final class Row {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void value(int column, Object value) {
      if (value instanceof Long number) {
        put(column, bytes(8).putLong(number));
      } else if (value instanceof Double number) {
        put(column, bytes(8).putDouble(number));
      } else if (value instanceof Boolean flag) {
        put(column, bytes(1).put((byte) (flag ? 1 : 0)));
      } else {
        text(column, Values.text(value));
      }
    }

    void text(int column, String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      put(column, bytes(4 + utf8.length).putInt(utf8.length).put(utf8));
    }

    private void put(int column, ByteBuffer value) {
      out.writeBytes(bytes(2).putShort((short) column).array());
      out.writeBytes(value.array());
    }

    private static ByteBuffer bytes(int count) {
      return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
