package org.dateline.server.feature;

import org.dateline.geoparser.place.Precision;
import org.dateline.server.feature.Location.Generalisation;

/** Precision in words that a reader understands. */
public final class Words {

  private Words() {}

  /** Returns the {@code location_resolution} of a place. */
  public static String resolution(Location location) {
    return switch (location.precision()) {
      case EXACT -> "Exact";
      case TOWN -> "Locality";
      case VICINITY -> "Vicinity";
      case DISTRICT -> "District";
      case REGION -> "Region";
      case COUNTRY -> "Country";
      case VAGUE, SUPRANATIONAL, NATURAL -> "Vague";
    };
  }

  /** Returns how a feature's geometry stands for what the text says, in a phrase. */
  public static String precision(Feature feature) {
    Location location = feature.location();
    if (feature.route() != null) {
      return "straight line, route not stated";
    }
    if (location.generalisation() == Generalisation.GRID_5KM) {
      return "shown to within 5 km on purpose";
    }
    boolean outlined = feature.geometry().getDimension() == 2;
    String shown = outlined ? "shown by its outline" : "shown at a point within it";
    return switch (location.precision()) {
      case EXACT -> "a site, shown where it is";
      case TOWN -> "town, shown at its centre";
      case VICINITY -> "part of a place or near it, " + (outlined ? shown : "shown at its centre");
      case DISTRICT -> "district, " + shown;
      case REGION -> "region, " + shown;
      case COUNTRY -> "country, " + shown;
      case VAGUE -> "area without an exact border" + (outlined ? ", drawn by us" : "");
      case SUPRANATIONAL -> "larger than a country, " + shown;
      case NATURAL -> "natural feature, " + shown;
    };
  }

  /** Returns whether an area has no exact border, so that it is drawn with a soft edge. */
  public static boolean soft(Feature feature) {
    return feature.location().precision() == Precision.VAGUE
        && feature.location().generalisation() == Generalisation.NONE
        && feature.geometry().getDimension() == 2;
  }
}
