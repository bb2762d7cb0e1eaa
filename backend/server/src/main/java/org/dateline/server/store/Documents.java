package org.dateline.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.server.feature.Claimed;
import org.dateline.server.feature.Event;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.Location;
import org.dateline.server.feature.Match;
import org.dateline.server.feature.Quote;
import org.dateline.server.feature.Route;
import org.dateline.server.report.Reading;
import org.dateline.server.report.ReportMention;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.TextRights;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The records that are kept as JSON in one column, and what of them has columns of its own. */
final class Documents {

  /** The member of a decision's state that tells where its own place lies. */
  static final String SHAPE = "shape";

  private final ObjectMapper json = new ObjectMapper();
  private final JsonMapper trees = new JsonMapper();

  /** A {@link Reading} without its version, time, features and ids. */
  record ReadingDocument(
      String language,
      Reading.@Nullable TextDate date,
      List<Reading.FocusCountry> focus,
      List<ReportMention> mentions) {

    static ReadingDocument of(Reading reading) {
      return new ReadingDocument(
          reading.language(), reading.date(), reading.focus(), reading.mentions());
    }

    Reading with(
        String methodVersion, Instant at, List<Feature> features, Map<String, String> ids) {
      return new Reading(methodVersion, at, language, date, focus, mentions, features, ids);
    }
  }

  /**
   * What the log has of a report: what was received, and which reading of it is current. Text and
   * mentions are there by their hash.
   *
   * @param sha256 of the received bytes
   * @param textSha256 of the text as it is kept
   * @param readingSha256 of the reading's document
   */
  record ReportDocument(
      String sha256,
      String headline,
      @Nullable String byline,
      @Nullable String outlet,
      @Nullable String date,
      @Nullable String language,
      TextRights rights,
      String textSha256,
      String methodVersion,
      String readingSha256) {

    static ReportDocument of(ReportSource source, String methodVersion, String reading) {
      return new ReportDocument(
          source.sha256(),
          source.headline(),
          source.byline(),
          source.outlet(),
          source.date(),
          source.language(),
          source.rights(),
          digest(source.text()),
          methodVersion,
          digest(reading));
    }
  }

  /** Returns the SHA-256 of a text's UTF-8, hexadecimal. */
  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** A {@link Feature} without its id, geometry, version and time. */
  record FeatureDocument(
      Layer layer,
      FeatureRole role,
      Location location,
      Event event,
      Quote quote,
      Match match,
      int mentionCount,
      List<Claimed> claims,
      @Nullable Route route,
      boolean drawn,
      Feature.Status status) {

    static FeatureDocument of(Feature feature) {
      return new FeatureDocument(
          feature.layer(),
          feature.role(),
          feature.location(),
          feature.event(),
          feature.quote(),
          feature.match(),
          feature.mentionCount(),
          feature.claims(),
          feature.route(),
          feature.drawn(),
          feature.status());
    }

    Feature with(String id, Geometry geometry, int version, Instant updatedAt) {
      return new Feature(
          id,
          layer,
          role,
          geometry,
          location,
          event,
          quote,
          match,
          mentionCount,
          claims,
          route,
          drawn,
          status,
          version,
          updatedAt);
    }
  }

  /** Returns a record as JSON. */
  String write(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written: " + document.getClass(), e);
    }
  }

  /** Returns the state that the log has of a report, from its row joined with its reading's. */
  JsonNode reportState(Readable row) {
    return tree(
        write(
            ReportDocument.of(
                Rows.source(row), Rows.text(row, "method_version"), Rows.text(row, "document"))));
  }

  /**
   * Returns the state that the log has of a decision.
   *
   * @param document what it says, a JSON object
   * @param shape digest of where its own place lies, null without one
   */
  ObjectNode decisionState(String document, @Nullable String shape) {
    ObjectNode state = tree(document).asObject();
    return shape == null ? state : state.put(SHAPE, shape);
  }

  /** Returns JSON as a tree. */
  JsonNode tree(String document) {
    return trees.readTree(document);
  }

  /**
   * Returns the state that the log has of something on the map.
   *
   * @param document what it says, a JSON object
   * @param shape digest of its exact geometry
   */
  ObjectNode tree(String document, String shape) {
    ObjectNode state = trees.createObjectNode();
    state.put("geometry", shape);
    state.set("properties", tree(document));
    return state;
  }

  /**
   * Returns the state that the log has of a data set.
   *
   * @param schema what its features have, a JSON object
   * @param digest of its features
   */
  ObjectNode datasetState(
      String title, String description, String schema, int features, String digest) {
    ObjectNode state = trees.createObjectNode();
    state.put("title", title).put("description", description);
    state.set("schema", tree(schema));
    return state.put("features", features).put("digest", digest);
  }

  /**
   * Reads a record.
   *
   * @throws JsonProcessingException when the JSON is damaged or that of another version
   */
  <T> T read(String document, Class<T> type) throws JsonProcessingException {
    return json.readValue(document, type);
  }
}
