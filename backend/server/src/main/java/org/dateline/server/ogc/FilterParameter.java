package org.dateline.server.ogc;

import java.util.Optional;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.cql2.Cql2;
import org.dateline.server.cql2.InvalidFilterException;
import org.dateline.server.crs.Crs;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.problem.ProblemException;
import org.locationtech.jts.geom.Geometry;
import org.opengis.filter.Filter;

/** The parameters {@code filter}, {@code filter-lang} and {@code filter-crs} of Part 3. */
final class FilterParameter {

  private FilterParameter() {}

  /** Reads them, naming what is wrong with them; empty when there is no filter. */
  static Optional<Filter> of(QueryParameters query, CollectionSchema schema) {
    Cql2 encoding = query.text("filter-lang").map(FilterParameter::encoding).orElse(Cql2.TEXT);
    Crs crs = query.text("filter-crs").map(name -> Crs.of("filter-crs", name)).orElse(Crs.CRS84);
    return query.text("filter").map(filter -> read(filter, encoding, crs, schema));
  }

  private static Filter read(String filter, Cql2 encoding, Crs crs, CollectionSchema schema) {
    try {
      return encoding.read(filter, schema, geometry -> lonLat(geometry, crs));
    } catch (InvalidFilterException e) {
      throw ProblemException.parameter(
          "filter",
          String.valueOf(e.getMessage()),
          e.hint().isEmpty() ? "For example filter=name LIKE 'Ga%' (CQL2)." : e.hint());
    }
  }

  private static Geometry lonLat(Geometry geometry, Crs crs) {
    Geometry lonLat = crs.lonLatOf(geometry);
    if (lonLat == null) {
      throw ProblemException.parameter(
          "filter",
          "A geometry of the filter lies where " + crs.uri() + " has no coordinates.",
          "Mind the order of the axes, or name the right system in filter-crs.");
    }
    return lonLat;
  }

  private static Cql2 encoding(String id) {
    for (Cql2 encoding : Cql2.values()) {
      if (encoding.id().equals(id)) {
        return encoding;
      }
    }
    throw ProblemException.parameter(
        "filter-lang",
        "\"" + id + "\" is no language of filters here.",
        "There are cql2-text and cql2-json.");
  }
}
