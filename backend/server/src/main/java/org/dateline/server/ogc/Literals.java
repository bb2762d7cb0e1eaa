package org.dateline.server.ogc;

import java.math.BigDecimal;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.notation.Decimal;
import org.dateline.server.notation.IsoTime;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Values of properties as they stand in a query. */
final class Literals {

  private Literals() {}

  /**
   * Returns a value as filters see those of the property.
   *
   * @throws ProblemException when the text is none
   */
  static Object of(PropertySchema property, String text) {
    Object value =
        switch (property.type()) {
          case INTEGER -> whole(text.strip());
          case NUMBER -> number(text.strip());
          case BOOLEAN -> text.equals("true") || text.equals("false") ? text.equals("true") : null;
          case DATE -> IsoTime.day(text);
          case DATE_TIME -> IsoTime.momentOrUtc(text);
          case STRING, ARRAY, OBJECT, ANY -> text;
        };
    if (value == null) {
      String kind =
          switch (property.type()) {
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date such as 2022-05-01";
            default -> "a time such as 2022-05-01T12:00:00Z";
          };
      throw ProblemException.parameter(
          property.name(),
          "\"" + text + "\" is not " + kind + ".",
          property.description() == null ? "Give " + kind + "." : property.description());
    }
    return value;
  }

  private static @Nullable Object whole(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Object number(String text) {
    BigDecimal value = Decimal.parse(text);
    return value == null ? null : (Double) value.doubleValue();
  }
}
