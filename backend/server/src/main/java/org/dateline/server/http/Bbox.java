package org.dateline.server.http;

import java.math.BigDecimal;
import java.util.List;
import org.dateline.server.notation.Decimal;
import org.dateline.server.problem.ProblemException;
import org.locationtech.jts.geom.Envelope;

/** Boxes as OGC API - Features writes them: west, south, east, north in degrees. */
public final class Bbox {

  private Bbox() {}

  /**
   * Parses a box.
   *
   * @param name the parameter's name, for the problem
   * @param value four numbers, or six of which the heights (third and sixth) are left aside
   * @return one envelope, or the two on both sides when west is greater than east: such a box
   *     crosses the antimeridian
   */
  public static List<Envelope> parse(String name, String value) {
    String[] parts = value.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw invalid(name, "It has " + parts.length + " numbers instead of 4 (or 6 with heights).");
    }
    int half = parts.length / 2;
    double west = degrees(name, parts[0], 180);
    double south = degrees(name, parts[1], 90);
    double east = degrees(name, parts[half], 180);
    double north = degrees(name, parts[half + 1], 90);
    if (half == 3) {
      degrees(name, parts[2], Double.MAX_VALUE);
      degrees(name, parts[5], Double.MAX_VALUE);
    }
    if (south > north) {
      throw invalid(
          name, "South (" + parts[1] + ") is greater than north (" + parts[half + 1] + ").");
    }
    if (west > east) {
      return List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north));
    }
    return List.of(new Envelope(west, east, south, north));
  }

  /** Returns a finite number of degrees that is at most the bound away from zero. */
  public static double degrees(String name, String text, double bound) {
    BigDecimal value = Decimal.parse(text.strip());
    if (value != null && Math.abs(value.doubleValue()) <= bound) {
      return value.doubleValue();
    }
    throw invalid(
        name,
        "\""
            + text.strip()
            + "\" is not a number"
            + (bound <= 180 ? " between -" + (int) bound + " and " + (int) bound : "")
            + ".");
  }

  private static ProblemException invalid(String name, String detail) {
    return ProblemException.parameter(
        name,
        detail,
        name.equals("bbox") || name.equals("bias")
            ? "Give west,south,east,north in decimal degrees, for example "
                + name
                + "=-9.6,10.9,2.0,17.1."
            : "Give decimal degrees, for example " + name + "=12.5.");
  }
}
