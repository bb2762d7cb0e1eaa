package org.dateline.server.feature;

import org.jspecify.annotations.Nullable;

/** Addresses of gazetteer places on the web of data. */
public final class GazetteerUri {

  private GazetteerUri() {}

  /** Returns the address of a place, null unless its id is a bare GeoNames number. */
  public static @Nullable String of(@Nullable String placeId) {
    return placeId != null && placeId.matches("\\d+")
        ? "https://sws.geonames.org/" + placeId + "/"
        : null;
  }
}
