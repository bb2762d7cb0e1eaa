package org.dateline.server.change;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The difference of two states as JSON Patch (RFC 6902), of which {@code add}, {@code remove} and
 * {@code replace} are used. An array that differs is replaced as a whole: a reader of the log sees
 * what it was and what it is, and the work is proportional to the size of the states.
 */
public final class JsonPatch {

  private static final JsonMapper JSON = new JsonMapper();

  private JsonPatch() {}

  /**
   * Returns the patch that turns one state into the other.
   *
   * @param before null when there was none
   * @param after null when there is none any more
   * @return JSON text; {@code []} when the states are equal
   */
  public static String between(@Nullable JsonNode before, @Nullable JsonNode after) {
    ArrayNode patch = JSON.createArrayNode();
    compare(patch, "", orNull(before), orNull(after));
    return JSON.writeValueAsString(patch);
  }

  private static JsonNode orNull(@Nullable JsonNode state) {
    return state == null ? JsonNodeFactory.instance.nullNode() : state;
  }

  private static void compare(ArrayNode patch, String path, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (!(before instanceof ObjectNode was) || !(after instanceof ObjectNode is)) {
      operation(patch, "replace", path).set("value", after);
      return;
    }
    for (Map.Entry<String, JsonNode> member : was.properties()) {
      if (!is.has(member.getKey())) {
        operation(patch, "remove", path + '/' + escaped(member.getKey()));
      }
    }
    for (Map.Entry<String, JsonNode> member : is.properties()) {
      String memberPath = path + '/' + escaped(member.getKey());
      JsonNode earlier = was.get(member.getKey());
      if (earlier == null) {
        operation(patch, "add", memberPath).set("value", member.getValue());
      } else {
        compare(patch, memberPath, earlier, member.getValue());
      }
    }
  }

  private static ObjectNode operation(ArrayNode patch, String op, String path) {
    return patch.addObject().put("op", op).put("path", path);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * Returns the state after a patch.
   *
   * @param before null when there was none
   * @return null when there is none any more
   * @throws IllegalArgumentException when the patch does not fit the state or is none
   */
  public static @Nullable JsonNode apply(@Nullable JsonNode before, String patch) {
    JsonNode state = before == null ? orNull(null) : before.deepCopy();
    for (JsonNode operation : JSON.readTree(patch)) {
      state = apply(state, operation);
    }
    return state.isNull() ? null : state;
  }

  private static JsonNode apply(JsonNode state, JsonNode operation) {
    String op = operation.path("op").asString("");
    JsonPointer path = JsonPointer.compile(operation.path("path").asString(""));
    JsonNode value = operation.path("value");
    if (path.matches() && op.equals("replace")) {
      return value.deepCopy();
    }
    JsonPointer head = path.head();
    if (head == null || !(state.at(head) instanceof ObjectNode parent)) {
      throw new IllegalArgumentException("\"" + path + "\" leads nowhere");
    }
    String name = path.last().getMatchingProperty();
    if (parent.has(name) == op.equals("add")) {
      throw new IllegalArgumentException("\"" + op + "\" does not fit at \"" + path + "\"");
    }
    switch (op) {
      case "add", "replace" -> parent.set(name, value.deepCopy());
      case "remove" -> parent.remove(name);
      default -> throw new IllegalArgumentException("there is no operation \"" + op + "\" here");
    }
    return state;
  }
}
