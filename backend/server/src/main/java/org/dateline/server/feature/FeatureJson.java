package org.dateline.server.feature;

import java.util.Locale;
import org.dateline.server.feature.Location.Boundary;
import tools.jackson.core.JsonGenerator;

/** A feature as public GeoJSON. What each property means stands in {@link Property}. */
public final class FeatureJson {

  private final ReportFacts report;

  /**
   * What a feature says of the report it is from.
   *
   * @param id the report's id
   * @param source who published it, in words
   * @param methodVersion which version of the geoparser found its places
   */
  public record ReportFacts(String id, String source, String methodVersion) {}

  /** Writes features of one report. */
  public FeatureJson(ReportFacts report) {
    this.report = report;
  }

  /** Writes one feature. */
  public void write(JsonGenerator json, Feature feature) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", feature.id());
    Json.geometry(json, feature.geometry());
    json.writeObjectPropertyStart("properties");
    where(json, feature);
    what(json, feature);
    quote(json, feature);
    match(json, feature);
    claims(json, feature);
    standing(json, feature);
    if (feature.route() != null) {
      route(json, feature.route());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void where(JsonGenerator json, Feature feature) {
    Location location = feature.location();
    json.writeStringProperty("location", location.name());
    json.writeObjectPropertyStart("names");
    json.writeEndObject();
    json.writeStringProperty("report", report.id());
    Json.word(json, "layer", feature.layer());
    Json.word(json, "feature_role", feature.role());
    Json.text(json, "country", location.country());
    Json.text(json, "iso3", location.iso3());
    Json.text(json, "admin1", location.admin1());
    json.writeNumberProperty("geo_precision", location.precision().geoPrecision());
    json.writeNumberProperty("where_prec", location.precision().wherePrec());
    Json.number(json, "uncertainty_m", location.uncertaintyMetres());
    json.writeStringProperty("location_resolution", Words.resolution(location));
    json.writeStringProperty("precision_words", Words.precision(feature));
    json.writeBooleanProperty("soft", Words.soft(feature));
    Json.numbers(json, "label_point", location.lon(), location.lat());
    Boundary boundary = location.boundary();
    Json.text(json, "boundary_source", boundary == null ? null : boundary.source());
    Json.text(json, "boundary_valid_from", boundary == null ? null : boundary.validFrom());
    Json.text(json, "boundary_valid_to", boundary == null ? null : boundary.validTo());
    Json.text(json, "how_made", location.howMade());
  }

  private static void what(JsonGenerator json, Feature feature) {
    Event event = feature.event();
    Json.text(json, "event_type", event.type());
    Json.text(json, "sub_event_type", event.subType());
    Json.text(json, "event_date", event.day());
    Json.text(json, "event_date_edtf", event.edtf());
    Json.integer(json, "time_precision", event.timePrecision());
    Json.integer(json, "date_prec", event.datePrecision());
    Json.text(json, "description", event.description());
    Json.text(json, "cue", event.cue());
  }

  private void quote(JsonGenerator json, Feature feature) {
    Quote quote = feature.quote();
    json.writeStringProperty("quote", quote.text());
    json.writeStringProperty("quote_prefix", quote.prefix());
    json.writeStringProperty("quote_suffix", quote.suffix());
    json.writeNumberProperty("quote_start", quote.start());
    json.writeNumberProperty("quote_end", quote.end());
    json.writeNumberProperty("mention_start", quote.mentionStart());
    json.writeNumberProperty("mention_end", quote.mentionEnd());
    json.writeNumberProperty("mention_count", feature.mentionCount());
    json.writeStringProperty("mentions_url", "/api/reports/" + report.id() + "/mentions");
  }

  private static void match(JsonGenerator json, Feature feature) {
    Location location = feature.location();
    String id = location.gazetteerId();
    Json.text(json, "gazetteer_id", id);
    Json.text(json, "gazetteer_uri", GazetteerUri.of(id));
    Match match = feature.match();
    Json.share(json, "gazetteer_score", match.score());
    Json.text(json, "tier", location.tier());
    Json.texts(json, "reasons", match.reasons());
    json.writeNumberProperty("alternatives", match.alternatives());
    Json.text(json, "runner_up", match.runnerUp());
    Json.share(json, "margin", match.margin());
  }

  private static void claims(JsonGenerator json, Feature feature) {
    if (feature.claims().isEmpty()) {
      json.writeStringProperty("claim_by", "report");
      json.writeStringProperty("claim_status", "reported");
      json.writeNullProperty("denied_by");
      json.writeNullProperty("denial_quote");
      return;
    }
    Claimed first = feature.claims().get(0);
    json.writeStringProperty("claim_by", first.by());
    json.writeStringProperty("claim_status", first.status());
    Json.text(json, "denied_by", first.deniedBy());
    Json.text(json, "denial_quote", first.denial());
    json.writeArrayPropertyStart("claims");
    for (Claimed claim : feature.claims()) {
      json.writeStartObject();
      json.writeStringProperty("claim_by", claim.by());
      json.writeStringProperty("claim_status", claim.status());
      json.writeStringProperty("quote", claim.quote());
      json.writeNumberProperty("quote_start", claim.start());
      json.writeNumberProperty("quote_end", claim.end());
      Json.text(json, "denied_by", claim.deniedBy());
      Json.text(json, "denial_quote", claim.denial());
      Json.integer(json, "denial_start", claim.denialStart());
      Json.integer(json, "denial_end", claim.denialEnd());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void standing(JsonGenerator json, Feature feature) {
    boolean generalised = feature.location().generalisation() != Location.Generalisation.NONE;
    json.writeBooleanProperty("drawn", feature.drawn());
    Json.word(json, "status", feature.status());
    json.writeStringProperty("method", "automatic");
    json.writeStringProperty("method_version", report.methodVersion());
    json.writeStringProperty("sensitivity", generalised ? "limited" : "public");
    Json.text(json, "sensitivity_reason", generalised ? "displacement_site" : null);
    Json.word(json, "generalised", feature.location().generalisation());
    json.writeStringProperty("source", report.source());
    json.writeNumberProperty("version", feature.version());
    json.writeStringProperty("updated_at", feature.updatedAt().toString());
    json.writeStringProperty("license", Credits.LICENSE);
    json.writeStringProperty("attribution", Credits.of(feature));
  }

  private static void route(JsonGenerator json, Route route) {
    json.writeStringProperty("movement_type", route.type().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("from_id", route.fromId());
    json.writeStringProperty("to_id", route.toId());
    json.writeStringProperty("from_name", route.fromName());
    json.writeStringProperty("to_name", route.toName());
    json.writeStringProperty("path_meaning", "straight line, route not stated");
    json.writeNumberProperty("distance_km", route.distanceKm());
  }
}
