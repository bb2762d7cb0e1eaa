package org.dateline.geodata.index;

import java.nio.ByteBuffer;
import org.dateline.geodata.boundary.Unit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Reads outline records; an outline's shape is decoded when it is asked for. */
final class OutlineTable {

  /**
   * place id, name, country, admin1, source, valid from, valid to (string offsets), level, box (4
   * ints, 1e-3 degrees), shape offset, shape length.
   */
  static final int BYTES = 14 * 4;

  private static final OutlineLevel[] LEVELS = OutlineLevel.values();

  private final IndexFile file;
  private final ByteBuffer records;
  private final ByteBuffer shapes;

  OutlineTable(IndexFile file) {
    this.file = file;
    records = file.section(Section.OUTLINES);
    shapes = file.section(Section.SHAPES);
  }

  int size() {
    return records.capacity() / BYTES;
  }

  String placeId(int index) {
    return text(index, 0);
  }

  String country(int index) {
    return text(index, 2);
  }

  OutlineLevel level(int index) {
    return LEVELS[records.getInt(index * BYTES + 28)];
  }

  boolean isCountry(int index) {
    return level(index) == OutlineLevel.COUNTRY;
  }

  Envelope box(int index) {
    int at = index * BYTES + 32;
    return new Envelope(
        records.getInt(at) / 1000.0,
        records.getInt(at + 8) / 1000.0,
        records.getInt(at + 4) / 1000.0,
        records.getInt(at + 12) / 1000.0);
  }

  Geometry shape(int index) {
    int at = index * BYTES + 48;
    return ShapeCodec.decode(shapes.slice(records.getInt(at), records.getInt(at + 4)));
  }

  Unit unit(int index, Geometry shape) {
    return new Unit(
        placeId(index),
        text(index, 1),
        country(index),
        text(index, 3),
        shape,
        text(index, 4),
        orNull(text(index, 5)),
        orNull(text(index, 6)));
  }

  private String text(int index, int field) {
    return file.string(records.getInt(index * BYTES + field * 4));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
