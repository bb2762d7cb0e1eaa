package org.dateline.server.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.dateline.server.change.Change;
import org.dateline.server.change.Thing;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.TextRights;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.r2dbc.core.DatabaseClient;

/** Values of rows, the same for every database. */
final class Rows {

  private Rows() {}

  static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class), column);
  }

  static int integer(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, Integer.class), column);
  }

  static long sequence(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, Long.class), column);
  }

  static Instant instant(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, OffsetDateTime.class), column).toInstant();
  }

  /** H2's driver knows Geometry only, not its subtypes. */
  static Geometry geometry(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, Geometry.class), column);
  }

  static ReportSource source(Readable row) {
    return new ReportSource(
        text(row, "id"),
        text(row, "text"),
        text(row, "sha256"),
        text(row, "headline"),
        row.get("byline", String.class),
        row.get("outlet", String.class),
        row.get("date_edtf", String.class),
        row.get("language", String.class),
        TextRights.valueOf(text(row, "text_rights")));
  }

  static Change change(Readable row) {
    return new Change(
        sequence(row, "sequence"),
        new Thing(
            Thing.Kind.of(text(row, "kind")), text(row, "thing"), row.get("report", String.class)),
        integer(row, "version"),
        text(row, "who"),
        instant(row, "made_at"),
        text(row, "what"),
        row.get("why", String.class),
        text(row, "previous_hash"),
        text(row, "hash"));
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static DatabaseClient.GenericExecuteSpec bind(
      DatabaseClient.GenericExecuteSpec sql, String name, @Nullable String value) {
    return value == null ? sql.bindNull(name, String.class) : sql.bind(name, value);
  }
}
