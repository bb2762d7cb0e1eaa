package org.dateline.geodata.index;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.dateline.geodata.gazetteer.Distance;

/** Towns by cells of one degree, to find those nearest to a point. */
final class TownGrid {

  private record Near(int ordinal, double metres) {}

  private final PlaceTable places;
  private final ByteBuffer cells;
  private final ByteBuffer cellPlaces;

  TownGrid(IndexFile file, PlaceTable places) {
    this.places = places;
    cells = file.section(Section.CELLS);
    cellPlaces = file.section(Section.CELL_PLACES);
  }

  static int row(double lat) {
    return Math.max(0, Math.min(179, (int) Math.floor(lat) + 90));
  }

  static int column(double lon) {
    return Math.floorMod((int) Math.floor(lon) + 180, 360);
  }

  static int cell(int row, int column) {
    return row * 360 + column;
  }

  /** Returns the ordinals of the towns nearest to a point, nearest first. */
  List<Integer> nearest(double lon, double lat, int limit) {
    PriorityQueue<Near> nearest =
        new PriorityQueue<>(Comparator.comparingDouble(Near::metres).reversed());
    int homeRow = row(lat);
    int homeColumn = column(lon);
    // Rings of cells grow until all further ones lie beyond the worst of the nearest.
    for (int ring = 0; ring <= 180; ring++) {
      if (isBeyond(nearest, limit, meridianMetres(lat, ring - 1))) {
        break;
      }
      for (int y = Math.max(-ring, -homeRow); y <= Math.min(ring, 179 - homeRow); y++) {
        // Only the first and last row of a ring have more than two cells of it.
        int step = Math.abs(y) == ring ? 1 : Math.max(1, 2 * ring);
        for (int x = -ring; x <= Math.min(ring, 179); x += step) {
          int row = homeRow + y;
          int column = Math.floorMod(homeColumn + x, 360);
          if (!isBeyond(nearest, limit, cellMetres(lon, lat, row, column))) {
            addCell(nearest, limit, lon, lat, cell(row, column));
          }
        }
      }
    }
    return nearest.stream()
        .sorted(Comparator.comparingDouble(Near::metres))
        .map(Near::ordinal)
        .toList();
  }

  private static boolean isBeyond(PriorityQueue<Near> nearest, int limit, double metres) {
    Near worst = nearest.peek();
    return worst != null && nearest.size() >= limit && worst.metres() <= metres;
  }

  private void addCell(PriorityQueue<Near> nearest, int limit, double lon, double lat, int cell) {
    for (int i = cells.getInt(cell * 4); i < cells.getInt(cell * 4 + 4); i++) {
      int ordinal = cellPlaces.getInt(i * 4);
      double metres = Distance.metres(lon, lat, places.lon(ordinal), places.lat(ordinal));
      if (!isBeyond(nearest, limit, metres)) {
        nearest.add(new Near(ordinal, metres));
        if (nearest.size() > limit) {
          nearest.remove();
        }
      }
    }
  }

  /**
   * The least distance from a point to a cell: across its nearest parallel or its nearest meridian.
   */
  private static double cellMetres(double lon, double lat, int row, int column) {
    double south = row - 90;
    double parallel = Math.max(0, Math.max(south - lat, lat - south - 1));
    double east = Math.floorMod(Math.round(Math.floor(lon)) - (column - 180), 360);
    double fraction = lon - Math.floor(lon);
    // Degrees to the west and to the east until the cell begins.
    double meridian = east == 0 ? 0 : Math.min(east - 1 + fraction, 360 - east - fraction);
    return Math.max(
        Math.toRadians(parallel) * Distance.EARTH_RADIUS_METRES, meridianMetres(lat, meridian));
  }

  /** The least distance from a point to a meridian some degrees away. */
  private static double meridianMetres(double lat, double degrees) {
    double sine =
        Math.cos(Math.toRadians(lat))
            * Math.sin(Math.toRadians(Math.min(90, Math.max(0, degrees))));
    return Math.asin(sine) * Distance.EARTH_RADIUS_METRES;
  }
}
