package org.dateline.server.cql2;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;
import org.opengis.filter.FilterFactory2;
import org.opengis.filter.FilterVisitor;
import org.opengis.filter.expression.Expression;
import org.opengis.filter.expression.Literal;
import org.opengis.filter.spatial.BinarySpatialOperator;

/**
 * How two geometries lie to each other. To whoever visits filters it is the one of GeoTools; it is
 * evaluated by JTS's newer algorithm, since the older one, which GeoTools uses, takes no
 * collections of mixed geometries and fails on some whose parts overlap.
 */
final class SpatialRelation implements BinarySpatialOperator {

  /** CQL2's functions by name; one geometry is disjoint from another that it does not intersect. */
  static final Map<String, BiFunction<Expression, Expression, SpatialRelation>> BY_NAME =
      Map.of(
          "s_intersects", symmetric(filters()::intersects, RelatePredicate::intersects),
          "s_equals", symmetric(filters()::equal, RelatePredicate::equalsTopo),
          "s_touches", symmetric(filters()::touches, RelatePredicate::touches),
          "s_overlaps", symmetric(filters()::overlaps, RelatePredicate::overlaps),
          "s_crosses", symmetric(filters()::crosses, RelatePredicate::crosses),
          "s_within",
              (a, b) ->
                  new SpatialRelation(
                      filters().within(a, b), RelatePredicate::within, RelatePredicate::contains),
          "s_contains",
              (a, b) ->
                  new SpatialRelation(
                      filters().contains(a, b),
                      RelatePredicate::contains,
                      RelatePredicate::within));

  private final BinarySpatialOperator filter;
  private final Supplier<TopologyPredicate> relation;
  private final Supplier<TopologyPredicate> inverse;
  private final @Nullable RelateNG first;
  private final @Nullable RelateNG second;

  private SpatialRelation(
      BinarySpatialOperator filter,
      Supplier<TopologyPredicate> relation,
      Supplier<TopologyPredicate> inverse) {
    this.filter = filter;
    this.relation = relation;
    this.inverse = inverse;
    this.first = prepared(filter.getExpression1());
    this.second = prepared(filter.getExpression2());
  }

  private static FilterFactory2 filters() {
    return CommonFactoryFinder.getFilterFactory2();
  }

  private static BiFunction<Expression, Expression, SpatialRelation> symmetric(
      BiFunction<Expression, Expression, BinarySpatialOperator> filter,
      Supplier<TopologyPredicate> relation) {
    return (a, b) -> new SpatialRelation(filter.apply(a, b), relation, relation);
  }

  /** What every feature is compared with is indexed once. */
  private static @Nullable RelateNG prepared(Expression expression) {
    return expression instanceof Literal literal && literal.getValue() instanceof Geometry geometry
        ? RelateNG.prepare(geometry)
        : null;
  }

  @Override
  public boolean evaluate(@Nullable Object feature) {
    Geometry left = (Geometry) getExpression1().evaluate(feature);
    Geometry right = (Geometry) getExpression2().evaluate(feature);
    if (left == null || right == null) {
      return false;
    }
    if (first != null) {
      return first.evaluate(right, relation.get());
    }
    return second == null
        ? RelateNG.relate(left, right, relation.get())
        : second.evaluate(left, inverse.get());
  }

  @Override
  public Expression getExpression1() {
    return filter.getExpression1();
  }

  @Override
  public Expression getExpression2() {
    return filter.getExpression2();
  }

  @Override
  public MatchAction getMatchAction() {
    return filter.getMatchAction();
  }

  @Override
  public Object accept(FilterVisitor visitor, Object extra) {
    return filter.accept(visitor, extra);
  }
}
