package org.dateline.server.position;

/**
 * A position that a text may mean, WGS 84.
 *
 * @param lon degrees east, -180 to 180
 * @param lat degrees north, -90 to 90
 * @param uncertaintyMetres radius round it that holds what was meant, as far as the notation tells:
 *     digits that are not written, the size of a grid's cell
 * @param notation how it is written
 * @param guessed whether this is not what stands there, only what may have been meant
 */
public record Position(
    double lon, double lat, double uncertaintyMetres, Notation notation, boolean guessed) {

  private static final double METRES_PER_DEGREE = 111_320;

  /** Ten centimetres: finer than any of the notations that are computed. */
  private static final double SCALE = 1e6;

  /** Returns the middle of a cell. */
  static Position ofCell(double lon, double lat, double uncertaintyMetres, Notation notation) {
    return new Position(
        Math.rint(lon * SCALE) / SCALE,
        Math.rint(lat * SCALE) / SCALE,
        uncertaintyMetres,
        notation,
        false);
  }

  /** Returns whether there is such a position. */
  static boolean isOnEarth(double lon, double lat) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }

  /**
   * Returns half the diagonal of a cell of degrees in metres.
   *
   * @param width degrees of longitude
   * @param height degrees of latitude
   */
  static double halfDiagonal(double lat, double width, double height) {
    return METRES_PER_DEGREE
        / 2
        * Math.hypot(width * Math.cos(Math.toRadians(Math.min(90, Math.abs(lat)))), height);
  }

  /** Returns the same position as something that may have been meant. */
  public Position asGuess() {
    return new Position(lon, lat, uncertaintyMetres, notation, true);
  }

  /** Returns the same position as written in another notation around it. */
  Position in(Notation other, double leastUncertaintyMetres) {
    return new Position(
        lon, lat, Math.max(uncertaintyMetres, leastUncertaintyMetres), other, guessed);
  }
}
