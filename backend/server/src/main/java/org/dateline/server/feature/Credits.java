package org.dateline.server.feature;

/** Whose data a feature rests on. */
public final class Credits {

  /** Licence of the places and geometries; quotes stay their publisher's. */
  public static final String LICENSE = "CC BY 4.0";

  /** Credit of the gazetteer. */
  public static final String GAZETTEER = "GeoNames (CC BY 4.0)";

  private Credits() {}

  /** Returns the credit line of a feature. */
  public static String of(Feature feature) {
    Location.Boundary boundary = feature.location().boundary();
    return boundary == null
        ? "Places: " + GAZETTEER
        : "Places: " + GAZETTEER + "; outline: " + boundary.source();
  }
}
