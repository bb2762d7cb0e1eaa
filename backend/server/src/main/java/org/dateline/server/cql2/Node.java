package org.dateline.server.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What a filter says, whatever its encoding: the two encodings of one filter give equal nodes. The
 * shape is that of CQL2's JSON.
 */
sealed interface Node {

  /**
   * An operator or function with its operands.
   *
   * @param op as in CQL2's JSON ({@code and}, {@code =}, {@code s_intersects}, ...); the name of
   *     another function as it was written
   */
  record Operation(String op, List<Node> args) implements Node {}

  /** A property of the collection, or its geometry. */
  record Property(String name) implements Node {}

  /** A text. */
  record Text(String value) implements Node {}

  /** A number, without zeros at its end. */
  record Numeric(BigDecimal value) implements Node {
    public Numeric {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  /** True or false. */
  record Truth(boolean value) implements Node {}

  /** A day. */
  record Day(LocalDate value) implements Node {}

  /** A moment. */
  record Moment(Instant value) implements Node {}

  /**
   * From one moment or day to another; the ends are {@link Day}, {@link Moment}, {@link Open},
   * properties or functions.
   */
  record Interval(Node from, Node to) implements Node {}

  /** The end of an interval that has none. */
  record Open() implements Node {}

  /** A geometry, in the order of axes of the filter's coordinate reference system. */
  record Shape(Geometry value) implements Node {}

  /**
   * A box: west, south, east, north, or with heights as third and sixth. West may lie east of east,
   * across the antimeridian.
   */
  record Box(List<Double> bounds) implements Node {}

  /** A list of values. */
  record Array(List<Node> elements) implements Node {}
}
