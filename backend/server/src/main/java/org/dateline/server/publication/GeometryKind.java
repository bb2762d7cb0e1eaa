package org.dateline.server.publication;

import java.util.Locale;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.opengis.feature.simple.SimpleFeatureType;

/**
 * The collections over all reports: what the geoparser found by kind of geometry, as GIS programs
 * want it, and what journalists added.
 */
public enum GeometryKind {
  PLACES("Places", "Towns, sites and other places that are shown as a point.", Point.class),
  AREAS(
      "Areas",
      "Regions, countries, areas without an exact border, and the 5 km cells that stand for"
          + " protected sites.",
      Polygon.class),
  MOVEMENTS(
      "Movements",
      "From one place to another; a straight line, since the route is not stated.",
      LineString.class),
  LOCATIONS("Locations", "What journalists added to the maps.", Geometry.class);

  /** Name of the geometry attribute. */
  public static final String GEOMETRY = "geometry";

  /** Name of the attribute with the first second (since 1970) an event may have begun. */
  public static final String FIRST_MOMENT = "first_moment";

  /** Name of the attribute with the last second (since 1970) it may have lasted. */
  public static final String LAST_MOMENT = "last_moment";

  private final String title;
  private final String description;
  private final SimpleFeatureType type;

  GeometryKind(String title, String description, Class<? extends Geometry> geometry) {
    this.title = title;
    this.description = description;
    SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
    builder.setName(id());
    // Areas and movements may be split at the antimeridian: then a multi-geometry of the same kind.
    builder.add(
        GEOMETRY,
        geometry == Point.class ? Point.class : Geometry.class,
        DefaultGeographicCRS.WGS84);
    for (Queryable queryable : Queryable.ALL) {
      builder.add(queryable.name(), queryable.type());
    }
    builder.add(FIRST_MOMENT, Long.class);
    builder.add(LAST_MOMENT, Long.class);
    this.type = builder.buildFeatureType();
  }

  static GeometryKind of(Geometry geometry) {
    if (geometry instanceof Polygonal) {
      return AREAS;
    }
    return geometry instanceof Lineal ? MOVEMENTS : PLACES;
  }

  /** Returns the collection's id in addresses. */
  public final String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the collection's title. */
  public String title() {
    return title;
  }

  /** Returns what is in the collection. */
  public String description() {
    return description;
  }

  /** Returns the feature type that filters are evaluated on. */
  public SimpleFeatureType type() {
    return type;
  }
}
