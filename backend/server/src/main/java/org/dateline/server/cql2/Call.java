package org.dateline.server.cql2;

import java.util.List;
import org.geotools.filter.capability.FunctionNameImpl;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.opengis.filter.capability.FunctionName;
import org.opengis.filter.expression.Expression;
import org.opengis.filter.expression.ExpressionVisitor;
import org.opengis.filter.expression.Function;
import org.opengis.filter.expression.Literal;

/**
 * A function of CQL2 that GeoTools does not have, as GeoTools lets functions be added. Of a value
 * that is not there it makes nothing: null in, null out.
 *
 * @param name as in CQL2's JSON
 * @param parameters what it is called with
 * @param body makes the value of the parameters' values, none of them null; null where there is
 *     none
 */
record Call(String name, List<Expression> parameters, Body body) implements Function {

  /** What a function does. */
  @FunctionalInterface
  interface Body {
    @Nullable Object apply(Object[] values);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public FunctionName getFunctionName() {
    return new FunctionNameImpl(name, parameters.size());
  }

  @Override
  public List<Expression> getParameters() {
    return parameters;
  }

  @Override
  public @Nullable Literal getFallbackValue() {
    return null;
  }

  @Override
  public @Nullable Object evaluate(@Nullable Object feature) {
    Object[] values = new Object[parameters.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = parameters.get(i).evaluate(feature);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return body.apply(values);
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
