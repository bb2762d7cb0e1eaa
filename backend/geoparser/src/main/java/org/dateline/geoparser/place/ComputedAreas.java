package org.dateline.geoparser.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.boundary.Unit;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Draws areas that no gazetteer has, each with its uncertainty and a sentence on how it was made.
 */
final class ComputedAreas {

  /** What the news calls a tri-border area reaches about this far from where the borders meet. */
  private static final double TRIPOINT_METRES = 120_000;

  /** Places farther apart than this have no stretch between them that says where. */
  private static final double LONGEST_STRETCH_METRES = 1_500_000;

  /** How far from its centre the outskirts of a town reach. */
  private static final double OUTSKIRTS_METRES = 10_000;

  /** How deep the ground along a border is drawn. */
  private static final double BORDER_METRES = 30_000;

  /** A compass part takes this share of an outline's extent, the centre the middle half. */
  private static final double PART = 0.45;

  private static final double METRES_PER_DEGREE = 111_195;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Geodata geodata;

  /** Tripoints by sorted country codes: computing one walks three borders. */
  private final Map<String, Optional<Coordinate>> tripoints = new ConcurrentHashMap<>();

  /** Parts of units by id: cutting an outline is dear and the news repeats itself. */
  private final Map<String, Optional<Referent>> parts = new ConcurrentHashMap<>();

  ComputedAreas(Geodata geodata) {
    this.geodata = geodata;
  }

  /** Returns the area around the point where three countries meet; empty when they do not. */
  Optional<Referent> tripoint(List<String> countries) {
    List<String> sorted = countries.stream().sorted().toList();
    String key = String.join("-", sorted).toLowerCase(Locale.ROOT);
    Optional<Coordinate> meeting =
        tripoints.computeIfAbsent(
            key, k -> geodata.boundaries().tripoint(sorted.get(0), sorted.get(1), sorted.get(2)));
    return meeting.map(
        point -> {
          List<String> names = new ArrayList<>();
          countries.forEach(country -> names.add(nameOf(country)));
          String how =
              String.format(
                  Locale.ROOT,
                  "Drawn by us: %.0f km around the point where the outlines of %s, %s and %s meet"
                      + " (%.2f, %.2f). It has no exact border.",
                  TRIPOINT_METRES / 1000,
                  names.get(0),
                  names.get(1),
                  names.get(2),
                  point.x,
                  point.y);
          return area(
              "tripoint-" + key,
              "Tri-border area " + String.join("–", names),
              countries,
              "",
              point,
              Sphere.circle(point.x, point.y, TRIPOINT_METRES),
              TRIPOINT_METRES,
              how);
        });
  }

  private String nameOf(String country) {
    return geodata.gazetteer().country(country).map(Place::name).orElse(country);
  }

  /** Returns the part of a unit that lies in a direction; empty when its outline is not known. */
  Optional<Referent> part(Place unit, Compass direction) {
    String id = direction.word + "-of-" + unit.id().replace(':', '-');
    return parts.computeIfAbsent(id, k -> cut(id, unit, direction));
  }

  private Optional<Referent> cut(String id, Place unit, Compass direction) {
    Optional<Unit> outline = geodata.boundaries().outlineOf(unit.id());
    if (outline.isEmpty()) {
      return Optional.empty();
    }
    Geometry whole = outline.get().outline();
    Envelope box = slice(whole.getEnvelopeInternal(), direction);
    Geometry area = OverlayNGRobust.overlay(whole, FACTORY.toGeometry(box), OverlayNG.INTERSECTION);
    if (area.isEmpty() || area.getDimension() < 2) {
      return Optional.empty();
    }
    Point label = area.getInteriorPoint();
    double reach = Sphere.metres(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()) / 2;
    String name =
        direction == Compass.CENTRE
            ? "Central " + unit.name()
            : direction.adjective() + " " + unit.name();
    String how =
        "Drawn by us: the "
            + direction.word
            + " of the outline of "
            + unit.name()
            + ", somewhat less than half of its extent. It has no exact border.";
    return Optional.of(
        area(
            id,
            name,
            unit.country().isEmpty() ? List.of() : List.of(unit.country()),
            unit.isFirstLevel() ? unit.name() : "",
            label.getCoordinate(),
            area,
            reach,
            how));
  }

  private static Envelope slice(Envelope box, Compass direction) {
    if (direction == Compass.CENTRE) {
      return new Envelope(
          box.getMinX() + box.getWidth() / 4,
          box.getMaxX() - box.getWidth() / 4,
          box.getMinY() + box.getHeight() / 4,
          box.getMaxY() - box.getHeight() / 4);
    }
    double cutX = box.getWidth() * (1 - PART);
    double cutY = box.getHeight() * (1 - PART);
    return new Envelope(
        box.getMinX() + (direction.east > 0 ? cutX : 0),
        box.getMaxX() - (direction.east < 0 ? cutX : 0),
        box.getMinY() + (direction.north > 0 ? cutY : 0),
        box.getMaxY() - (direction.north < 0 ? cutY : 0));
  }

  /**
   * Returns the circle that holds a place so far from another.
   *
   * @param direction null where the text gives the distance alone
   * @param about whether the text says that the distance is not exact
   */
  Referent offset(Place from, double metres, @Nullable Compass direction, boolean about) {
    // A figure in the news is round, and a direction means an eighth of the compass.
    double radius =
        Math.max(3_000, direction == null ? metres * 1.1 : metres * (about ? 0.5 : 0.4));
    Coordinate centre =
        direction == null
            ? new Coordinate(from.lon(), from.lat())
            : Sphere.offset(from.lon(), from.lat(), metres, direction.bearing());
    String away = String.format(Locale.ROOT, "%.0f km", metres / 1000);
    String name =
        direction == null
            ? away + " from " + from.name()
            : away + " " + direction.word + " of " + from.name();
    String how =
        direction == null
            ? String.format(
                Locale.ROOT,
                "Drawn by us: all within %s of %s, since the text gives no direction.",
                away,
                from.name())
            : String.format(
                Locale.ROOT,
                "Drawn by us: %.0f km around the point %s in a straight line, for the text's figures"
                    + " are round.",
                radius / 1000,
                name);
    return area(
        "offset-" + NameKey.of(name).replace(' ', '-'),
        name,
        from,
        centre,
        Sphere.circle(centre.x, centre.y, radius),
        radius,
        how);
  }

  /** Returns the ground around a town that is no longer its middle. */
  Referent around(Place town) {
    String name = "Outskirts of " + town.name();
    String how =
        String.format(
            Locale.ROOT,
            "Drawn by us: %.0f km around the centre of %s; the text does not say on which side.",
            OUTSKIRTS_METRES / 1000,
            town.name());
    return area(
        "around-" + town.id().replace(':', '-'),
        name,
        town,
        new Coordinate(town.lon(), town.lat()),
        Sphere.circle(town.lon(), town.lat(), OUTSKIRTS_METRES),
        OUTSKIRTS_METRES,
        how);
  }

  /**
   * Returns the part of a country that lies along its border with another; empty when they have no
   * border, or the outlines are not known.
   */
  Optional<Referent> border(String home, String beyond) {
    String id = "border-" + home.toLowerCase(Locale.ROOT) + "-" + beyond.toLowerCase(Locale.ROOT);
    return parts.computeIfAbsent(id, k -> strip(id, home, beyond));
  }

  private Optional<Referent> strip(String id, String home, String beyond) {
    Optional<Geometry> inside = outlineOf(home);
    Optional<Geometry> outside = outlineOf(beyond);
    if (inside.isEmpty() || outside.isEmpty()) {
      return Optional.empty();
    }
    double degrees = BORDER_METRES / METRES_PER_DEGREE;
    Geometry near = TopologyPreservingSimplifier.simplify(outside.get(), degrees / 10);
    Geometry strip =
        OverlayNGRobust.overlay(inside.get(), near.buffer(degrees, 4), OverlayNG.INTERSECTION);
    if (strip.isEmpty() || strip.getDimension() < 2) {
      return Optional.empty();
    }
    Envelope box = strip.getEnvelopeInternal();
    String how =
        String.format(
            Locale.ROOT,
            "Drawn by us: the part of %s within %.0f km of %s; the text does not say where along the"
                + " border.",
            nameOf(home),
            BORDER_METRES / 1000,
            nameOf(beyond));
    return Optional.of(
        area(
            id,
            "Border of " + nameOf(home) + " with " + nameOf(beyond),
            List.of(home, beyond),
            "",
            strip.getInteriorPoint().getCoordinate(),
            strip,
            Sphere.metres(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()) / 2,
            how));
  }

  private Optional<Geometry> outlineOf(String country) {
    return geodata
        .gazetteer()
        .country(country)
        .flatMap(place -> geodata.boundaries().outlineOf(place.id()))
        .map(Unit::outline);
  }

  /**
   * Returns the stretch between two places; empty when they are the same or far apart.
   *
   * @param road whether the text speaks of the road between them
   */
  Optional<Referent> between(Place one, Place other, boolean road) {
    double length = Sphere.metres(one.lon(), one.lat(), other.lon(), other.lat());
    if (length > LONGEST_STRETCH_METRES || length < 1_000) {
      return Optional.empty();
    }
    double width = Math.max(3_000, length * 0.1);
    Geometry line =
        FACTORY.createLineString(
            new Coordinate[] {
              new Coordinate(one.lon(), one.lat()), new Coordinate(other.lon(), other.lat())
            });
    String name =
        road
            ? "Road from " + one.name() + " to " + other.name()
            : "Between " + one.name() + " and " + other.name();
    String how =
        String.format(
            Locale.ROOT,
            "Drawn by us: the straight stretch between %s and %s, %.0f km to each side. The road may"
                + " run elsewhere.",
            one.name(),
            other.name(),
            width / 1000);
    return Optional.of(
        area(
            (road ? "road-" : "between-")
                + NameKey.of(one.name() + " " + other.name()).replace(' ', '-'),
            name,
            one,
            new Coordinate((one.lon() + other.lon()) / 2, (one.lat() + other.lat()) / 2),
            line.buffer(width / METRES_PER_DEGREE, 8),
            length / 2,
            how));
  }

  private Referent area(
      String id,
      String name,
      Place by,
      Coordinate label,
      Geometry shape,
      double reach,
      String how) {
    String admin1 =
        geodata.gazetteer().firstLevel(by.country(), by.admin1()).map(Place::name).orElse("");
    return area(
        id,
        name,
        by.country().isEmpty() ? List.of() : List.of(by.country()),
        admin1,
        label,
        shape,
        reach,
        how);
  }

  private static Referent area(
      String id,
      String name,
      List<String> countries,
      String admin1,
      Coordinate label,
      Geometry shape,
      double reach,
      String how) {
    return new Referent(
        "area:" + id,
        name,
        "RGN",
        countries,
        admin1,
        label.x,
        label.y,
        shape,
        Precision.VAGUE,
        reach,
        null,
        how);
  }
}
