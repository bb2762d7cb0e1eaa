package org.dateline.server.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Actors;
import org.dateline.server.change.Role;
import org.dateline.server.dataset.Dataset;
import org.dateline.server.dataset.DatasetCollection;
import org.dateline.server.dataset.DatasetFile;
import org.dateline.server.dataset.GeoJsonDataset;
import org.dateline.server.feature.Json;
import org.dateline.server.http.Address;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.publication.Published;
import org.dateline.server.store.DatasetStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JsonGenerator;

/**
 * {@code POST /api/datasets?id=&title=&description=}: a file as the request's body becomes a
 * collection. {@code Content-Type} or {@code format=geojson} says what the file is; {@code
 * replace=true} puts it in place of the data set with that id. One at a time: a file may take much
 * of the memory while it is read.
 */
@RestController
@RequestMapping("/api/datasets")
class DatasetController {

  private static final Set<String> KNOWN =
      Set.of("id", "title", "description", "format", "replace", "why");
  private static final List<MediaType> GEO_JSON =
      List.of(
          MediaType.valueOf("application/geo+json"),
          MediaType.APPLICATION_JSON,
          MediaType.valueOf("application/vnd.geo+json"));

  private final DatasetStore store;
  private final Published published;
  private final Actors actors;
  private final DeskSettings settings;
  private final AtomicBoolean importing = new AtomicBoolean();

  DatasetController(DatasetStore store, Published published, Actors actors, DeskSettings settings) {
    this.store = store;
    this.published = published;
    this.actors = actors;
    this.settings = settings;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
    QueryParameters.none(exchange);
    return store
        .all()
        .collectList()
        .map(
            all ->
                answer(
                    ResponseEntity.ok(),
                    json -> {
                      json.writeStartObject();
                      json.writeArrayPropertyStart("datasets");
                      all.forEach(dataset -> describe(json, dataset, null, exchange));
                      json.writeEndArray();
                      json.writeEndObject();
                    }));
  }

  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
    return actors
        .require(Role.ADMIN, exchange)
        .flatMap(
            actor -> {
              QueryParameters query = QueryParameters.of(exchange, KNOWN);
              checkFormat(query, exchange);
              boolean replace = query.oneOf("replace", "false", "true").equals("true");
              String why = Reason.of(query);
              Dataset.Label label =
                  Dataset.Label.of(
                      query.text("id").orElse(""),
                      query.text("title").orElse(null),
                      query.text("description").orElse(null));
              if (!importing.compareAndSet(false, true)) {
                throw new ProblemException(
                    ProblemType.BUSY,
                    "Another data set is being imported.",
                    null,
                    "Try again when it is done.");
              }
              return add(label, replace, actor, why, exchange)
                  .doFinally(signal -> importing.set(false));
            });
  }

  private static void checkFormat(QueryParameters query, ServerWebExchange exchange) {
    if (query.text("format").isPresent()) {
      query.oneOf("format", "geojson", "geojson");
      return;
    }
    MediaType type = exchange.getRequest().getHeaders().getContentType();
    if (type == null || GEO_JSON.stream().noneMatch(known -> known.includes(type))) {
      throw new UnsupportedMediaTypeStatusException(type, GEO_JSON);
    }
  }

  private Mono<ResponseEntity<byte[]>> add(
      Dataset.Label label,
      boolean replace,
      Actor actor,
      @Nullable String why,
      ServerWebExchange exchange) {
    return Mono.usingWhen(
        Mono.fromCallable(() -> Files.createTempFile("dateline-dataset", ".json"))
            .subscribeOn(Schedulers.boundedElastic()),
        path ->
            Body.write(exchange, path, settings.maxDataset())
                .then(Mono.fromCallable(() -> read(path)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(
                    file ->
                        store
                            .save(label, file, replace, actor, why)
                            .switchIfEmpty(Mono.error(() -> taken(label)))
                            .publishOn(Schedulers.boundedElastic())
                            .map(dataset -> publish(dataset, file, exchange))),
        path ->
            Mono.fromCallable(() -> Files.deleteIfExists(path))
                .subscribeOn(Schedulers.boundedElastic()));
  }

  private DatasetFile read(Path path) throws IOException {
    try (InputStream input = Files.newInputStream(path)) {
      return GeoJsonDataset.read(input, settings.maxFeatures(), bytes -> {});
    }
  }

  private ResponseEntity<byte[]> publish(
      Dataset dataset, DatasetFile file, ServerWebExchange exchange) {
    DatasetCollection collection = new DatasetCollection(dataset);
    file.parts().forEach(collection::add);
    published.put(collection.build());
    return answer(
        ResponseEntity.created(URI.create(address(dataset.id(), exchange))),
        json -> describe(json, dataset, file, exchange));
  }

  private static ProblemException taken(Dataset.Label label) {
    return new ProblemException(
        ProblemType.CONFLICT,
        "There is a data set \"" + label.id() + "\".",
        "query parameter id",
        "Choose another id, or replace it with replace=true. Nothing was changed.");
  }

  @DeleteMapping("/{id}")
  Mono<ResponseEntity<Void>> remove(@PathVariable String id, ServerWebExchange exchange) {
    return actors
        .require(Role.ADMIN, exchange)
        .flatMap(
            actor -> {
              QueryParameters query = QueryParameters.of(exchange, Set.of("why"));
              return store.remove(id, actor, Reason.of(query));
            })
        .map(
            removed -> {
              if (!removed) {
                throw ProblemException.notFound(
                    "There is no data set \"" + id + "\".", "They stand in /api/datasets.");
              }
              published.removeDataset(id);
              return ResponseEntity.noContent().build();
            });
  }

  private static void describe(
      JsonGenerator json, Dataset dataset, @Nullable DatasetFile file, ServerWebExchange exchange) {
    json.writeStartObject();
    json.writeStringProperty("id", dataset.id());
    json.writeStringProperty("title", dataset.title());
    json.writeStringProperty("description", dataset.description());
    json.writeNumberProperty("features", dataset.features());
    json.writeNumberProperty("version", dataset.version());
    json.writeStringProperty("created_by", dataset.createdBy());
    json.writeStringProperty("updated_at", dataset.updatedAt().toString());
    if (file != null) {
      Json.texts(json, "notes", file.notes());
      json.writeNumberProperty("notes_count", file.noted());
    }
    json.writeArrayPropertyStart("links");
    String self = address(dataset.id(), exchange);
    Json.link(json, "collection", self, MediaType.APPLICATION_JSON_VALUE, dataset.title());
    Json.link(json, "items", self + "/items", GEO_JSON.get(0).toString(), "Its features");
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String address(String id, ServerWebExchange exchange) {
    return Address.of(exchange) + "/api/collections/" + id;
  }

  private static ResponseEntity<byte[]> answer(
      ResponseEntity.BodyBuilder response, Consumer<JsonGenerator> content) {
    return response
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(Json.document("", content));
  }
}
