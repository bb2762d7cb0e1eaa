package org.dateline.geodata.index;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** Keeps the outlines used last decoded; safe for concurrent use. */
final class RecentShapes {

  private final OutlineTable outlines;
  private final Map<Integer, Geometry> shapes;

  RecentShapes(OutlineTable outlines, int capacity) {
    this.outlines = outlines;
    shapes =
        new LinkedHashMap<>(capacity, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Geometry> eldest) {
            return size() > capacity;
          }
        };
  }

  Geometry shape(int index) {
    synchronized (shapes) {
      Geometry kept = shapes.get(index);
      if (kept != null) {
        return kept;
      }
    }
    Geometry shape = outlines.shape(index);
    synchronized (shapes) {
      shapes.put(index, shape);
    }
    return shape;
  }
}
