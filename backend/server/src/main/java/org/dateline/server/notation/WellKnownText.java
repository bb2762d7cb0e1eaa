package org.dateline.server.notation;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.util.AssertionFailedException;

/** Reads geometries in well-known text (OGC 06-103r4), axes in the order they are written. */
public final class WellKnownText {

  /** How many brackets may be open at once: collections within collections are as rare as deep. */
  public static final int DEEPEST = 16;

  private WellKnownText() {}

  /**
   * Reads a geometry.
   *
   * @throws IllegalArgumentException telling what is wrong with it
   */
  public static Geometry read(String text) {
    if (depth(text) > DEEPEST) {
      throw new IllegalArgumentException("It is nested too deeply.");
    }
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (AssertionFailedException e) {
      // A point of several positions is more than the reader expects.
      throw new IllegalArgumentException("A point has one position.", e);
    }
  }

  private static int depth(String text) {
    int open = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      deepest = Math.max(deepest, open);
    }
    return deepest;
  }
}
