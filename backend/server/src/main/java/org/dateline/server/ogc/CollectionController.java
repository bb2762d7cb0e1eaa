package org.dateline.server.ogc;

import static org.dateline.server.http.QueryParameters.none;

import java.util.List;
import java.util.Set;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.feature.Json;
import org.dateline.server.format.Alternates;
import org.dateline.server.format.Features;
import org.dateline.server.format.FileAnswer;
import org.dateline.server.format.Format;
import org.dateline.server.format.Negotiation;
import org.dateline.server.http.Address;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.publication.Published;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** OGC API - Features, Part 1: every collection there is. */
@RestController
@RequestMapping("/api/collections")
class CollectionController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  /** What a feature alone takes. */
  private static final Set<String> VIEW = Set.of("crs", "f", "properties", "skipGeometry");

  private static final String SCHEMA = "application/schema+json";
  private static final List<Format> DOCUMENT = List.of(Format.JSON, Format.HTML);

  private final Published published;
  private final CollectionPages pages;

  CollectionController(Published published, CollectionPages pages) {
    this.published = published;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<byte[]> collections(ServerWebExchange exchange) {
    QueryParameters.of(exchange, Set.of("f"));
    String base = Address.of(exchange);
    String self = base + "/api/collections";
    Alternates alternates = new Alternates(self, DOCUMENT, Negotiation.choose(exchange, DOCUMENT));
    if (alternates.given() == Format.HTML) {
      return pages.collections(published.current().collections(), alternates).toResponse();
    }
    byte[] body =
        Json.document(
            "",
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("links");
              Json.link(json, "self", self, JSON, "The collections");
              alternates.write(json);
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

  @GetMapping("/{collection}")
  ResponseEntity<byte[]> collection(@PathVariable String collection, ServerWebExchange exchange) {
    QueryParameters.of(exchange, Set.of("f"));
    FeatureCollection found = published.current().collection(collection);
    String base = Address.of(exchange);
    if (Negotiation.choose(exchange, DOCUMENT) == Format.HTML) {
      return pages.collection(found, base).toResponse();
    }
    byte[] body = Json.document("", json -> CollectionJson.describe(json, found, base));
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

  @GetMapping("/{collection}/items")
  ResponseEntity<Publisher<DataBuffer>> items(
      @PathVariable String collection, ServerWebExchange exchange) {
    FeatureCollection found = published.current().collection(collection);
    Format format = Negotiation.choose(exchange, Format.of(found.schema()));
    ItemsPage page = Items.of(exchange, found).page(found, format, Address.of(exchange));
    contentCrs(exchange, page.asked().view());
    return format
        .encoder()
        .map(
            encoder ->
                FileAnswer.of(
                    exchange, encoder, page.toEncode(), found.id(), page.etag(), page.alternates()))
        .orElseGet(
            () ->
                (format == Format.HTML ? pages.items(page) : ItemsJson.of(page))
                    .toResponse(exchange.getResponse().bufferFactory()));
  }

  private static void contentCrs(ServerWebExchange exchange, View view) {
    exchange.getResponse().getHeaders().set("Content-Crs", '<' + view.crs().uri() + '>');
  }

  @GetMapping("/{collection}/items/{id}")
  ResponseEntity<Publisher<DataBuffer>> item(
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
    String home = Address.of(exchange) + "/api/collections/" + collection;
    List<Format> offered = Format.of(found.schema());
    Format format = Negotiation.choose(exchange, offered);
    Alternates alternates =
        new Alternates(home + "/items/" + CollectionJson.segment(id), offered, format);
    contentCrs(exchange, view);
    return format
        .encoder()
        .map(
            encoder -> {
              Features alone = view.of(found, home + "/items/", List.of(feature));
              String etag =
                  '"'
                      + Representation.hash(Representation.hash(feature.json()) + alternates + view)
                      + '"';
              return FileAnswer.of(exchange, encoder, alone, id, etag, alternates);
            })
        .orElseGet(
            () ->
                (format == Format.HTML
                        ? pages.item(found, feature, alternates)
                        : ItemsJson.of(feature, view, found.about(), home, alternates))
                    .toResponse(exchange.getResponse().bufferFactory()));
  }
}
