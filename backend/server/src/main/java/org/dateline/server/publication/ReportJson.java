package org.dateline.server.publication;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dateline.geoparser.text.Span;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.Json;
import org.dateline.server.feature.Location.Generalisation;
import org.dateline.server.format.Format;
import org.dateline.server.http.Representation;
import org.dateline.server.report.Reading;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportMention;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.TextRights;
import org.dateline.server.report.View;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonGenerator;

/** A report's metadata (with schema.org's terms as JSON-LD), text and mentions, encoded. */
final class ReportJson {

  private final Report report;

  ReportJson(Report report) {
    this.report = report;
  }

  /** Returns the list of reports. */
  static Representation list(List<Report> reports) {
    byte[] body =
        Json.document(
            "",
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("reports");
              for (Report report : reports) {
                json.writeStartObject();
                new ReportJson(report).summary(json);
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeEndObject();
            });
    return Representation.of(body, MediaType.APPLICATION_JSON);
  }

  private void summary(JsonGenerator json) {
    ReportSource source = report.source();
    json.writeStringProperty("id", report.id());
    json.writeStringProperty("headline", source.headline());
    Json.text(json, "byline", source.byline());
    Json.text(json, "outlet", source.outlet());
    Json.text(json, "date", source.date());
    json.writeStringProperty("language", report.reading().language());
    json.writeObjectPropertyStart("counts");
    json.writeNumberProperty("places", report.drawnPlaces());
    json.writeNumberProperty("movements", report.drawnMovements());
    json.writeNumberProperty("verified", report.verifiedPlaces());
    json.writeNumberProperty("not_mappable", report.notPlaced().size());
    json.writeNumberProperty("mentions", report.reading().mentions().size());
    json.writeEndObject();
    json.writeArrayPropertyStart("links");
    String self = "/api/reports/" + report.id();
    Json.link(json, "self", self, "application/json", source.headline());
    Json.link(json, "alternate", "/r/" + report.id(), "text/html", "Text and map");
    Json.link(
        json,
        "alternate",
        self + "?f=" + Format.JSON_LD.parameter(),
        Format.JSON_LD.type().toString(),
        "As " + Format.JSON_LD.title());
    Json.link(json, "text", self + "/text", "application/json", "Text with mentions");
    Json.link(json, "mentions", self + "/mentions", "application/json", "Mentions");
    Json.link(json, "layers", self + "/layers", "application/json", "Layers");
    json.writeEndArray();
  }

  /** Returns what is known of the report. */
  Representation metadata() {
    return article(
        MediaType.APPLICATION_JSON,
        json -> {
          summary(json);
          details(json);
        });
  }

  /** Returns the report as schema.org's NewsArticle and nothing else. */
  Representation linkedData() {
    return article(
        Format.JSON_LD.type(),
        json -> {
          json.writeStringProperty("@id", "/r/" + report.id());
          json.writeStringProperty("headline", report.source().headline());
        });
  }

  private Representation article(MediaType type, Consumer<JsonGenerator> members) {
    byte[] body =
        Json.document(
            report.source().text(),
            json -> {
              json.writeStartObject();
              json.writeStringProperty("@context", "https://schema.org");
              json.writeStringProperty("@type", "NewsArticle");
              members.accept(json);
              schemaOrg(json);
              json.writeEndObject();
            });
    return Representation.of(body, type);
  }

  private void details(JsonGenerator json) {
    Reading reading = report.reading();
    Reading.TextDate date = reading.date();
    Json.text(json, "event_date_edtf", date == null ? null : date.edtf());
    Json.integer(json, "date_prec", date == null ? null : date.precision());
    Json.text(json, "date_evidence", date == null ? null : date.evidence());
    Json.word(json, "text_rights", report.source().rights());
    json.writeStringProperty("sha256", report.source().sha256());
    json.writeBooleanProperty("published", true);
    json.writeStringProperty("received_at", report.receivedAt().toString());
    json.writeStringProperty("method_version", reading.methodVersion());
    json.writeObjectPropertyStart("focus");
    json.writeArrayPropertyStart("countries");
    for (Reading.FocusCountry country : reading.focus()) {
      json.writeStartObject();
      json.writeStringProperty("iso2", country.iso2());
      Json.text(json, "iso3", country.iso3());
      json.writeStringProperty("name", country.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    View.of(report)
        .ifPresentOrElse(
            view -> {
              json.writeObjectPropertyStart("view");
              Json.numbers(
                  json,
                  "bbox",
                  cents(view.getMinX()),
                  cents(view.getMinY()),
                  cents(view.getMaxX()),
                  cents(view.getMaxY()));
              json.writeEndObject();
            },
            () -> json.writeNullProperty("view"));
  }

  private static double cents(double degrees) {
    return Math.rint(degrees * 100) / 100;
  }

  private void schemaOrg(JsonGenerator json) {
    ReportSource source = report.source();
    json.writeStringProperty("inLanguage", report.reading().language());
    if (source.byline() != null) {
      json.writeObjectPropertyStart("author");
      json.writeStringProperty("@type", "Person");
      json.writeStringProperty("name", source.byline());
      json.writeEndObject();
    }
    if (source.outlet() != null) {
      json.writeObjectPropertyStart("publisher");
      json.writeStringProperty("@type", "Organization");
      json.writeStringProperty("name", source.outlet());
      json.writeEndObject();
    }
    if (source.date() != null) {
      json.writeStringProperty("datePublished", source.date());
    }
    json.writeArrayPropertyStart("contentLocation");
    for (Feature feature : report.reading().features()) {
      if (feature.drawn() && feature.route() == null) {
        place(json, feature);
      }
    }
    json.writeEndArray();
  }

  private static void place(JsonGenerator json, Feature feature) {
    json.writeStartObject();
    json.writeStringProperty("@type", "Place");
    json.writeStringProperty("name", feature.location().name());
    if (feature.location().generalisation() == Generalisation.NONE) {
      json.writeObjectPropertyStart("geo");
      json.writeStringProperty("@type", "GeoCoordinates");
      Json.number(json, "longitude", feature.location().lon());
      Json.number(json, "latitude", feature.location().lat());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Returns the text with its mentions; only what is quoted, when no more may be shown. */
  Representation text() {
    byte[] body =
        Json.document(
            report.source().text(),
            json -> {
              json.writeStartObject();
              if (report.source().rights() == TextRights.FULL) {
                json.writeStringProperty("text", report.source().text());
              } else {
                json.writeNullProperty("text");
                quotes(json);
              }
              mentions(json);
              json.writeEndObject();
            });
    return Representation.of(body, MediaType.APPLICATION_JSON);
  }

  private void quotes(JsonGenerator json) {
    json.writeArrayPropertyStart("quotes");
    for (Span quote : report.quotedSentences()) {
      json.writeStartObject();
      span(json, quote);
      json.writeStringProperty("text", quote.of(report.source().text()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Returns the mentions alone. */
  Representation mentions() {
    byte[] body =
        Json.document(
            report.source().text(),
            json -> {
              json.writeStartObject();
              mentions(json);
              json.writeEndObject();
            });
    return Representation.of(body, MediaType.APPLICATION_JSON);
  }

  private void mentions(JsonGenerator json) {
    json.writeArrayPropertyStart("mentions");
    report.reading().mentions().forEach(mention -> mention(json, mention));
    json.writeEndArray();
  }

  private static void mention(JsonGenerator json, ReportMention mention) {
    json.writeStartObject();
    json.writeStringProperty("id", mention.id());
    span(json, mention.span());
    json.writeStringProperty("text", mention.text());
    Json.word(json, "kind", mention.kind());
    json.writeBooleanProperty("coreference", mention.coreference());
    json.writeObjectPropertyStart("sentence");
    span(json, mention.sentence());
    json.writeEndObject();
    Json.text(json, "feature_id", mention.featureId());
    Json.text(
        json,
        "layer",
        mention.layer() == null ? null : mention.layer().name().toLowerCase(Locale.ROOT));
    Json.text(json, "name", mention.name());
    Json.word(json, "status", mention.status());
    Json.text(json, "status_by", mention.statusBy());
    json.writeNumberProperty("version", mention.version());
    Json.share(json, "score", mention.score());
    Json.share(json, "margin", mention.margin());
    Json.texts(json, "reasons", mention.reasons());
    json.writeArrayPropertyStart("alternatives");
    mention.others().forEach(other -> other(json, other));
    json.writeEndArray();
    Json.text(json, "not_placed_because", mention.notPlacedBecause());
    Json.text(json, "gazetteer_id", mention.gazetteerId());
    json.writeEndObject();
  }

  private static void other(JsonGenerator json, ReportMention.Other other) {
    json.writeStartObject();
    json.writeStringProperty("id", other.id());
    json.writeStringProperty("name", other.name());
    Json.text(json, "admin1", other.admin1());
    Json.text(json, "country", other.country());
    Json.number(json, "lon", other.lon());
    Json.number(json, "lat", other.lat());
    Json.share(json, "score", other.score());
    json.writeStringProperty("reason", other.reason());
    json.writeBooleanProperty("suggested", other.suggested());
    json.writeEndObject();
  }

  private static void span(JsonGenerator json, Span span) {
    json.writeNumberProperty("start", span.start());
    json.writeNumberProperty("end", span.end());
  }
}
