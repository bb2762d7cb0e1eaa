package org.dateline.geodata.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.dateline.geodata.boundary.Boundaries;
import org.dateline.geodata.boundary.Unit;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Boundaries over a mapped index; a few recently used outlines stay decoded. */
final class MappedBoundaries implements Boundaries {

  /**
   * Neighbours' outlines agree to about a thousandth of a degree; this leaves room for rounding.
   */
  private static final double TOUCH_DEGREES = 0.01;

  private final OutlineTable outlines;
  private final Map<String, Integer> byPlace = new HashMap<>();
  private final Map<String, List<Integer>> countries = new HashMap<>();
  private final HPRtree boxes = new HPRtree();
  private final RecentShapes recent;
  private final Map<String, List<String>> neighbours = new ConcurrentHashMap<>();

  MappedBoundaries(IndexFile file) {
    outlines = new OutlineTable(file);
    recent = new RecentShapes(outlines, 64);
    for (int i = 0; i < outlines.size(); i++) {
      byPlace.putIfAbsent(outlines.placeId(i), i);
      if (outlines.isCountry(i)) {
        countries.computeIfAbsent(outlines.country(i), k -> new ArrayList<>()).add(i);
      }
      boxes.insert(outlines.box(i), i);
    }
    boxes.build();
  }

  @Override
  public Optional<Unit> outlineOf(String placeId) {
    return Optional.ofNullable(byPlace.get(placeId)).map(i -> outlines.unit(i, recent.shape(i)));
  }

  @Override
  public Optional<Unit> countryAt(double lon, double lat) {
    return at(lon, lat, OutlineLevel.COUNTRY, OutlineLevel.COUNTRY);
  }

  @Override
  public Optional<Unit> firstLevelAt(double lon, double lat) {
    return at(lon, lat, OutlineLevel.FIRST, OutlineLevel.SECOND);
  }

  private Optional<Unit> at(double lon, double lat, OutlineLevel from, OutlineLevel to) {
    Coordinate point = new Coordinate(lon, lat);
    List<Integer> near = new ArrayList<>();
    boxes.query(new Envelope(point), item -> near.add((Integer) item));
    return near.stream()
        .filter(i -> from.compareTo(outlines.level(i)) <= 0 && outlines.level(i).compareTo(to) <= 0)
        .filter(i -> SimplePointInAreaLocator.locate(point, recent.shape(i)) != Location.EXTERIOR)
        .min(
            Comparator.comparing((Integer i) -> outlines.level(i))
                .thenComparingDouble(i -> outlines.box(i).getArea()))
        .map(i -> outlines.unit(i, recent.shape(i)));
  }

  @Override
  public List<String> neighboursOf(String country) {
    return neighbours.computeIfAbsent(country, this::computeNeighbours);
  }

  private List<String> computeNeighbours(String country) {
    TreeSet<String> neighbours = new TreeSet<>();
    for (int own : countries.getOrDefault(country, List.of())) {
      IndexedFacetDistance edges = new IndexedFacetDistance(recent.shape(own));
      Envelope box = new Envelope(outlines.box(own));
      box.expandBy(TOUCH_DEGREES);
      List<Integer> near = new ArrayList<>();
      boxes.query(box, item -> near.add((Integer) item));
      for (int other : near) {
        if (outlines.isCountry(other)
            && !outlines.country(other).equals(country)
            && edges.isWithinDistance(recent.shape(other), TOUCH_DEGREES)) {
          neighbours.add(outlines.country(other));
        }
      }
    }
    return List.copyOf(neighbours);
  }

  @Override
  public Optional<Coordinate> tripoint(String first, String second, String third) {
    if (first.equals(second) || first.equals(third) || second.equals(third)) {
      return Optional.empty();
    }
    // The place on the border of the first and second that is nearest to the third: where they
    // meet, when it is close enough to each.
    Coordinate best = null;
    double bestDistance = TOUCH_DEGREES * 3;
    for (int a : countries.getOrDefault(first, List.of())) {
      for (int b : countries.getOrDefault(second, List.of())) {
        Geometry border = border(recent.shape(a), recent.shape(b));
        for (int c : countries.getOrDefault(third, List.of())) {
          if (border.isEmpty()) {
            continue;
          }
          IndexedFacetDistance edges = new IndexedFacetDistance(recent.shape(c));
          double distance = edges.distance(border);
          if (distance < bestDistance) {
            bestDistance = distance;
            best = edges.nearestPoints(border)[1];
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The vertices of one outline that lie on the other. */
  private static Geometry border(Geometry one, Geometry other) {
    Envelope near = new Envelope(other.getEnvelopeInternal());
    near.expandBy(TOUCH_DEGREES);
    List<Coordinate> shared = new ArrayList<>();
    IndexedFacetDistance edges = new IndexedFacetDistance(other);
    for (Coordinate c : one.getCoordinates()) {
      if (near.contains(c)
          && edges.isWithinDistance(one.getFactory().createPoint(c), TOUCH_DEGREES)) {
        shared.add(c);
      }
    }
    return one.getFactory().createMultiPointFromCoords(shared.toArray(Coordinate[]::new));
  }
}
