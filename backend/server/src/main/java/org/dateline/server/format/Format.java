package org.dateline.server.format;

import java.util.List;
import java.util.Optional;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.GeometryType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The formats of answers, in the order in which they are preferred when all are welcome. */
public enum Format {
  GEO_JSON("geojson", "GeoJSON", null, "application/geo+json", "application/json"),
  JSON("json", "JSON", null, "application/json"),
  HTML("html", "a page to read", null, "text/html;charset=UTF-8"),
  GEO_JSON_SEQ(
      "geojsonseq",
      "GeoJSON text sequence",
      new GeoJsonSeqEncoder(),
      "application/geo+json-seq",
      "application/json-seq"),
  CSV("csv", "CSV", new CsvEncoder(false), "text/csv;charset=UTF-8"),
  HXL("hxl", "CSV with HXL tags", new CsvEncoder(true), "text/csv;charset=UTF-8"),
  GEO_PACKAGE("gpkg", "GeoPackage", new GeoPackageEncoder(), "application/geopackage+sqlite3"),
  FLAT_GEOBUF(
      "fgb",
      "FlatGeobuf",
      new FlatGeobufEncoder(),
      "application/flatgeobuf",
      "application/vnd.flatgeobuf"),
  KML("kml", "KML", new KmlEncoder(), "application/vnd.google-earth.kml+xml"),
  GPX("gpx", "GPX", new GpxEncoder(), "application/gpx+xml"),
  LINKED_PLACES("lpf", "Linked Places format", new LinkedPlacesEncoder(), "application/ld+json"),
  JSON_LD("jsonld", "JSON-LD with schema.org's terms", null, "application/ld+json");

  private final String parameter;
  private final String title;
  private final @Nullable Encoder encoder;
  private final List<MediaType> types;

  Format(String parameter, String title, @Nullable Encoder encoder, String... types) {
    this.parameter = parameter;
    this.title = title;
    this.encoder = encoder;
    this.types = MediaType.parseMediaTypes(List.of(types));
  }

  /** Returns the value of the parameter {@code f} that asks for it. */
  public String parameter() {
    return parameter;
  }

  /** Returns whether a value of the parameter {@code f} asks for it. */
  boolean isAskedForBy(String value) {
    return value.equals(parameter) || (this == GEO_JSON && value.equals("json"));
  }

  /** Returns its name for people. */
  public String title() {
    return title;
  }

  /** Returns its media type. */
  public MediaType type() {
    return types.get(0);
  }

  /** Returns the media types that ask for it, its own first. */
  List<MediaType> types() {
    return types;
  }

  /** Returns what writes it; empty for those that lead from page to page by links. */
  public Optional<Encoder> encoder() {
    return Optional.ofNullable(encoder);
  }

  /** Returns a file's name in this format. */
  public String fileNameOf(String name) {
    return name + (this == HXL ? ".hxl.csv" : "." + parameter);
  }

  /** Returns the formats in which features of a schema can be written. */
  public static List<Format> of(CollectionSchema schema) {
    return List.of(values()).stream()
        .filter(
            format ->
                switch (format) {
                  case JSON, JSON_LD -> false;
                  case GPX -> !isArea(schema.geometry());
                  case LINKED_PLACES -> Naming.of(schema).isPresent();
                  default -> true;
                })
        .toList();
  }

  private static boolean isArea(GeometryType type) {
    return switch (type) {
      case POLYGON, MULTI_POLYGON, POLYGON_OR_MULTI_POLYGON -> true;
      default -> false;
    };
  }
}
