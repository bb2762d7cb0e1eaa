package org.dateline.server.collection;

import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.opengis.feature.simple.SimpleFeature;
import org.opengis.filter.expression.ExpressionVisitor;
import org.opengis.filter.expression.PropertyName;
import org.xml.sax.helpers.NamespaceSupport;

/**
 * A property or the geometry in a filter. GeoTools' own takes a name for a path into the object
 * ({@code a/b}) and looks for a way to walk it with each feature; this one takes any name to the
 * letter and reads it at once.
 *
 * @param name as in {@link CollectionSchema#type()}
 */
public record Attribute(String name) implements PropertyName {

  @Override
  public String getPropertyName() {
    return name;
  }

  @Override
  public @Nullable NamespaceSupport getNamespaceContext() {
    return null;
  }

  @Override
  public @Nullable Object evaluate(@Nullable Object feature) {
    return feature instanceof SimpleFeature simple ? simple.getAttribute(name) : null;
  }

  @Override
  public <T> @Nullable T evaluate(@Nullable Object feature, Class<T> type) {
    Object value = evaluate(feature);
    return type.isInstance(value) ? type.cast(value) : Converters.convert(value, type);
  }

  @Override
  public Object accept(ExpressionVisitor visitor, Object extra) {
    return visitor.visit(this, extra);
  }
}
