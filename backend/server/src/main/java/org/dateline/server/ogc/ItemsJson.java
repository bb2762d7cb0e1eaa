package org.dateline.server.ogc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.feature.Json;
import org.dateline.server.format.Alternates;
import org.dateline.server.format.Format;
import org.dateline.server.http.Representation;
import tools.jackson.core.JsonGenerator;

/** Features as GeoJSON with links, as OGC API - Features has them. */
final class ItemsJson {

  private static final String GEO_JSON = Representation.GEO_JSON.toString();

  private ItemsJson() {}

  /** Returns a page of features. */
  static Representation of(ItemsPage page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + 2048 * page.features().size());
    out.writeBytes(ascii("{\"type\":\"FeatureCollection\",\"features\":["));
    String separator = "\n";
    for (CollectionFeature feature : page.features()) {
      out.writeBytes(ascii(separator));
      out.writeBytes(page.asked().view().json(feature));
      separator = ",\n";
    }
    out.writeBytes(ascii("],"));
    byte[] about =
        Json.document(
            "",
            json -> {
              json.writeStartObject();
              json.writeNumberProperty("numberMatched", page.matched());
              json.writeNumberProperty("numberReturned", page.features().size());
              // When the data was made: the same request gets the same bytes until it changes.
              json.writeStringProperty("timeStamp", page.collection().updatedAt().toString());
              json.writeArrayPropertyStart("links");
              Json.link(json, "self", page.self(), GEO_JSON, "This page");
              page.next().ifPresent(next -> Json.link(json, "next", next, GEO_JSON, "Next page"));
              page.previous()
                  .ifPresent(prev -> Json.link(json, "prev", prev, GEO_JSON, "Page before"));
              collection(json, page.home(), page.collection().about());
              page.alternates().write(json);
              json.writeEndArray();
              json.writeEndObject();
            });
    out.write(about, 1, about.length - 1);
    return new Representation(out.toByteArray(), Representation.GEO_JSON, page.etag());
  }

  /** Returns a feature alone: it has links beside its members. */
  static Representation of(
      CollectionFeature feature, View view, About kind, String home, Alternates alternates) {
    byte[] alone = view.json(feature);
    byte[] links =
        Json.document(
            "",
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("links");
              Json.link(json, "self", alternates.address(), GEO_JSON, "This feature");
              collection(json, home, kind);
              alternates.write(json);
              json.writeEndArray();
              json.writeEndObject();
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(alone, 0, alone.length - 1);
    out.write(',');
    out.write(links, 1, links.length - 1);
    return feature.etag() == null || !view.equals(View.ALL)
        ? Representation.of(out.toByteArray(), Representation.GEO_JSON)
        : new Representation(out.toByteArray(), Representation.GEO_JSON, feature.etag());
  }

  private static void collection(JsonGenerator json, String home, About kind) {
    Json.link(json, "collection", home, Format.JSON.type().toString(), kind.title());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
