package org.dateline.server.ogc;

import static org.dateline.server.http.QueryParameters.none;

import java.util.Map;
import java.util.Set;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.feature.Json;
import org.dateline.server.http.Address;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.publication.Published;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** OGC API - Features, Part 1: the collections over all published reports. */
@RestController
@RequestMapping("/api/collections")
class CollectionController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String GEO_JSON = "application/geo+json";

  /** What a feature alone takes. */
  private static final Set<String> VIEW = Set.of("crs", "properties", "skipGeometry");

  private static final String SCHEMA = "application/schema+json";

  private final Published published;

  CollectionController(Published published) {
    this.published = published;
  }

  @GetMapping(produces = JSON)
  ResponseEntity<byte[]> collections(ServerWebExchange exchange) {
    none(exchange);
    String base = Address.of(exchange);
    byte[] body =
        Json.document(
            "",
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("links");
              Json.link(json, "self", base + "/api/collections", JSON, "The collections");
              json.writeEndArray();
              json.writeArrayPropertyStart("collections");
              for (FeatureCollection collection : published.current().collections()) {
                CollectionJson.describe(json, collection, base);
              }
              json.writeEndArray();
              json.writeEndObject();
            });
    return Representation.of(body, MediaType.APPLICATION_JSON).toResponse();
  }

  @GetMapping(path = "/{collection}", produces = JSON)
  ResponseEntity<byte[]> collection(@PathVariable String collection, ServerWebExchange exchange) {
    none(exchange);
    FeatureCollection found = published.current().collection(collection);
    byte[] body =
        Json.document("", json -> CollectionJson.describe(json, found, Address.of(exchange)));
    return Representation.of(body, MediaType.APPLICATION_JSON).toResponse();
  }

  @GetMapping(
      path = "/{collection}/queryables",
      produces = {SCHEMA, JSON})
  ResponseEntity<byte[]> queryables(@PathVariable String collection, ServerWebExchange exchange) {
    none(exchange);
    byte[] body =
        CollectionJson.queryables(published.current().collection(collection), Address.of(exchange));
    return Representation.of(body, MediaType.valueOf(SCHEMA)).toResponse();
  }

  @GetMapping(
      path = "/{collection}/schema",
      produces = {SCHEMA, JSON})
  ResponseEntity<byte[]> schema(@PathVariable String collection, ServerWebExchange exchange) {
    none(exchange);
    byte[] body =
        CollectionJson.schema(published.current().collection(collection), Address.of(exchange));
    return Representation.of(body, MediaType.valueOf(SCHEMA)).toResponse();
  }

  @GetMapping(
      path = "/{collection}/items",
      produces = {GEO_JSON, JSON})
  ResponseEntity<byte[]> items(@PathVariable String collection, ServerWebExchange exchange) {
    FeatureCollection found = published.current().collection(collection);
    Items items = Items.of(exchange, found);
    return items.page(found, Address.of(exchange)).toResponse(contentCrs(items.view()));
  }

  private static Map<String, String> contentCrs(View view) {
    return Map.of("Content-Crs", '<' + view.crs().uri() + '>');
  }

  @GetMapping(
      path = "/{collection}/items/{id}",
      produces = {GEO_JSON, JSON})
  ResponseEntity<byte[]> item(
      @PathVariable String collection, @PathVariable String id, ServerWebExchange exchange) {
    FeatureCollection found = published.current().collection(collection);
    View view = View.of(QueryParameters.of(exchange, VIEW), found.schema());
    CollectionFeature feature =
        found
            .byId(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "The collection \"" + collection + "\" has no feature \"" + id + "\".",
                        "Its features stand in /api/collections/" + collection + "/items."));
    byte[] body = withLinks(feature, view, found.about(), Address.of(exchange));
    return (feature.etag() == null || !view.equals(View.ALL)
            ? Representation.of(body, Representation.GEO_JSON)
            : new Representation(body, Representation.GEO_JSON, feature.etag()))
        .toResponse(contentCrs(view));
  }

  /** A feature alone has links beside its members. */
  private static byte[] withLinks(CollectionFeature feature, View view, About kind, String base) {
    byte[] alone = view.json(feature);
    String collection = base + "/api/collections/" + kind.id();
    byte[] links =
        Json.document(
            "",
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("links");
              String self = collection + "/items/" + CollectionJson.segment(feature.id());
              Json.link(json, "self", self, GEO_JSON, "This feature");
              Json.link(json, "collection", collection, JSON, kind.title());
              json.writeEndArray();
              json.writeEndObject();
            });
    byte[] body = new byte[alone.length + links.length - 1];
    System.arraycopy(alone, 0, body, 0, alone.length - 1);
    body[alone.length - 1] = ',';
    System.arraycopy(links, 1, body, alone.length, links.length - 1);
    return body;
  }
}
