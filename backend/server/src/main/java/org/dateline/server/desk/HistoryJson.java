package org.dateline.server.desk;

import java.util.List;
import org.dateline.server.change.Change;
import org.dateline.server.change.JsonPatch;
import org.dateline.server.feature.Json;
import org.dateline.server.location.LocationJson;
import org.dateline.server.location.PastLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A location's history: who, when, what, why, and the location after each change. */
final class HistoryJson {

  private static final JsonMapper MAPPER = new JsonMapper();

  private HistoryJson() {}

  /** Returns the history, oldest change first; patches are between what is shown. */
  static byte[] of(String id, List<PastLocation> past) {
    return Json.document(
        "",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("id", id);
          json.writeArrayPropertyStart("changes");
          JsonNode before = null;
          for (PastLocation one : past) {
            Change change = one.change();
            JsonNode after = shown(one);
            json.writeStartObject();
            json.writeNumberProperty("sequence", change.sequence());
            json.writeNumberProperty("version", change.version());
            json.writeStringProperty("who", change.who());
            json.writeStringProperty("when", change.when().toString());
            Json.text(json, "why", change.why());
            json.writeName("what");
            json.writeRawValue(JsonPatch.between(before, after));
            json.writeStringProperty("previous_hash", change.previousHash());
            json.writeStringProperty("hash", change.hash());
            json.writeName("feature");
            json.writeRawValue(after == null ? "null" : after.toString());
            json.writeEndObject();
            before = after;
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static @Nullable JsonNode shown(PastLocation past) {
    return past.location() == null ? null : MAPPER.readTree(LocationJson.of(past.location()));
  }
}
