package org.dateline.server.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.opengis.filter.And;
import org.opengis.filter.Filter;
import org.opengis.filter.Or;
import org.opengis.filter.expression.Literal;
import org.opengis.filter.spatial.BinarySpatialOperator;
import org.opengis.filter.spatial.Disjoint;

/**
 * Where the features lie that a filter can take, so that a spatial index need not show it all the
 * others.
 */
public final class Bounds {

  private Bounds() {}

  /**
   * Returns boxes, lon lat, one of which every feature touches that the filter takes; empty when it
   * may take features anywhere, or without a geometry.
   */
  public static Optional<List<Envelope>> of(Filter filter) {
    if (filter instanceof And and) {
      return and.getChildren().stream().map(Bounds::of).flatMap(Optional::stream).findFirst();
    }
    if (filter instanceof Or or) {
      List<Envelope> boxes = new ArrayList<>();
      for (Filter child : or.getChildren()) {
        Optional<List<Envelope>> inner = of(child);
        if (inner.isEmpty()) {
          return Optional.empty();
        }
        boxes.addAll(inner.get());
      }
      return Optional.of(boxes);
    }
    if (filter == Filter.EXCLUDE) {
      return Optional.of(List.of());
    }
    if (filter instanceof BinarySpatialOperator spatial && !(filter instanceof Disjoint)) {
      return literal(spatial.getExpression1()).or(() -> literal(spatial.getExpression2()));
    }
    return Optional.empty();
  }

  private static Optional<List<Envelope>> literal(Object expression) {
    if (!(expression instanceof Literal literal)
        || !(literal.getValue() instanceof Geometry geometry)) {
      return Optional.empty();
    }
    List<Envelope> boxes = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      boxes.add(geometry.getGeometryN(i).getEnvelopeInternal());
    }
    return Optional.of(boxes);
  }
}
