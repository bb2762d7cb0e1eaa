package org.dateline.server.format;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Values of properties as text, for formats that have no others or no such others. */
public final class Values {

  private static final JsonMapper JSON = new JsonMapper();

  private Values() {}

  /** Returns a text as it is, a number without an idle fraction, lists and objects as JSON. */
  public static String text(Object value) {
    if (value instanceof List || value instanceof Map) {
      return json(value);
    }
    if (value instanceof Double number) {
      double whole = Math.rint(number);
      return number == whole && Math.abs(whole) < 1e15
          ? Long.toString((long) whole)
          : number.toString();
    }
    return value.toString();
  }

  /** Returns a value as JSON. */
  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
