package org.dateline.server.place;

import org.dateline.server.position.Position;
import org.jspecify.annotations.Nullable;

/**
 * A spot that was asked for by its position.
 *
 * @param lon degrees east
 * @param lat degrees north
 * @param read how the position was written, null when it came as two numbers
 * @param near the place that completed it, null when nothing had to be completed
 */
record Spot(double lon, double lat, @Nullable Position read, @Nullable String near) {

  static Spot of(Position position) {
    return new Spot(position.lon(), position.lat(), position, null);
  }
}
