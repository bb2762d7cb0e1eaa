package org.dateline.server.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dateline.server.feature.Edtf;
import org.dateline.server.feature.GreatCircle;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.store.LocationStore;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds locations that may tell of the same thing: at most 2 km and 3 days apart, an unknown date
 * being near every other. Distances are those between what is shown, so that asking round a limited
 * location does not find it.
 */
@Component
class Duplicates {

  private static final double METRES = 2_000;
  private static final int DAYS = 3;
  private static final int MOST = 10;

  /** No two degrees of latitude are nearer than this, in metres. */
  private static final double METRES_PER_DEGREE = 110_574;

  private final LocationStore store;

  Duplicates(LocationStore store) {
    this.store = store;
  }

  /**
   * A location that may tell of the same thing.
   *
   * @param location the other one
   * @param metres how far what is shown of it is from what is shown of this one
   * @param days how far apart the dates are, null when one of them is not known
   */
  record Near(AddedLocation location, double metres, @Nullable Long days) {}

  /**
   * Returns the nearest ones, at most ten.
   *
   * @param geometry what is shown of the location in question
   * @param edtf its date, null when not known
   * @param except id of a location that is left out, null for none
   */
  Mono<List<Near>> of(Geometry geometry, @Nullable String edtf, @Nullable String except) {
    Envelope box = new Envelope(geometry.getEnvelopeInternal());
    double farthest =
        Math.min(89.9, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) + 0.1);
    double degrees = METRES / METRES_PER_DEGREE;
    box.expandBy(degrees / Math.cos(Math.toRadians(farthest)), degrees);
    return store
        .near(box)
        .filter(other -> !other.id().equals(except))
        .map(other -> near(geometry, edtf, other))
        .filter(near -> near.metres() <= METRES)
        .filter(near -> near.days() == null || near.days() <= DAYS)
        .sort(Comparator.comparingDouble(Near::metres))
        .take(MOST)
        .collectList();
  }

  private static Near near(Geometry geometry, @Nullable String edtf, AddedLocation other) {
    Coordinate[] ends = DistanceOp.nearestPoints(geometry, other.geometry());
    return new Near(
        other, Math.rint(GreatCircle.metres(ends[0], ends[1])), days(edtf, other.event().edtf()));
  }

  private static @Nullable Long days(@Nullable String one, @Nullable String other) {
    Optional<Edtf> first = Edtf.parse(one);
    Optional<Edtf> second = Edtf.parse(other);
    if (first.isEmpty() || second.isEmpty()) {
      return null;
    }
    return Math.max(
        0,
        Math.max(
            between(first.get().last(), second.get().first()),
            between(second.get().last(), first.get().first())));
  }

  private static long between(LocalDate earlier, LocalDate later) {
    return ChronoUnit.DAYS.between(earlier, later);
  }
}
