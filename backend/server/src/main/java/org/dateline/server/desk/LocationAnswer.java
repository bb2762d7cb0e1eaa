package org.dateline.server.desk;

import java.util.List;
import java.util.Set;
import org.dateline.server.feature.Json;
import org.dateline.server.http.Address;
import org.dateline.server.http.Representation;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.location.LocationJson;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JsonGenerator;

/** A location as a write answers with it: links beside its members, and what it may repeat. */
final class LocationAnswer {

  static final String COLLECTION = "/api/collections/locations";

  private LocationAnswer() {}

  static String address(ServerWebExchange exchange, String id) {
    return Address.of(exchange) + COLLECTION + "/items/" + id;
  }

  static byte[] of(
      AddedLocation location, List<Duplicates.Near> duplicates, ServerWebExchange exchange) {
    return Json.document(
        "",
        json -> {
          json.writeStartObject();
          LocationJson.members(json, location);
          json.writeArrayPropertyStart("links");
          String self = address(exchange, location.id());
          Json.link(json, "self", self, Representation.GEO_JSON.toString(), location.name());
          Json.link(
              json,
              "collection",
              Address.of(exchange) + COLLECTION,
              "application/json",
              "Locations");
          Json.link(
              json, "version-history", self + "/history", "application/json", "All its versions");
          json.writeEndArray();
          write(json, duplicates);
          json.writeEndObject();
        });
  }

  static byte[] of(List<Duplicates.Near> duplicates) {
    return Json.document(
        "",
        json -> {
          json.writeStartObject();
          write(json, duplicates);
          json.writeEndObject();
        });
  }

  /** What became of a list: ids of what was taken back, and of what was changed meanwhile. */
  static byte[] undone(UndoList list, List<String> undone) {
    Set<String> done = Set.copyOf(undone);
    return Json.document(
        "",
        json -> {
          json.writeStartObject();
          Json.texts(json, "undone", undone);
          Json.texts(
              json,
              "changed",
              list.changes().keySet().stream().filter(id -> !done.contains(id)).toList());
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, List<Duplicates.Near> duplicates) {
    json.writeArrayPropertyStart("duplicates");
    for (Duplicates.Near near : duplicates) {
      json.writeStartObject();
      json.writeStringProperty("id", near.location().id());
      json.writeStringProperty("location", near.location().name());
      Json.text(json, "event_date_edtf", near.location().event().edtf());
      Json.number(json, "distance_m", near.metres());
      if (near.days() == null) {
        json.writeNullProperty("days_apart");
      } else {
        json.writeNumberProperty("days_apart", near.days());
      }
      json.writeStringProperty("href", COLLECTION + "/items/" + near.location().id());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
