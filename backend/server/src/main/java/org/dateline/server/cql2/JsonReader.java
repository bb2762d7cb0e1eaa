package org.dateline.server.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dateline.server.notation.Decimal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CQL2 JSON. Where something stands is told as a JSON pointer (RFC 6901). */
final class JsonReader {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String FORM = "A filter is an object like {\"op\": \"=\", \"args\": [...]}.";

  private final Parsed.Places places = new Parsed.Places();

  private JsonReader() {}

  /** Reads a filter. */
  static Parsed parse(String filter) {
    Parsed.checkLength(filter);
    JsonNode json;
    try {
      json = MAPPER.readTree(filter);
    } catch (JacksonException e) {
      throw new InvalidFilterException(
          "The filter is not JSON: " + e.getOriginalMessage(), "", FORM);
    }
    JsonReader reader = new JsonReader();
    return reader.places.root(reader.node(json, "", 0));
  }

  private Node node(JsonNode json, String pointer, int depth) {
    if (depth > Parsed.DEEPEST) {
      throw Parsed.tooDeep(place(pointer));
    }
    return places.at(place(pointer), read(json, pointer, depth));
  }

  private Node read(JsonNode json, String pointer, int depth) {
    if (json.isString()) {
      return new Node.Text(json.asString());
    }
    if (json.isNumber()) {
      var number = Decimal.parse(json.asString());
      if (number == null) {
        throw wrong("This number is too large.", pointer, FORM);
      }
      return new Node.Numeric(number);
    }
    if (json.isBoolean()) {
      return new Node.Truth(json.booleanValue());
    }
    if (json.isArray()) {
      return new Node.Array(nodes(json, pointer, depth));
    }
    if (!json.isObject()) {
      throw wrong("Here stands nothing that can be compared.", pointer, FORM);
    }
    if (json.has("op")) {
      return operation(json, pointer, depth);
    }
    if (json.has("type")) {
      return new Node.Shape(GeoJsonShape.read(json, place(pointer)));
    }
    if (json.size() == 1) {
      String member = json.propertyNames().iterator().next();
      String inner = pointer + "/" + member;
      JsonNode value = json.get(member);
      switch (member) {
        case "property":
          return new Node.Property(text(value, inner));
        case "date":
          return Literals.day(text(value, inner), place(inner));
        case "timestamp":
          return Literals.moment(text(value, inner), place(inner));
        case "bbox":
          return Literals.box(numbers(value, inner), place(inner));
        case "interval":
          return interval(value, inner, depth);
        default:
          break;
      }
    }
    throw wrong(
        "This object is nothing that CQL2 knows.",
        pointer,
        FORM + " Values are property, date, timestamp, interval, bbox or a GeoJSON geometry.");
  }

  private Node operation(JsonNode json, String pointer, int depth) {
    String op = text(json.get("op"), pointer + "/op");
    JsonNode args = json.path("args");
    if (!args.isArray()) {
      throw wrong("The operator \"" + op + "\" has no args.", pointer, "args is an array.");
    }
    String small = op.toLowerCase(Locale.ROOT);
    List<Node> nodes = nodes(args, pointer + "/args", depth);
    return new Node.Operation(
        small.equals("isnull") ? "isNull" : FilterCompiler.isStandard(small) ? small : op, nodes);
  }

  private Node interval(JsonNode ends, String pointer, int depth) {
    if (!ends.isArray() || ends.size() != 2) {
      throw wrong("An interval has two ends.", pointer, "[from, to]");
    }
    return new Node.Interval(
        end(ends.get(0), pointer + "/0", depth), end(ends.get(1), pointer + "/1", depth));
  }

  private Node end(JsonNode json, String pointer, int depth) {
    return json.isString()
        ? places.at(place(pointer), Literals.end(json.asString(), place(pointer)))
        : node(json, pointer, depth + 1);
  }

  private List<Node> nodes(JsonNode array, String pointer, int depth) {
    List<Node> nodes = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      nodes.add(node(Objects.requireNonNull(array.get(i)), pointer + "/" + i, depth + 1));
    }
    return List.copyOf(nodes);
  }

  private static List<Double> numbers(JsonNode array, String pointer) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : array) {
      if (!number.isNumber()) {
        throw wrong("A box is an array of numbers.", pointer, "West, south, east, north.");
      }
      numbers.add(number.doubleValue());
    }
    return numbers;
  }

  private static String text(JsonNode json, String pointer) {
    if (!json.isString()) {
      throw wrong("Here a text is expected.", pointer, FORM);
    }
    return json.asString();
  }

  private static InvalidFilterException wrong(String detail, String pointer, String hint) {
    return new InvalidFilterException(detail, place(pointer), hint);
  }

  private static String place(String pointer) {
    return pointer.isEmpty() ? "" : "at " + pointer;
  }
}
