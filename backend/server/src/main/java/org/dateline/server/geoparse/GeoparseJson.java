package org.dateline.server.geoparse;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.finding.Claim;
import org.dateline.geoparser.finding.Movement;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.finding.ReportDate;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Alternative;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.place.WeighedEvidence;
import org.dateline.geoparser.text.Span;
import org.dateline.server.feature.Credits;
import org.dateline.server.feature.GazetteerUri;
import org.dateline.server.feature.Json;
import org.dateline.server.feature.Rfc7946;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.core.JsonGenerator;

/**
 * The geoparser's answer to a text that is not kept, as GeoJSON: one feature for each place. It
 * says what an atlas says and nothing is generalised, since nothing of it is published.
 */
public final class GeoparseJson {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Longer than any sentence that a person writes. */
  private static final int LONGEST_SENTENCE = 2000;

  private final JsonGenerator json;
  private final Geoparse answer;
  private final int offset;
  private final Function<Referent, Optional<Geometry>> outlines;
  private final Map<Mention, Integer> numbers;

  private GeoparseJson(
      JsonGenerator json,
      Geoparse answer,
      int offset,
      Function<Referent, Optional<Geometry>> outlines) {
    this.json = json;
    this.answer = answer;
    this.offset = offset;
    this.outlines = outlines;
    this.numbers = numbers(answer);
  }

  /**
   * Returns the answer to a text or to a section of a longer one as UTF-8.
   *
   * @param offset where the section starts in the whole text, UTF-16; added to all offsets
   * @param outlines gives the geometry of an area (lon, lat); a place without one is its point
   */
  public static byte[] encode(
      Geoparse answer,
      String methodVersion,
      int offset,
      Function<Referent, Optional<Geometry>> outlines) {
    return Json.document(
        answer.text(),
        json -> new GeoparseJson(json, answer, offset, outlines).collection(methodVersion));
  }

  private void collection(String methodVersion) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeArrayPropertyStart("features");
    answer.places().forEach(this::feature);
    json.writeEndArray();
    json.writeStringProperty("language", answer.language());
    json.writeObjectPropertyStart("focus");
    Json.texts(json, "countries", answer.focus().countries());
    json.writeEndObject();
    Json.text(json, "event_date_edtf", answer.date() == null ? null : answer.date().edtf());
    json.writeArrayPropertyStart("not_placed");
    answer.notPlaced().forEach(mention -> mention(mention, null));
    json.writeEndArray();
    json.writeArrayPropertyStart("movements");
    answer.movements().forEach(this::movement);
    json.writeEndArray();
    json.writeArrayPropertyStart("claims");
    answer.claims().forEach(this::claim);
    json.writeEndArray();
    json.writeStringProperty("method_version", methodVersion);
    json.writeStringProperty("offsets", "UTF-16");
    json.writeStringProperty("license", Credits.LICENSE);
    json.writeStringProperty("attribution", "Places: " + Credits.GAZETTEER);
    json.writeEndObject();
  }

  private static Map<Mention, Integer> numbers(Geoparse answer) {
    List<Mention> mentions = answer.mentions();
    Map<Mention, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < mentions.size(); i++) {
      numbers.put(mentions.get(i), i + 1);
    }
    return numbers;
  }

  private void feature(PlaceFinding finding) {
    Referent referent = finding.referent();
    Geometry geometry =
        outlines
            .apply(referent)
            .orElseGet(() -> GEOMETRY.createPoint(new Coordinate(referent.lon(), referent.lat())));
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", referent.id());
    Json.geometry(json, Rfc7946.publishable(geometry));
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("location", referent.name());
    json.writeStringProperty("name", referent.name());
    json.writeStringProperty("gazetteer_id", referent.id());
    Json.text(json, "gazetteer_uri", GazetteerUri.of(referent.id()));
    json.writeStringProperty("feature_code", referent.featureCode());
    Json.texts(json, "countries", referent.countries());
    Json.text(json, "admin1", referent.admin1().isEmpty() ? null : referent.admin1());
    Json.number(json, "lon", degrees(referent.lon()));
    Json.number(json, "lat", degrees(referent.lat()));
    json.writeNumberProperty("geo_precision", referent.precision().geoPrecision());
    json.writeNumberProperty("where_prec", referent.precision().wherePrec());
    Json.number(json, "uncertainty_m", Math.rint(referent.uncertaintyMetres()));
    Json.text(json, "how_made", referent.howMade());
    Tier tier = referent.tier();
    Json.text(json, "gazetteer_tier", tier == null ? null : tier.name().toLowerCase(Locale.ROOT));
    Json.word(json, "layer", finding.layer());
    Json.word(json, "feature_role", finding.role());
    json.writeBooleanProperty("drawn", finding.drawn());
    Json.text(json, "event_type", finding.eventType());
    Json.text(json, "sub_event_type", finding.subEventType());
    Json.text(json, "description", finding.description());
    Json.text(json, "cue", finding.cue());
    Span whole = finding.passage();
    Span quote = around(finding.evidence().span(), whole);
    json.writeStringProperty("quote", quote.of(answer.text()));
    json.writeBooleanProperty("quote_whole", quote.equals(whole));
    Json.share(json, "score", finding.evidence().score());
    Json.texts(json, "reasons", finding.evidence().reasons());
    json.writeNumberProperty("mention_count", finding.mentions().size());
    json.writeArrayPropertyStart("mentions");
    for (Mention mention : finding.mentions()) {
      mention(mention, finding);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void mention(Mention mention, @Nullable PlaceFinding finding) {
    json.writeStartObject();
    json.writeStringProperty("id", "m" + numbers.getOrDefault(mention, 0));
    json.writeNumberProperty("start", offset + mention.span().start());
    json.writeNumberProperty("end", offset + mention.span().end());
    json.writeStringProperty("text", mention.text());
    Json.word(json, "kind", mention.kind());
    json.writeBooleanProperty("coreference", mention.coreference());
    Json.text(
        json, "role", finding == null ? null : finding.role().name().toLowerCase(Locale.ROOT));
    Json.share(json, "score", mention.score());
    Span sentence = around(mention.span(), mention.sentence());
    json.writeStringProperty("sentence", sentence.of(answer.text()));
    json.writeNumberProperty("sentence_start", offset + sentence.start());
    json.writeBooleanProperty("sentence_whole", sentence.equals(mention.sentence()));
    Json.texts(json, "reasons", mention.reasons());
    json.writeArrayPropertyStart("evidence");
    for (WeighedEvidence evidence : mention.evidence()) {
      json.writeStartObject();
      json.writeStringProperty("name", evidence.name());
      Json.share(json, "value", evidence.value());
      Json.share(json, "contribution", evidence.contribution());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.share(json, "margin", mention.margin());
    json.writeArrayPropertyStart("alternatives");
    for (Alternative alternative : mention.alternatives()) {
      json.writeStartObject();
      json.writeStringProperty("id", alternative.place().id());
      json.writeStringProperty("name", alternative.place().name());
      Json.text(
          json,
          "country",
          alternative.place().country().isEmpty() ? null : alternative.place().country());
      Json.number(json, "lon", degrees(alternative.place().lon()));
      Json.number(json, "lat", degrees(alternative.place().lat()));
      Json.share(json, "score", alternative.score());
      json.writeStringProperty("reason", alternative.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.text(json, "not_placed_because", mention.notPlacedBecause());
    json.writeEndObject();
  }

  private void movement(Movement movement) {
    json.writeStartObject();
    Json.word(json, "movement_type", movement.type());
    Json.text(json, "from_id", id(movement.from()));
    Json.text(json, "to_id", id(movement.to()));
    json.writeStringProperty("from", movement.from().text());
    json.writeStringProperty("to", movement.to().text());
    Span sentence = around(movement.to().span(), movement.sentence());
    json.writeStringProperty("quote", sentence.of(answer.text()));
    json.writeNumberProperty("quote_start", offset + sentence.start());
    json.writeNumberProperty("quote_end", offset + sentence.end());
    json.writeBooleanProperty("quote_whole", sentence.equals(movement.sentence()));
    json.writeStringProperty("cue", movement.cue());
    ReportDate date = movement.date();
    Json.text(json, "event_date_edtf", date == null ? null : date.edtf());
    json.writeEndObject();
  }

  private void claim(Claim claim) {
    json.writeStartObject();
    json.writeStringProperty("about_id", claim.about().id());
    json.writeStringProperty("claim_by", claim.by());
    quote("quote", "quote", claim.sentence());
    Json.text(json, "denied_by", claim.deniedBy());
    if (claim.denial() != null) {
      quote("denial_quote", "denial", claim.denial());
    }
    json.writeEndObject();
  }

  private void quote(String name, String prefix, Span whole) {
    Span sentence = around(whole, whole);
    json.writeStringProperty(name, sentence.of(answer.text()));
    json.writeNumberProperty(prefix + "_start", offset + sentence.start());
    json.writeNumberProperty(prefix + "_end", offset + sentence.end());
  }

  private static @Nullable String id(Mention mention) {
    Referent referent = mention.referent();
    return referent == null ? null : referent.id();
  }

  /**
   * Returns the sentence, or the part of it round the words where it has no end: a text that is one
   * sentence would be repeated whole for each of its thousands of names.
   */
  private static Span around(Span words, Span sentence) {
    if (sentence.length() <= LONGEST_SENTENCE || !sentence.contains(words)) {
      return sentence.length() <= LONGEST_SENTENCE
          ? sentence
          : new Span(sentence.start(), sentence.start() + LONGEST_SENTENCE);
    }
    int start = Math.max(sentence.start(), words.start() - LONGEST_SENTENCE / 4);
    return new Span(start, Math.min(sentence.end(), words.end() + LONGEST_SENTENCE / 4));
  }

  private static double degrees(double value) {
    return Math.rint(value * 100_000) / 100_000;
  }
}
