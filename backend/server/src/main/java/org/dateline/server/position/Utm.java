package org.dateline.server.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mil.nga.mgrs.gzd.GridZones;
import org.dateline.server.crs.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Universal Transverse Mercator: zone, band or hemisphere, metres east and north. */
final class Utm {

  private static final String METRES = "(\\d{1,8}(?:[.,]\\d{1,4})?)";
  private static final Pattern COORDINATES =
      Pattern.compile(
          "(?:UTM[: ]*)?(?:zone ?)?(\\d{1,2}) ?([C-HJ-NP-X]|north|south)[ ,;]+E?[:= ]*"
              + METRES
              + " ?m? ?E?[ ,;/]+N?[:= ]*"
              + METRES
              + " ?m? ?N?",
          Pattern.CASE_INSENSITIVE);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final int NORTHERN = 32_600;
  private static final int SOUTHERN = 32_700;

  /** People write coordinates of a town's zone a little beyond its edge. */
  private static final double TOLERANCE_DEGREES = 0.5;

  private Utm() {}

  static Optional<Pasted.Positions> read(String text) {
    Matcher matcher = COORDINATES.matcher(text);
    return matcher.matches() ? Optional.of(read(matcher)) : Optional.empty();
  }

  private static Pasted.Positions read(Matcher matcher) {
    int zone = Integer.parseInt(matcher.group(1));
    String letter = matcher.group(2).toUpperCase(Locale.ROOT);
    double step = step(matcher.group(3));
    double easting = metres(matcher.group(3));
    double northing = metres(matcher.group(4));
    List<Position> found = positions(zone, letter, easting, northing, step);
    if (!found.isEmpty()) {
      return new Pasted.Positions(found, null);
    }
    List<Position> swapped =
        positions(zone, letter, northing, easting, step).stream().map(Position::asGuess).toList();
    return new Pasted.Positions(swapped, fault(zone, letter, easting, northing));
  }

  /** The letter S is a hemisphere to some, and the band from 32 to 40 degrees north to others. */
  private static List<Position> positions(
      int zone, String letter, double easting, double northing, double step) {
    List<Position> found = new ArrayList<>();
    if (letter.length() == 1) {
      char band = letter.charAt(0);
      position(zone, band >= 'N', easting, northing, step, Notation.UTM)
          .filter(position -> isInBand(position, band, TOLERANCE_DEGREES))
          .ifPresent(found::add);
    }
    if (letter.startsWith("N") || letter.startsWith("S")) {
      position(zone, letter.startsWith("N"), easting, northing, step, Notation.UTM)
          .filter(position -> found.stream().allMatch(other -> other.lat() != position.lat()))
          .map(position -> found.isEmpty() ? position : position.asGuess())
          .ifPresent(found::add);
    }
    return found;
  }

  private static String fault(int zone, String letter, double easting, double northing) {
    String metres = String.format(Locale.ROOT, " %.0f m east, %.0f m north", easting, northing);
    if (zone < 1 || zone > 60) {
      return "Zones of UTM are 1 to 60; there is no zone " + zone + ".";
    }
    if (easting < 100_000 || easting > 900_000 || northing > 10_000_000) {
      return "In UTM,"
          + metres
          + " lies in no zone: east is 100000 to 900000, north below 10000000.";
    }
    return "In zone " + zone + "," + metres + " does not lie in band " + letter + ".";
  }

  /**
   * Returns a position of a zone.
   *
   * @param cell size in metres of what is meant
   * @return empty where the zone has none
   */
  static Optional<Position> position(
      int zone, boolean north, double easting, double northing, double cell, Notation notation) {
    boolean inside = easting >= 100_000 && easting <= 900_000 && northing <= 10_000_000;
    @Nullable Crs crs =
        inside && zone >= 1 && zone <= 60 ? Crs.epsg((north ? NORTHERN : SOUTHERN) + zone) : null;
    if (crs == null) {
      return Optional.empty();
    }
    Geometry lonLat = crs.lonLatOf(GEOMETRIES.createPoint(new Coordinate(easting, northing)));
    return Optional.ofNullable(lonLat)
        .map(Geometry::getCoordinate)
        .filter(at -> Position.isOnEarth(at.x, at.y) && Math.abs(at.y) <= 84.5)
        .map(at -> Position.ofCell(at.x, at.y, cell * Math.sqrt(0.5), notation));
  }

  static boolean isInBand(Position position, char band, double tolerance) {
    return position.lat() >= GridZones.getSouthLatitude(band) - tolerance
        && position.lat() <= GridZones.getNorthLatitude(band) + tolerance;
  }

  private static double metres(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  private static double step(String text) {
    int point = text.replace(',', '.').indexOf('.');
    return point < 0 ? 1 : Math.pow(10, point + 1 - text.length());
  }
}
