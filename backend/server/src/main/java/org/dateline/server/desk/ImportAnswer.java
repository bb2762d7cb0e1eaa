package org.dateline.server.desk;

import java.util.List;
import java.util.Map;
import org.dateline.server.feature.Json;
import org.dateline.server.intake.Intake;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.location.Entered;
import org.dateline.server.location.Fault;
import org.dateline.server.location.Protection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What an import says: how the file was understood, what it kept, and what it could not. */
final class ImportAnswer {

  private static final int MOST_REJECTED = 1_000;
  private static final int MOST_SHOWN = 100;

  private ImportAnswer() {}

  /** Returns the first rejected rows. */
  static List<Intake.Rejected> first(List<Intake.Rejected> rejected) {
    return rejected.subList(0, Math.min(rejected.size(), MOST_REJECTED));
  }

  static byte[] of(Intake intake, List<AddedLocation> added, boolean dryRun) {
    return Json.document(
        "",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("format", intake.format());
          Json.texts(json, "details", intake.details());
          json.writeBooleanProperty("dry_run", dryRun);
          json.writeArrayPropertyStart("columns");
          for (Map.Entry<String, @Nullable String> column : intake.columns().entrySet()) {
            json.writeStartObject();
            json.writeStringProperty("name", column.getKey());
            Json.text(json, "property", column.getValue());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeNumberProperty("rows", intake.good().size() + intake.rejected().size());
          json.writeNumberProperty("good", intake.good().size());
          json.writeNumberProperty("rejected_rows", intake.rejected().size());
          json.writeArrayPropertyStart("rejected");
          first(intake.rejected()).forEach(rejected -> write(json, rejected));
          json.writeEndArray();
          Json.texts(json, "created", added.stream().map(AddedLocation::id).toList());
          if (dryRun) {
            preview(json, intake.good());
          }
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Intake.Rejected rejected) {
    json.writeStartObject();
    json.writeNumberProperty("line", rejected.line());
    json.writeArrayPropertyStart("reasons");
    for (Fault reason : rejected.reasons()) {
      json.writeStartObject();
      json.writeStringProperty("pointer", reason.pointer());
      json.writeStringProperty("detail", reason.detail());
      Json.text(json, "hint", reason.hint());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The first rows as the map would show them. */
  private static void preview(JsonGenerator json, List<Entered> good) {
    json.writeObjectPropertyStart("preview");
    json.writeStringProperty("type", "FeatureCollection");
    json.writeArrayPropertyStart("features");
    for (Entered entered : good.subList(0, Math.min(good.size(), MOST_SHOWN))) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      Json.geometry(
          json, entered.isLimited() ? Protection.cells(entered.geometry()) : entered.geometry(), 7);
      json.writeObjectPropertyStart("properties");
      entered
          .values()
          .forEach(
              (name, value) -> {
                if (value instanceof String text) {
                  json.writeStringProperty(name, text);
                } else if (value instanceof Number number) {
                  Json.number(json, name, number.doubleValue());
                }
              });
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
