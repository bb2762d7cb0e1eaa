package org.dateline.server.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.geoparser.finding.Layer;
import org.dateline.server.feature.Credits;
import org.dateline.server.feature.Json;
import org.dateline.server.format.Features;
import org.dateline.server.http.Representation;
import org.dateline.server.report.Report;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonGenerator;

/** A report's layers, encoded: the list of them, and each as a FeatureCollection. */
final class LayerJson {

  private final Report report;
  private final List<PublishedFeature> features;

  private LayerJson(Report report, List<PublishedFeature> features) {
    this.report = report;
    this.features = features;
  }

  /**
   * Takes what is on a report's map.
   *
   * @param found by the geoparser
   * @param added by journalists
   */
  static LayerJson of(Report report, List<PublishedFeature> found, List<PublishedFeature> added) {
    return new LayerJson(report, Stream.concat(found.stream(), added.stream()).toList());
  }

  /** Returns the list: layers with features, and the empty one that waits for journalists. */
  Representation list() {
    byte[] body =
        Json.document(
            report.source().text(),
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("layers");
              for (LayerDescription layer : LayerDescription.ALL) {
                List<PublishedFeature> inside = in(layer);
                if (!inside.isEmpty() || layer.layer() == Layer.LOCATIONS) {
                  describe(json, layer, inside);
                }
              }
              json.writeEndArray();
              json.writeEndObject();
            });
    return Representation.of(body, MediaType.APPLICATION_JSON);
  }

  private void describe(JsonGenerator json, LayerDescription layer, List<PublishedFeature> inside) {
    json.writeStartObject();
    json.writeStringProperty("id", layer.id());
    json.writeStringProperty("title", layer.title());
    json.writeStringProperty("description", layer.description());
    json.writeNumberProperty("count", inside.size());
    json.writeBooleanProperty("on", layer.on());
    Envelope box = new Envelope();
    inside.forEach(f -> box.expandToInclude(f.geometry().getEnvelopeInternal()));
    if (box.isNull()) {
      json.writeNullProperty("bbox");
    } else {
      Json.numbers(json, "bbox", box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
    json.writeStringProperty(
        "source",
        layer.layer() == Layer.LOCATIONS
            ? "Added by journalists"
            : "Geoparsed from the report; places: " + Credits.GAZETTEER);
    json.writeStringProperty("license", Credits.LICENSE);
    Instant updatedAt =
        inside.stream()
            .map(f -> f.updatedAt())
            .max(Comparator.naturalOrder())
            .orElse(report.reading().at());
    json.writeStringProperty("updated_at", updatedAt.toString());
    json.writeArrayPropertyStart("links");
    Json.link(
        json,
        "items",
        "/api/reports/" + report.id() + "/layers/" + layer.id(),
        Representation.GEO_JSON.toString(),
        layer.title());
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Returns every layer's features by layer id; layers without any are empty collections. */
  Map<String, Representation> collections() {
    Map<String, Representation> collections = new LinkedHashMap<>();
    for (LayerDescription layer : LayerDescription.ALL) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(ascii("{\"type\":\"FeatureCollection\",\"features\":["));
      String separator = "";
      for (PublishedFeature feature : in(layer)) {
        out.writeBytes(ascii(separator));
        out.writeBytes(feature.json());
        separator = ",\n";
      }
      out.writeBytes(ascii("]}"));
      collections.put(layer.id(), Representation.of(out.toByteArray(), Representation.GEO_JSON));
    }
    return Map.copyOf(collections);
  }

  /** Returns every layer's features by layer id, for other formats. */
  Map<String, Features> features() {
    Map<String, Features> byLayer = new LinkedHashMap<>();
    for (LayerDescription layer : LayerDescription.ALL) {
      ReportCollection kind =
          layer.layer() == Layer.LOCATIONS
              ? ReportCollection.LOCATIONS
              : ReportCollection.MOVEMENTS;
      String self = "/api/reports/" + report.id() + "/layers/" + layer.id();
      byLayer.put(
          layer.id(),
          new Features(
              layer.id(),
              layer.title(),
              self + "#",
              kind.schemaOfLayers(),
              in(layer).stream().map(PublishedFeature::feature).toList()));
    }
    return Map.copyOf(byLayer);
  }

  private List<PublishedFeature> in(LayerDescription layer) {
    return features.stream().filter(f -> f.layer() == layer.layer()).toList();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
