package org.dateline.server.feature;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import org.geotools.geojson.geom.GeometryJSON;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON documents written once, straight to bytes. */
public final class Json {

  private static final JsonFactory PLAIN = new JsonFactory();

  /** UTF-8 has no lone surrogates; written as an escape, they survive. */
  private static final JsonFactory ASCII = JsonFactory.builder().highestNonEscapedChar(127).build();

  private static final int DECIMALS = 5;

  private Json() {}

  /**
   * Returns the bytes of a document.
   *
   * @param text the text that strings of the document are taken from; where it is not proper
   *     Unicode, the document is written in ASCII with escapes
   */
  public static byte[] document(String text, Consumer<JsonGenerator> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    JsonFactory factory = isUnicode(text) ? PLAIN : ASCII;
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      content.accept(json);
    }
    return out.toByteArray();
  }

  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        return false;
      }
    }
    return true;
  }

  /** Writes a member that is a string or null. */
  public static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }

  /** Writes a member that is a whole number or null. */
  public static void integer(JsonGenerator json, String name, @Nullable Integer value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }

  /** Writes a member that is a number, without a fraction where it is whole. */
  public static void number(JsonGenerator json, String name, double value) {
    json.writeName(name);
    number(json, value);
  }

  /** Writes a probability with three decimals. */
  public static void share(JsonGenerator json, String name, double value) {
    number(json, name, Math.rint(value * 1000) / 1000);
  }

  private static void number(JsonGenerator json, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }

  /** Writes a member that is an array of numbers. */
  public static void numbers(JsonGenerator json, String name, double... values) {
    json.writeArrayPropertyStart(name);
    for (double value : values) {
      number(json, value);
    }
    json.writeEndArray();
  }

  /** Writes a member that is an array of strings. */
  public static void texts(JsonGenerator json, String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** Writes a member that is a word of a closed list, in lower case. */
  public static void word(JsonGenerator json, String name, Enum<?> value) {
    json.writeStringProperty(name, value.name().toLowerCase(Locale.ROOT));
  }

  /** Writes a link object. */
  public static void link(
      JsonGenerator json, String rel, String href, String type, @Nullable String title) {
    json.writeStartObject();
    json.writeStringProperty("rel", rel);
    json.writeStringProperty("href", href);
    json.writeStringProperty("type", type);
    if (title != null) {
      json.writeStringProperty("title", title);
    }
    json.writeEndObject();
  }

  /** Writes a {@code geometry} member with at most five decimals. */
  public static void geometry(JsonGenerator json, Geometry geometry) {
    geometry(json, geometry, DECIMALS);
  }

  /** Writes a {@code geometry} member with at most so many decimals. */
  public static void geometry(JsonGenerator json, Geometry geometry, int decimals) {
    json.writeName("geometry");
    json.writeRawValue(new GeometryJSON(decimals).toString(geometry));
  }
}
