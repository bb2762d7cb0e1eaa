package org.dateline.server.feature;

import org.locationtech.jts.geom.Envelope;

/**
 * A fixed grid of cells of about 5 km, which stand for places whose point would do harm. A cell is
 * the same for every request and every re-run, so that repeated answers do not average to the
 * point; its edges and its label point have two decimals.
 */
public final class Grid {

  /** Height of a row: 0.05 degrees of latitude are 5.6 km. */
  private static final int ROW = 5;

  private Grid() {}

  /** Returns the cell that contains a point (degrees). */
  public static Cell cellAt(double lon, double lat) {
    // In hundredths of a degree, whole numbers, so that edges are exact.
    int south = floor(Math.min(lat * 100, 8999), ROW);
    int columnWidth = columnWidth(south);
    int west = Math.min(floor((lon + 180) * 100, columnWidth), 36000 - 1) - 18000;
    int east = Math.min(west + columnWidth, 18000);
    return new Cell(west, south, east, south + ROW);
  }

  private static int floor(double value, int step) {
    return Math.floorDiv((int) Math.floor(value), step) * step;
  }

  /** Width of the cells of a row in hundredths of a degree: never less than 5 km on the ground. */
  private static int columnWidth(int south) {
    double widest = Math.max(Math.abs(south), Math.abs(south + ROW)) / 100.0;
    double cosine = Math.cos(Math.toRadians(Math.min(widest, 89.9)));
    return Math.min(36000, (int) Math.ceil(ROW / cosine));
  }

  /**
   * One cell, its edges in hundredths of a degree.
   *
   * @param west western edge
   * @param south southern edge
   * @param east eastern edge
   * @param north northern edge
   */
  public record Cell(int west, int south, int east, int north) {

    /** Returns the cell in degrees. */
    public Envelope envelope() {
      return new Envelope(west / 100.0, east / 100.0, south / 100.0, north / 100.0);
    }

    /** Returns the longitude of the label point, near the middle. */
    public double labelLon() {
      return Math.floorDiv(west + east, 2) / 100.0;
    }

    /** Returns the latitude of the label point, near the middle. */
    public double labelLat() {
      return Math.floorDiv(south + north, 2) / 100.0;
    }
  }
}
