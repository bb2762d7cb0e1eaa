package org.dateline.server.cql2;

import java.util.function.UnaryOperator;
import org.dateline.server.collection.CollectionSchema;
import org.locationtech.jts.geom.Geometry;
import org.opengis.filter.Filter;

/** The encodings of CQL2. */
public enum Cql2 {
  /** {@code name LIKE 'Ga%'}. */
  TEXT("cql2-text") {
    @Override
    Parsed parse(String filter) {
      return TextParser.parse(filter);
    }
  },
  /** {@code {"op": "like", "args": [{"property": "name"}, "Ga%"]}}. */
  JSON("cql2-json") {
    @Override
    Parsed parse(String filter) {
      return JsonReader.parse(filter);
    }
  };

  private final String id;

  Cql2(String id) {
    this.id = id;
  }

  /** Returns its name as a value of {@code filter-lang}. */
  public String id() {
    return id;
  }

  abstract Parsed parse(String filter);

  /**
   * Makes a filter over a collection's {@link CollectionSchema#type() features}.
   *
   * @param filter in this encoding
   * @param toLonLat brings the filter's geometries into WGS 84, longitude and latitude; throws what
   *     the caller shall get when it cannot
   * @throws InvalidFilterException telling what is wrong, where, and what to do
   */
  public Filter read(String filter, CollectionSchema schema, UnaryOperator<Geometry> toLonLat) {
    return FilterCompiler.compile(parse(filter), schema, toLonLat);
  }
}
