package org.dateline.server.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertyType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Writes the tables of OGC GeoPackage 1.3 with one layer and its spatial index. */
final class GeoPackage {

  private static final int WGS_84 = 4326;

  /** "GPKG" and version 1.3.1, where SQLite keeps whose file it is. */
  private static final String[] HEADER = {
    "PRAGMA application_id = 1196444487", "PRAGMA user_version = 10301"
  };

  private static final String[] TABLES = {
    """
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
      organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
      definition TEXT NOT NULL, description TEXT)\
    """,
    "INSERT INTO gpkg_spatial_ref_sys VALUES"
        + " ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),"
        + " ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),"
        + " ('WGS 84 geodetic', 4326, 'EPSG', 4326, '"
        + "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
        + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],"
        + "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
        + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
        + "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]', NULL)",
    """
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
      identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL
      DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,
      max_y DOUBLE, srs_id INTEGER,
      FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))\
    """,
    """
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
      m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name), UNIQUE (table_name),
      FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))\
    """,
    """
    CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
      definition TEXT NOT NULL, scope TEXT NOT NULL,
      UNIQUE (table_name, column_name, extension_name))\
    """
  };

  /**
   * What keeps the index true when someone edits the file; {t}, {g}, {k} are table, geometry, key.
   */
  private static final String[] TRIGGERS = {
    "insert\" AFTER INSERT ON {t} WHEN (NEW.{g} NOTNULL AND NOT ST_IsEmpty(NEW.{g})) BEGIN {put}",
    "update1\" AFTER UPDATE OF {g} ON {t} WHEN OLD.{k} = NEW.{k} AND (NEW.{g} NOTNULL AND NOT"
        + " ST_IsEmpty(NEW.{g})) BEGIN {put}",
    "update2\" AFTER UPDATE OF {g} ON {t} WHEN OLD.{k} = NEW.{k} AND (NEW.{g} ISNULL OR"
        + " ST_IsEmpty(NEW.{g})) BEGIN DELETE FROM {r} WHERE id = OLD.{k}",
    "update3\" AFTER UPDATE ON {t} WHEN OLD.{k} != NEW.{k} AND (NEW.{g} NOTNULL AND NOT"
        + " ST_IsEmpty(NEW.{g})) BEGIN DELETE FROM {r} WHERE id = OLD.{k}; {put}",
    "update4\" AFTER UPDATE ON {t} WHEN OLD.{k} != NEW.{k} AND (NEW.{g} ISNULL OR"
        + " ST_IsEmpty(NEW.{g})) BEGIN DELETE FROM {r} WHERE id IN (OLD.{k}, NEW.{k})",
    "delete\" AFTER DELETE ON {t} WHEN OLD.{g} NOT NULL BEGIN DELETE FROM {r} WHERE id = OLD.{k}"
  };

  private static final String PUT =
      "INSERT OR REPLACE INTO {r} VALUES (NEW.{k}, ST_MinX(NEW.{g}), ST_MaxX(NEW.{g}),"
          + " ST_MinY(NEW.{g}), ST_MaxY(NEW.{g}))";

  /** SQLite times have milliseconds. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Connection database;
  private final Features features;
  private final Columns columns;
  private final String key;
  private final String geometry;
  private final Envelope extent = new Envelope();

  private GeoPackage(Connection database, Features features) {
    this.database = database;
    this.features = features;
    this.columns = new Columns(features.schema());
    this.key = columns.free("fid");
    this.geometry = columns.free("geom");
  }

  /** Writes features to a file, which is empty before. */
  static void write(Path file, Features features) throws SQLException {
    Properties settings = new Properties();
    // The file is new and thrown away if anything fails.
    settings.setProperty("journal_mode", "OFF");
    settings.setProperty("synchronous", "OFF");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file, settings)) {
      GeoPackage writer = new GeoPackage(database, features);
      writer.run(HEADER);
      database.setAutoCommit(false);
      writer.run(TABLES);
      writer.table();
      writer.rows();
      writer.contents();
      writer.triggers();
      database.commit();
    }
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void table() throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(quoted(features.name()));
    sql.append(" (").append(quoted(key)).append(" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ");
    sql.append(quoted(geometry)).append(' ').append(type(features.schema().geometry()));
    sql.append(", ").append(quoted(columns.id())).append(" TEXT NOT NULL UNIQUE");
    for (Columns.Column column : columns.properties()) {
      sql.append(", ").append(quoted(column.name())).append(' ');
      sql.append(type(column.property().type()));
    }
    run(
        sql.append(')').toString(),
        "CREATE VIRTUAL TABLE " + quoted(index()) + " USING rtree(id, minx, maxx, miny, maxy)");
  }

  private void rows() throws SQLException {
    int count = 3 + columns.properties().size();
    try (PreparedStatement row =
            database.prepareStatement(
                "INSERT INTO "
                    + quoted(features.name())
                    + " VALUES (?"
                    + ", ?".repeat(count - 1)
                    + ")");
        PreparedStatement box =
            database.prepareStatement(
                "INSERT INTO " + quoted(index()) + " VALUES (?, ?, ?, ?, ?)")) {
      long fid = 0;
      for (CollectionFeature feature : features.all()) {
        fid++;
        row(row, fid, feature);
        Geometry shape = feature.geometry();
        if (shape != null && !shape.isEmpty()) {
          box(box, fid, shape.getEnvelopeInternal());
        }
      }
    }
  }

  private void row(PreparedStatement row, long fid, CollectionFeature feature) throws SQLException {
    Geometry shape = feature.geometry();
    row.setLong(1, fid);
    row.setBytes(2, shape == null ? null : blob(shape));
    row.setString(3, feature.id());
    int i = 4;
    for (Columns.Column column : columns.properties()) {
      row.setObject(i, value(column.of(feature)));
      i++;
    }
    row.executeUpdate();
  }

  private void box(PreparedStatement statement, long fid, Envelope box) throws SQLException {
    extent.expandToInclude(box);
    statement.setLong(1, fid);
    statement.setDouble(2, box.getMinX());
    statement.setDouble(3, box.getMaxX());
    statement.setDouble(4, box.getMinY());
    statement.setDouble(5, box.getMaxY());
    statement.executeUpdate();
  }

  private void contents() throws SQLException {
    insert(
        "gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y,"
            + " srs_id)",
        features.name(),
        "features",
        features.title(),
        "",
        extent.isNull() ? null : extent.getMinX(),
        extent.isNull() ? null : extent.getMinY(),
        extent.isNull() ? null : extent.getMaxX(),
        extent.isNull() ? null : extent.getMaxY(),
        WGS_84);
    insert(
        "gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)",
        features.name(),
        geometry,
        type(features.schema().geometry()),
        WGS_84,
        features.haveHeights() ? 2 : 0,
        0);
    insert(
        "gpkg_extensions (table_name, column_name, extension_name, definition, scope)",
        features.name(),
        geometry,
        "gpkg_rtree_index",
        "http://www.geopackage.org/spec131/#extension_rtree",
        "write-only");
  }

  private void insert(String into, @Nullable Object... values) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            "INSERT INTO " + into + " VALUES (?" + ", ?".repeat(values.length - 1) + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private void triggers() throws SQLException {
    for (String trigger : TRIGGERS) {
      String sql =
          ("CREATE TRIGGER \"" + index().replace("\"", "\"\"") + "_" + trigger + "; END")
              .replace("{put}", PUT)
              .replace("{r}", quoted(index()))
              .replace("{t}", quoted(features.name()))
              .replace("{g}", quoted(geometry))
              .replace("{k}", quoted(key));
      run(sql);
    }
  }

  private String index() {
    return "rtree_" + features.name() + "_" + geometry;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String type(PropertyType type) {
    return switch (type) {
      case INTEGER -> "INTEGER";
      case NUMBER -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case DATE_TIME -> "DATETIME";
      case STRING, ARRAY, OBJECT, ANY -> "TEXT";
    };
  }

  private static String type(GeometryType type) {
    return switch (type) {
      case POINT -> "POINT";
      case MULTI_POINT -> "MULTIPOINT";
      case LINE_STRING -> "LINESTRING";
      case MULTI_LINE_STRING -> "MULTILINESTRING";
      case POLYGON -> "POLYGON";
      case MULTI_POLYGON -> "MULTIPOLYGON";
      default -> "GEOMETRY";
    };
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Instant moment) {
      return MOMENT.format(moment);
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return value == null || value instanceof Number ? value : Values.text(value);
  }

  /** The header of a geometry: "GP", version, flags, reference system, box; then its bytes. */
  private static byte[] blob(Geometry geometry) {
    byte[] wkb = IsoWkb.of(geometry);
    boolean empty = geometry.isEmpty();
    Envelope box = geometry.getEnvelopeInternal();
    ByteBuffer blob =
        ByteBuffer.allocate(8 + (empty ? 0 : 32) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
    blob.put((byte) (empty ? 0b010001 : 0b000011)).putInt(WGS_84);
    if (!empty) {
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
      blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }
}
