package org.dateline.server.location;

import org.dateline.server.feature.Grid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What is shown of a geometry that must not be shown as finely as it is known: the cells of a fixed
 * grid of 5 km that it lies in. The same every time, so that asking again or saving again tells no
 * more.
 */
public final class Protection {

  private Protection() {}

  /** Returns the rectangle of whole grid cells round a geometry (lon lat, degrees). */
  public static Geometry cells(Geometry exact) {
    Envelope box = exact.getEnvelopeInternal();
    Envelope cells = new Envelope();
    cells.expandToInclude(Grid.cellAt(box.getMinX(), box.getMinY()).envelope());
    cells.expandToInclude(Grid.cellAt(box.getMaxX(), box.getMinY()).envelope());
    cells.expandToInclude(Grid.cellAt(box.getMinX(), box.getMaxY()).envelope());
    cells.expandToInclude(Grid.cellAt(box.getMaxX(), box.getMaxY()).envelope());
    return exact.getFactory().toGeometry(cells).norm().reverse();
  }
}
