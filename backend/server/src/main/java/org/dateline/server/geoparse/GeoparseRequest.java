package org.dateline.server.geoparse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.server.http.Bbox;
import org.dateline.server.problem.JsonFault;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text to geoparse, checked.
 *
 * @param text the text; not blank
 * @param options what the client knows beside it
 */
record GeoparseRequest(String text, GeoparseOptions options) {

  private static final Set<String> MEMBERS =
      Set.of("text", "language", "source", "date", "countryBias", "bbox");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads a body of plain text. */
  static GeoparseRequest ofText(byte[] body, @Nullable MediaType type) {
    Charset charset =
        type == null || type.getCharset() == null ? StandardCharsets.UTF_8 : type.getCharset();
    return new GeoparseRequest(checked(decode(body, charset), "body"), GeoparseOptions.NONE);
  }

  /** Reads a body of JSON. */
  static GeoparseRequest ofJson(byte[] body) {
    JsonNode json = parse(body);
    if (!json.isObject()) {
      throw json("The JSON is not an object.", "", "Send {\"text\": \"...\"}.");
    }
    for (String member : new TreeSet<>(json.propertyNames())) {
      if (!MEMBERS.contains(member)) {
        throw json(
            "The member \"" + member + "\" is not known.",
            "/" + member,
            "Known: " + String.join(", ", new TreeSet<>(MEMBERS)) + ".");
      }
    }
    String text = string(json, "text");
    if (text == null) {
      throw json("The member \"text\" is missing.", "/text", "Send {\"text\": \"...\"}.");
    }
    return new GeoparseRequest(
        checked(text, "/text"),
        new GeoparseOptions(
            language(string(json, "language")),
            string(json, "source"),
            string(json, "date"),
            countries(json.get("countryBias")),
            box(json.get("bbox"))));
  }

  private static JsonNode parse(byte[] body) {
    String text = decode(body, StandardCharsets.UTF_8);
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isMissingNode()) {
        throw json("The body is empty.", "", "Send {\"text\": \"...\"}.");
      }
      return json;
    } catch (JacksonException e) {
      throw json(
          "The body is not JSON: " + JsonFault.of(e) + ".",
          "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr(),
          "Send {\"text\": \"...\"}, or the text alone as text/plain.");
    }
  }

  private static String decode(byte[] body, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          ProblemType.INVALID_TEXT,
          "The body is not text in " + charset.name() + ".",
          "body",
          "Send text in UTF-8, or name its charset in the Content-Type header.");
    }
  }

  private static String checked(String text, String where) {
    if (text.isBlank()) {
      throw new ProblemException(
          ProblemType.INVALID_TEXT,
          "The text is empty.",
          where,
          "Send the text of a report, as text/plain or as {\"text\": \"...\"}.");
    }
    if (text.indexOf('\0') >= 0) {
      throw new ProblemException(
          ProblemType.INVALID_TEXT,
          "The text has a NUL character at offset " + text.indexOf('\0') + ": this looks binary.",
          where,
          "Send plain text, not a file of another kind.");
    }
    return text;
  }

  private static @Nullable String string(JsonNode json, String member) {
    JsonNode value = json.get(member);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw json(
          "The member \"" + member + "\" is not a string.", "/" + member, "Send a JSON string.");
    }
    return value.stringValue();
  }

  private static @Nullable String language(@Nullable String tag) {
    if (tag != null && Locale.forLanguageTag(tag).getLanguage().isEmpty()) {
      throw json(
          "\"" + tag + "\" is not a language tag.", "/language", "For example \"en\", \"fr\".");
    }
    return tag;
  }

  private static List<String> countries(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return List.of();
    }
    List<String> countries = new ArrayList<>();
    if (value.isArray()) {
      for (JsonNode code : value) {
        if (code.isString() && code.stringValue().matches("[A-Za-z]{2}")) {
          countries.add(code.stringValue().toUpperCase(Locale.ROOT));
        }
      }
    }
    if (!value.isArray() || countries.size() != value.size()) {
      throw json(
          "countryBias is not an array of ISO 3166-1 alpha-2 codes.",
          "/countryBias",
          "For example [\"ML\", \"BF\"].");
    }
    return countries;
  }

  private static @Nullable Envelope box(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    StringBuilder numbers = new StringBuilder();
    for (JsonNode number : value) {
      numbers.append(numbers.isEmpty() ? "" : ",").append(number.asString("?"));
    }
    try {
      List<Envelope> boxes = Bbox.parse("bbox", numbers.toString());
      if (value.isArray() && boxes.size() == 1) {
        return boxes.get(0);
      }
    } catch (ProblemException e) {
      throw json(e.detail(), "/bbox", "Give [west, south, east, north] in decimal degrees.");
    }
    throw json(
        "bbox crosses the antimeridian or is not an array.",
        "/bbox",
        "Give [west, south, east, north] in decimal degrees, west less than east.");
  }

  private static ProblemException json(String detail, String where, String hint) {
    return new ProblemException(
        ProblemType.INVALID_JSON, detail, where.isEmpty() ? "body" : where, hint);
  }
}
