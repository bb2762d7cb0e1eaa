package org.dateline.server.geoparse;

import java.util.Locale;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.problem.ProblemException;

/** What regions, countries and described areas are answered as. */
enum Shape {
  /** A polygon, where one is known. */
  OUTLINE,
  /** The point at which its label stands. */
  POINT;

  /** Returns what the parameter {@code geometry} asks for, outlines when it is missing. */
  static Shape asked(QueryParameters query) {
    return query.text("geometry").map(Shape::named).orElse(OUTLINE);
  }

  private static Shape named(String word) {
    for (Shape shape : values()) {
      if (shape.name().toLowerCase(Locale.ROOT).equals(word)) {
        return shape;
      }
    }
    throw ProblemException.parameter(
        "geometry",
        "\"" + word + "\" is not a geometry that can be asked for.",
        "Give geometry=outline or geometry=point.");
  }
}
