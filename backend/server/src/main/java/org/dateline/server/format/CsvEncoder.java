package org.dateline.server.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.GeometryType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * CSV (RFC 4180), UTF-8, a header first. Points are columns {@code lon} and {@code lat} (and {@code
 * elevation} where there are heights), other geometries are well-known text in {@code WKT}. An
 * empty cell is null, {@code ""} an empty text.
 */
final class CsvEncoder implements Encoder {

  private static final CSVFormat RFC_4180 = CSVFormat.RFC4180;

  /** HXL hashtags by column; {@code #meta} and its attributes are ours. */
  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("id", "#event+id"),
          Map.entry("location", "#loc+name"),
          Map.entry("lat", "#geo+lat"),
          Map.entry("lon", "#geo+lon"),
          Map.entry("elevation", "#geo+elevation"),
          Map.entry("WKT", "#geo+wkt"),
          Map.entry("iso3", "#country+code"),
          Map.entry("country", "#country+name"),
          Map.entry("admin1", "#adm1+name"),
          Map.entry("adm1_pcode", "#adm1+code"),
          Map.entry("adm2_pcode", "#adm2+code"),
          Map.entry("event_type", "#event+type"),
          Map.entry("event_date", "#date+occurred"),
          Map.entry("geo_precision", "#meta+geo_precision"),
          Map.entry("time_precision", "#meta+time_precision"),
          Map.entry("fatalities", "#affected+killed"),
          Map.entry("source", "#meta+source"),
          Map.entry("source_url", "#meta+url"),
          Map.entry("description", "#description"),
          Map.entry("status", "#meta+status"));

  private final boolean tagged;

  /**
   * Makes an encoder.
   *
   * @param tagged whether the second row has HXL hashtags
   */
  CsvEncoder(boolean tagged) {
    this.tagged = tagged;
  }

  @Override
  public Stream<byte[]> encode(Features features) {
    Table table = new Table(features);
    List<List<@Nullable Object>> head = new ArrayList<>();
    head.add(table.header());
    if (tagged) {
      head.add(table.header().stream().<@Nullable Object>map(TAGS::get).toList());
    }
    return Stream.concat(
        head.stream().map(CsvEncoder::row),
        features.all().stream().map(feature -> row(table.cells(feature))));
  }

  private static byte[] row(List<@Nullable Object> cells) {
    StringBuilder row = new StringBuilder();
    try {
      for (int i = 0; i < cells.size(); i++) {
        Object cell = cells.get(i);
        if ("".equals(cell)) {
          row.append(i == 0 ? "\"\"" : ",\"\"");
        } else {
          RFC_4180.print(cell, row, i == 0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return row.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Columns and cells. */
  private static final class Table {

    private final boolean points;
    private final boolean heights;
    private final List<String> position;
    private final Columns columns;
    private final WKTWriter wkt = new WKTWriter(3);

    Table(Features features) {
      points = features.schema().geometry() == GeometryType.POINT;
      heights = points && features.haveHeights();
      position =
          !points
              ? List.of("WKT")
              : heights ? List.of("lon", "lat", "elevation") : List.of("lon", "lat");
      columns = new Columns(features.schema(), position.toArray(String[]::new));
    }

    List<@Nullable Object> header() {
      List<@Nullable Object> header = new ArrayList<>();
      header.add(columns.id());
      header.addAll(position);
      columns.properties().forEach(column -> header.add(column.name()));
      return header;
    }

    List<@Nullable Object> cells(CollectionFeature feature) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(guarded(feature.id()));
      position(cells, feature.geometry());
      for (Columns.Column column : columns.properties()) {
        Object value = column.of(feature);
        cells.add(value instanceof String text ? guarded(text) : plain(value));
      }
      return cells;
    }

    private void position(List<@Nullable Object> cells, @Nullable Geometry geometry) {
      if (!points) {
        cells.add(geometry == null ? null : wkt.write(geometry));
        return;
      }
      Coordinate point = geometry == null ? null : geometry.getCoordinate();
      cells.add(point == null ? null : plain(point.x));
      cells.add(point == null ? null : plain(point.y));
      if (heights) {
        cells.add(point == null || Double.isNaN(point.getZ()) ? null : plain(point.getZ()));
      }
    }

    private static @Nullable Object plain(@Nullable Object value) {
      return value == null ? null : Values.text(value);
    }
  }

  /**
   * A spreadsheet runs a cell that starts like a formula, so such a text starts with an apostrophe.
   * One that starts with apostrophes before that gets one more: taking one away from each gives the
   * text as it was.
   */
  static String guarded(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\'') {
      start++;
    }
    return start < text.length() && "=+-@\t\r\n".indexOf(text.charAt(start)) >= 0
        ? '\'' + text
        : text;
  }
}
