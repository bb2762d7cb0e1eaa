package org.dateline.server.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import tools.jackson.databind.JsonNode;

/**
 * What is taken back together: {@code {"changes": [{"id": "...", "version": 2, "back_to": 1}]}}.
 *
 * @param changes by what they are of, in the order of the list; never empty
 */
record UndoList(Map<String, Change> changes) {

  private static final int MOST = 10_000;

  /**
   * A change to take back.
   *
   * @param at where it stands in the body, a JSON pointer
   * @param version that the client saw
   * @param backTo the version whose state comes back; 0 is before the first
   */
  record Change(String at, int version, int backTo) {

    /** Returns whether this is the version that is there. */
    boolean isOf(int present) {
      return version == present;
    }

    /** Returns the problem of another version being there. */
    ProblemException stale(String thing, int present) {
      return new ProblemException(
          ProblemType.VERSION_CHANGED,
          thing + " is version " + present + " now, not " + version + ".",
          at,
          "Look at it again, and leave it out or send its version. Nothing was changed.");
    }
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException naming the member that cannot be used
   */
  static UndoList of(JsonNode body) {
    JsonNode list = body.path("changes");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
      throw invalid("/changes", "\"changes\" is a list of 1 to " + MOST + " changes.");
    }
    Map<String, Change> changes = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String at = "/changes/" + i;
      JsonNode id = list.get(i).path("id");
      if (!id.isString() || id.asString().isEmpty()) {
        throw invalid(at + "/id", "\"id\" is a text.");
      }
      int version = number(list.get(i), at, "version", 1);
      int backTo = number(list.get(i), at, "back_to", 0);
      if (backTo >= version) {
        throw invalid(
            at + "/back_to", "There is no version " + backTo + " before " + version + ".");
      }
      if (changes.put(id.asString(), new Change(at, version, backTo)) != null) {
        throw invalid(at + "/id", "\"" + id.asString() + "\" is in the list twice.");
      }
    }
    return new UndoList(changes);
  }

  private static int number(JsonNode change, String at, String name, int least) {
    JsonNode value = change.path(name);
    if (!value.isInt() || value.asInt() < least) {
      throw invalid(at + "/" + name, "\"" + name + "\" is a whole number from " + least + " on.");
    }
    return value.asInt();
  }

  private static ProblemException invalid(String at, String detail) {
    return new ProblemException(
        ProblemType.INVALID_FEATURE,
        detail,
        at,
        "For example {\"changes\": [{\"id\": \"...\", \"version\": 1, \"back_to\": 0}]}."
            + " Nothing was changed.");
  }
}
