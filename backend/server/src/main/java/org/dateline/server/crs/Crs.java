package org.dateline.server.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.server.http.Bbox;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A coordinate reference system. Geometries of this program are lon lat, WGS 84; those of another
 * system have the axes in the order of its authority: latitude first for {@code EPSG:4326}.
 *
 * @param uri as OGC names it
 * @param system null for lon lat, WGS 84
 * @param northFirst whether its first axis runs north
 */
public record Crs(String uri, @Nullable CoordinateReferenceSystem system, boolean northFirst) {

  /** Lon lat, WGS 84. */
  public static final Crs CRS84 =
      new Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", null, false);

  private static final Pattern NAME =
      Pattern.compile(
          "(?:https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/|\\[?EPSG:|urn:ogc:def:crs:EPSG:[0-9.]*:)(\\d{1,6})]?");
  private static final Pattern LON_LAT =
      Pattern.compile(
          "https?://www\\.opengis\\.net/def/crs/OGC/[0-9.]+/CRS84h?|\\[?OGC:CRS84h?]?"
              + "|urn:ogc:def:crs:OGC:[0-9.]*:CRS84h?");
  private static final Map<Integer, Crs> KNOWN = new ConcurrentHashMap<>();
  private static final CRSFactory FACTORY = new CRSFactory();
  private static final CoordinateReferenceSystem WGS84 =
      FACTORY.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Points on an edge of a box: what is straight here is bent there. */
  private static final int STEPS = 32;

  /** How far apart, in degrees, two datums may have the same place. */
  private static final double SHIFT = 0.01;

  /** Where a projection has no end towards the pole, this is as far as it is drawn. */
  private static final double NEARLY_THE_POLE = 89.9;

  /**
   * Returns the system of a name.
   *
   * @param parameter that the name was given in, for the problem
   * @param name a URI of OGC, a URN or {@code EPSG:code}
   * @throws ProblemException when there is none of that name
   */
  public static Crs of(String parameter, String name) {
    if (LON_LAT.matcher(name).matches()) {
      return CRS84;
    }
    Matcher matcher = NAME.matcher(name);
    Crs crs = matcher.matches() ? epsg(Integer.parseInt(matcher.group(1))) : null;
    if (crs == null) {
      throw ProblemException.parameter(
          parameter,
          "\""
              + (name.length() > 100 ? name.substring(0, 100) : name)
              + "\" is no coordinate reference system that is known here.",
          "For example " + parameter + "=http://www.opengis.net/def/crs/EPSG/0/3857.");
    }
    return crs;
  }

  /** Returns the system of an EPSG code, null when there is none that can be used. */
  public static @Nullable Crs epsg(int code) {
    Crs known = KNOWN.get(code);
    if (known != null) {
      return known;
    }
    AxisOrders.Order order = AxisOrders.of(code);
    if (order == null) {
      return null;
    }
    try {
      Crs made =
          new Crs(
              "http://www.opengis.net/def/crs/EPSG/0/" + code,
              FACTORY.createFromName("EPSG:" + code),
              order == AxisOrders.Order.NORTH_FIRST);
      KNOWN.put(code, made);
      return made;
    } catch (Proj4jException e) {
      // Its projection is none that can be computed.
      return null;
    }
  }

  /** Returns whether coordinates are degrees. */
  public boolean isGeographic() {
    return system == null || Boolean.TRUE.equals(system.isGeographic());
  }

  /**
   * Returns a geometry (lon lat, WGS 84) in this system, null when it lies where this system has no
   * coordinates.
   */
  public @Nullable Geometry of(Geometry lonLat) {
    return system == null
        ? lonLat
        : moved(
            lonLat, new BasicCoordinateTransform(WGS84, system), false, isGeographic() ? 1e9 : 1e4);
  }

  /** Returns a geometry of this system as lon lat, WGS 84, null when it lies nowhere. */
  public @Nullable Geometry lonLatOf(Geometry geometry) {
    return system == null
        ? geometry
        : moved(geometry, new BasicCoordinateTransform(system, WGS84), true, 1e12);
  }

  private @Nullable Geometry moved(
      Geometry geometry, CoordinateTransform transform, boolean inwards, double scale) {
    Geometry copy = geometry.copy();
    Mover mover = new Mover(transform, inwards, northFirst, scale);
    copy.apply(mover);
    return mover.failed ? null : copy;
  }

  private static final class Mover implements CoordinateSequenceFilter {

    private final CoordinateTransform transform;
    private final boolean inwards;
    private final boolean northFirst;
    private final double scale;
    private final ProjCoordinate from = new ProjCoordinate();
    private final ProjCoordinate to = new ProjCoordinate();
    private boolean failed;

    Mover(CoordinateTransform transform, boolean inwards, boolean northFirst, double scale) {
      this.transform = transform;
      this.inwards = inwards;
      this.northFirst = northFirst;
      this.scale = scale;
    }

    @Override
    public void filter(CoordinateSequence positions, int i) {
      boolean swap = inwards && northFirst;
      double x = positions.getOrdinate(i, swap ? 1 : 0);
      double y = positions.getOrdinate(i, swap ? 0 : 1);
      if (!move(x, y) && !move(x, Math.max(-NEARLY_THE_POLE, Math.min(NEARLY_THE_POLE, y)))) {
        failed = true;
        return;
      }
      boolean swapBack = !inwards && northFirst;
      positions.setOrdinate(i, swapBack ? 1 : 0, Math.rint(to.x * scale) / scale);
      positions.setOrdinate(i, swapBack ? 0 : 1, Math.rint(to.y * scale) / scale);
    }

    private boolean move(double x, double y) {
      try {
        from.setValue(x, y);
        transform.transform(from, to);
        return inwards
            ? isInWorld()
            : Double.isFinite(to.x) && Double.isFinite(to.y) && Math.abs(to.y) < 1e9;
      } catch (Proj4jException | IllegalStateException e) {
        return false;
      }
    }

    /** Tells whether it is lon lat; what another datum has at the edge may lie a little beyond. */
    private boolean isInWorld() {
      boolean nearly = Math.abs(to.x) <= 180 + SHIFT && Math.abs(to.y) <= 90 + SHIFT;
      to.x = Math.max(-180, Math.min(180, to.x));
      to.y = Math.max(-90, Math.min(90, to.y));
      return nearly;
    }

    @Override
    public boolean isDone() {
      return failed;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }

  /**
   * Reads a box of this system: four numbers, or six with heights, axes in its order.
   *
   * @param parameter that the box was given in, for the problem
   * @return areas in lon lat, WGS 84: one, or two on both sides of the antimeridian
   */
  public List<Geometry> box(String parameter, String value) {
    if (isGeographic()) {
      String lonLat = northFirst ? swapped(value) : value;
      return Bbox.parse(parameter, lonLat).stream()
          .map(GEOMETRIES::toGeometry)
          .map(box -> system == null || isWgs84() ? box : inLonLat(parameter, turned(box)))
          .toList();
    }
    double[] numbers = numbers(parameter, value);
    int half = numbers.length / 2;
    Envelope box = new Envelope(numbers[0], numbers[half], numbers[1], numbers[half + 1]);
    if (numbers[0] > numbers[half] || numbers[1] > numbers[half + 1]) {
      throw ProblemException.parameter(
          parameter,
          "The first corner of the box is greater than the second.",
          "Give the lower corner, then the upper one, axes in the order of " + uri + ".");
    }
    return List.of(inLonLat(parameter, densified(box)));
  }

  private Geometry inLonLat(String parameter, Geometry box) {
    Geometry area = lonLatOf(box);
    if (area == null) {
      throw ProblemException.parameter(
          parameter,
          "The box lies where " + uri + " has no coordinates.",
          "See that its axes are in the order of that system.");
    }
    return area;
  }

  private boolean isWgs84() {
    return uri.endsWith("/4326");
  }

  /** Returns a box in lon lat with the axes of this system. */
  private Geometry turned(Geometry box) {
    if (!northFirst) {
      return box;
    }
    Envelope e = box.getEnvelopeInternal();
    return GEOMETRIES.toGeometry(new Envelope(e.getMinY(), e.getMaxY(), e.getMinX(), e.getMaxX()));
  }

  private static String swapped(String value) {
    String[] parts = value.split(",", -1);
    int half = parts.length / 2;
    for (int start : half > 1 ? new int[] {0, half} : new int[0]) {
      String first = parts[start];
      parts[start] = parts[start + 1];
      parts[start + 1] = first;
    }
    return String.join(",", parts);
  }

  private static double[] numbers(String parameter, String value) {
    String[] parts = value.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw ProblemException.parameter(
          parameter,
          "It has " + parts.length + " numbers instead of 4 (or 6 with heights).",
          "Give the lower corner, then the upper one.");
    }
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Bbox.degrees(parameter, parts[i], Double.MAX_VALUE);
    }
    return numbers;
  }

  private static Polygon densified(Envelope box) {
    List<Coordinate> ring = new ArrayList<>();
    double[] x = {box.getMinX(), box.getMaxX(), box.getMaxX(), box.getMinX(), box.getMinX()};
    double[] y = {box.getMinY(), box.getMinY(), box.getMaxY(), box.getMaxY(), box.getMinY()};
    for (int side = 0; side < 4; side++) {
      for (int step = 0; step < STEPS; step++) {
        double share = (double) step / STEPS;
        ring.add(
            new Coordinate(
                x[side] + share * (x[side + 1] - x[side]),
                y[side] + share * (y[side + 1] - y[side])));
      }
    }
    ring.add(ring.get(0).copy());
    return GEOMETRIES.createPolygon(ring.toArray(new Coordinate[0]));
  }
}
