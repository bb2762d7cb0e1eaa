package org.dateline.server.collection;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** What geometries a collection has, as OGC API - Features Part 5 names them. */
public enum GeometryType {
  POINT("geometry-point", Point.class),
  MULTI_POINT("geometry-multipoint", MultiPoint.class),
  POINT_OR_MULTI_POINT("geometry-point-or-multipoint", Geometry.class),
  LINE_STRING("geometry-linestring", LineString.class),
  MULTI_LINE_STRING("geometry-multilinestring", MultiLineString.class),
  LINE_STRING_OR_MULTI_LINE_STRING("geometry-linestring-or-multilinestring", Geometry.class),
  POLYGON("geometry-polygon", Polygon.class),
  MULTI_POLYGON("geometry-multipolygon", MultiPolygon.class),
  POLYGON_OR_MULTI_POLYGON("geometry-polygon-or-multipolygon", Geometry.class),
  ANY("geometry-any", Geometry.class);

  private final String format;
  private final Class<? extends Geometry> binding;

  GeometryType(String format, Class<? extends Geometry> binding) {
    this.format = format;
    this.binding = binding;
  }

  /** Returns the type of a geometry's class alone. */
  public static GeometryType of(Geometry geometry) {
    for (GeometryType type : values()) {
      if (type.binding == geometry.getClass()) {
        return type;
      }
    }
    return ANY;
  }

  /** Returns the narrowest type that takes what this and another take. */
  public GeometryType or(GeometryType other) {
    if (this == other) {
      return this;
    }
    return kind() == other.kind() && kind() >= 0
        ? new GeometryType[] {
              POINT_OR_MULTI_POINT, LINE_STRING_OR_MULTI_LINE_STRING, POLYGON_OR_MULTI_POLYGON
            }
            [kind()]
        : ANY;
  }

  private int kind() {
    return switch (this) {
      case POINT, MULTI_POINT, POINT_OR_MULTI_POINT -> 0;
      case LINE_STRING, MULTI_LINE_STRING, LINE_STRING_OR_MULTI_LINE_STRING -> 1;
      case POLYGON, MULTI_POLYGON, POLYGON_OR_MULTI_POLYGON -> 2;
      case ANY -> -1;
    };
  }

  /** Returns JSON Schema's {@code format} of the geometry. */
  public String format() {
    return format;
  }

  /** Returns the Java class of all of them. */
  public Class<? extends Geometry> binding() {
    return binding;
  }
}
