package org.dateline.geoparser.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

/** Makes areas of descriptions, with how they were made and how sure their edges are. */
public final class AreaMaker {

  /**
   * What news calls a tri-border area reaches about this far from the point where countries meet.
   */
  private static final double TRI_BORDER_KM = 120;

  private static final double KM_PER_DEGREE = 111.195;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Geodata geodata;

  /** Makes an area maker over the boundaries. */
  public AreaMaker(Geodata geodata) {
    this.geodata = geodata;
  }

  /**
   * An area, or the reason why there is none.
   *
   * @param referent the area; null when none can be made
   * @param reason why none can be made, in words; null when there is one
   */
  public record Made(@Nullable Referent referent, @Nullable String reason) {}

  private static Made none(String reason) {
    return new Made(null, reason);
  }

  /**
   * Makes the area that a description means.
   *
   * @param described the description
   * @param places the resolved place of each recognised mention
   * @param focus the country the text is about, ISO 3166-1 alpha-2; empty when none
   */
  public Made make(VaguePlace described, List<Place> places, String focus) {
    if (described instanceof VaguePlace.TriBorder tri) {
      return triBorder(tri, places, focus);
    }
    if (described instanceof VaguePlace.PartOf part) {
      return partOf(part, places, focus);
    }
    if (described instanceof VaguePlace.Offset offset) {
      return offset(offset, places.get(offset.base()));
    }
    if (described instanceof VaguePlace.Between between) {
      return between(places.get(between.one()), places.get(between.other()));
    }
    if (described instanceof VaguePlace.CapitalOf capital) {
      Optional<Place> town = geodata.gazetteer().capitalOf(places.get(capital.people()).country());
      return town.map(place -> new Made(Referents.of(place, geodata), null))
          .orElseGet(() -> none("The gazetteer knows no capital of this country"));
    }
    return none(((VaguePlace.Undefined) described).reason());
  }

  private Made triBorder(VaguePlace.TriBorder tri, List<Place> places, String focus) {
    Set<String> countries = new LinkedHashSet<>();
    for (int mention : tri.named()) {
      countries.add(places.get(mention).country());
    }
    List<List<String>> triples = new ArrayList<>();
    List<String> named = new ArrayList<>(countries);
    if (named.size() >= 3) {
      triples.add(named.subList(0, 3));
    } else if (named.size() == 2 && !focus.isEmpty() && !named.contains(focus)) {
      triples.add(List.of(focus, named.get(0), named.get(1)));
    } else {
      return named.isEmpty()
          ? none("The text does not say which three countries meet here")
          : none("The text names only " + named.size() + " of the three countries that meet here");
    }
    List<String> triple = triples.get(0);
    Optional<Coordinate> point =
        geodata.boundaries().tripoint(triple.get(0), triple.get(1), triple.get(2));
    if (point.isEmpty()) {
      return none("The three countries named do not meet in one point");
    }
    Coordinate c = point.get();
    List<String> names = triple.stream().map(this::countryName).toList();
    String how =
        String.format(
            Locale.ENGLISH,
            "Drawn by us: %d km around the point where the outlines of %s, %s and %s meet (%.2f, %.2f). It has no exact border.",
            (int) TRI_BORDER_KM,
            names.get(0),
            names.get(1),
            names.get(2),
            c.x,
            c.y);
    List<String> sorted = triple.stream().sorted().toList();
    return new Made(
        new Referent(
            "area:tri-border-" + String.join("-", sorted).toLowerCase(Locale.ROOT),
            "Tri-border area " + String.join("–", names),
            "RGN",
            triple,
            "",
            c.x,
            c.y,
            circle(c, TRI_BORDER_KM),
            Precision.VAGUE,
            TRI_BORDER_KM * 1000,
            null,
            how),
        null);
  }

  private String countryName(String iso2) {
    return geodata.gazetteer().country(iso2).map(Place::name).orElse(iso2);
  }

  private Made partOf(VaguePlace.PartOf part, List<Place> places, String focus) {
    Compass direction = Compass.of(part.direction());
    if (direction == null) {
      return none("No direction could be read");
    }
    if (part.base() == null) {
      return none(
          focus.isEmpty()
              ? "The text does not say of which country this is a part"
              : "Names a part of " + countryName(focus) + " without a definite area");
    }
    Place base = places.get(part.base());
    Optional<Unit> outline = geodata.boundaries().outlineOf(base.id());
    if (outline.isEmpty()) {
      return none("A part of " + base.name() + ", whose outline is not known");
    }
    Geometry whole = outline.get().outline();
    Envelope box = whole.getEnvelopeInternal();
    Envelope slice = slice(box, direction);
    Geometry area =
        OverlayNGRobust.overlay(whole, FACTORY.toGeometry(slice), OverlayNG.INTERSECTION);
    if (area.isEmpty() || area.getDimension() < 2) {
      return none("A part of " + base.name() + " without a definite area");
    }
    Point inside = area.getInteriorPoint();
    double radius = Math.max(box.getWidth(), box.getHeight()) / 4 * KM_PER_DEGREE * 1000;
    String how =
        "Drawn by us: the "
            + direction.word
            + " of "
            + base.name()
            + "'s outline, about half of it. It has no exact border.";
    return new Made(
        new Referent(
            "area:" + direction.word + "-of-" + NameKey.of(base.name()).replace(' ', '-'),
            titled(part.direction(), base.name(), direction),
            "RGN",
            List.of(base.country()),
            "",
            inside.getX(),
            inside.getY(),
            area,
            Precision.VAGUE,
            radius,
            null,
            how),
        null);
  }

  private static String titled(String words, String base, Compass direction) {
    return direction == Compass.CENTRE
        ? "Central " + base
        : capital(direction.word) + " of " + base;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** The half of a box that lies in a direction, or its middle. */
  private static Envelope slice(Envelope box, Compass direction) {
    double west = box.getMinX() + (direction.east > 0 ? box.getWidth() * 0.5 : 0);
    double east = box.getMaxX() - (direction.east < 0 ? box.getWidth() * 0.5 : 0);
    double south = box.getMinY() + (direction.north > 0 ? box.getHeight() * 0.5 : 0);
    double north = box.getMaxY() - (direction.north < 0 ? box.getHeight() * 0.5 : 0);
    if (direction == Compass.CENTRE) {
      west += box.getWidth() * 0.25;
      east -= box.getWidth() * 0.25;
      south += box.getHeight() * 0.25;
      north -= box.getHeight() * 0.25;
    }
    return new Envelope(west, east, south, north);
  }

  private Made offset(VaguePlace.Offset offset, Place base) {
    Compass direction = Compass.of(offset.direction());
    double radius = Math.max(3, offset.kilometres() * (direction == null ? 1.1 : 0.35));
    Coordinate centre = new Coordinate(base.lon(), base.lat());
    if (direction != null) {
      double length = Math.hypot(direction.east, direction.north);
      double step = length == 0 ? 0 : offset.kilometres() / length / KM_PER_DEGREE;
      centre =
          new Coordinate(
              base.lon() + direction.east * step / Math.cos(Math.toRadians(base.lat())),
              base.lat() + direction.north * step);
    }
    String away = String.format(Locale.ENGLISH, "%.0f km", offset.kilometres());
    String name =
        direction == null
            ? away + " from " + base.name()
            : away + " " + direction.word + " of " + base.name();
    String how =
        "Drawn by us: "
            + name
            + " in a straight line; the circle holds the roundness of the figures.";
    return new Made(
        area(
            "offset-" + NameKey.of(name).replace(' ', '-'),
            name,
            base,
            centre,
            circle(centre, radius),
            radius,
            how),
        null);
  }

  private Made between(Place one, Place other) {
    double km = Distance.km(one.lon(), one.lat(), other.lon(), other.lat());
    if (km > 1500) {
      return none("The two places are too far apart for the stretch between them to say where");
    }
    Coordinate middle =
        new Coordinate((one.lon() + other.lon()) / 2, (one.lat() + other.lat()) / 2);
    Geometry line =
        FACTORY.createLineString(
            new Coordinate[] {
              new Coordinate(one.lon(), one.lat()), new Coordinate(other.lon(), other.lat())
            });
    double width = Math.max(3, km * 0.12);
    String name = "Between " + one.name() + " and " + other.name();
    String how =
        "Drawn by us: the straight stretch between the two places, "
            + Math.round(width)
            + " km to each side; the road may run elsewhere.";
    Geometry area = line.buffer(width / KM_PER_DEGREE, 8);
    return new Made(
        area(
            "between-" + NameKey.of(one.name() + " " + other.name()).replace(' ', '-'),
            name,
            one,
            middle,
            area,
            km / 2,
            how),
        null);
  }

  private Referent area(
      String id,
      String name,
      Place base,
      Coordinate c,
      Geometry shape,
      double radiusKm,
      String how) {
    String admin1 =
        geodata.gazetteer().firstLevel(base.country(), base.admin1()).map(Place::name).orElse("");
    return new Referent(
        "area:" + id,
        name,
        "RGN",
        base.country().isEmpty() ? List.of() : List.of(base.country()),
        admin1,
        c.x,
        c.y,
        shape,
        Precision.VAGUE,
        radiusKm * 1000,
        null,
        how);
  }

  /** A circle on the ground, near enough, as a polygon. */
  private static Geometry circle(Coordinate centre, double km) {
    Coordinate[] ring = new Coordinate[49];
    double dLat = km / KM_PER_DEGREE;
    double dLon = dLat / Math.max(0.05, Math.cos(Math.toRadians(centre.y)));
    for (int i = 0; i < 48; i++) {
      double angle = 2 * Math.PI * i / 48;
      ring[i] =
          new Coordinate(centre.x + dLon * Math.cos(angle), centre.y + dLat * Math.sin(angle));
    }
    ring[48] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }
}
