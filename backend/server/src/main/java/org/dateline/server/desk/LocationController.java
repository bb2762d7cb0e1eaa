package org.dateline.server.desk;

import static org.dateline.server.http.QueryParameters.none;

import java.net.URI;
import java.util.Set;
import java.util.function.BiFunction;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Actors;
import org.dateline.server.change.Role;
import org.dateline.server.feature.Edtf;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.problem.ProblemException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Journalists' locations, written over HTTP as OGC API - Features, Part 4 has it: a change names
 * the version that it changes by {@code If-Match}, and says why by {@code why}.
 */
@RestController
@RequestMapping(LocationAnswer.COLLECTION)
@EnableConfigurationProperties(DeskSettings.class)
class LocationController {

  private static final String GEO_JSON = "application/geo+json";
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final LocationDesk desk;
  private final Duplicates duplicates;
  private final Actors actors;
  private final DeskSettings settings;

  LocationController(
      LocationDesk desk, Duplicates duplicates, Actors actors, DeskSettings settings) {
    this.desk = desk;
    this.duplicates = duplicates;
    this.actors = actors;
    this.settings = settings;
  }

  /** What can be done with the locations; programs that edit ask before they offer it. */
  @RequestMapping(path = "/items", method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options() {
    return ResponseEntity.ok()
        .allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.OPTIONS)
        .header("Accept-Post", GEO_JSON, JSON)
        .build();
  }

  /** What can be done with one of them. */
  @RequestMapping(path = "/items/{id}", method = RequestMethod.OPTIONS)
  ResponseEntity<Void> optionsOfOne() {
    return ResponseEntity.ok()
        .allow(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS)
        .header("Accept-Patch", MERGE_PATCH, GEO_JSON, JSON)
        .build();
  }

  @PostMapping(
      path = "/items",
      consumes = {GEO_JSON, JSON},
      produces = {GEO_JSON, JSON})
  Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
    return actors
        .require(Role.CONTRIBUTOR, exchange)
        .flatMap(
            actor -> {
              String why = Reason.of(QueryParameters.of(exchange, Set.of("why")));
              return body(exchange).flatMap(feature -> desk.add(feature, actor, why));
            })
        .flatMap(added -> withDuplicates(added, exchange))
        .map(
            answer ->
                ResponseEntity.created(URI.create(LocationAnswer.address(exchange, answer.id())))
                    .eTag(answer.etag())
                    .contentType(Representation.GEO_JSON)
                    .body(answer.body()));
  }

  @PutMapping(
      path = "/items/{id}",
      consumes = {GEO_JSON, JSON},
      produces = {GEO_JSON, JSON})
  Mono<ResponseEntity<byte[]>> replace(@PathVariable String id, ServerWebExchange exchange) {
    return change(exchange, (feature, intent) -> desk.replace(id, feature, intent));
  }

  @PatchMapping(
      path = "/items/{id}",
      consumes = {MERGE_PATCH, GEO_JSON, JSON},
      produces = {GEO_JSON, JSON})
  Mono<ResponseEntity<byte[]>> patch(@PathVariable String id, ServerWebExchange exchange) {
    return change(exchange, (patch, intent) -> desk.patch(id, patch, intent));
  }

  private Mono<ResponseEntity<byte[]>> change(
      ServerWebExchange exchange,
      BiFunction<JsonNode, LocationDesk.Intent, Mono<AddedLocation>> write) {
    return actors
        .require(Role.CONTRIBUTOR, exchange)
        .flatMap(
            actor -> {
              LocationDesk.Intent intent = intent(exchange, actor, Set.of("why"));
              return body(exchange).flatMap(feature -> write.apply(feature, intent));
            })
        .flatMap(changed -> withDuplicates(changed, exchange))
        .map(LocationController::ok);
  }

  @DeleteMapping("/items/{id}")
  Mono<ResponseEntity<Void>> remove(@PathVariable String id, ServerWebExchange exchange) {
    return actors
        .require(Role.CONTRIBUTOR, exchange)
        .flatMap(actor -> desk.remove(id, intent(exchange, actor, Set.of("why"))))
        .map(version -> ResponseEntity.noContent().eTag("\"v" + version + '"').build());
  }

  /** Takes back the last change, or all since a version: a new change, never a gap in the log. */
  @PostMapping(
      path = "/items/{id}/undo",
      produces = {GEO_JSON, JSON})
  Mono<ResponseEntity<byte[]>> undo(@PathVariable String id, ServerWebExchange exchange) {
    return actors
        .require(Role.CONTRIBUTOR, exchange)
        .flatMap(
            actor -> {
              Set<String> known = Set.of("why", "version");
              QueryParameters query = QueryParameters.of(exchange, known);
              Integer version =
                  query.text("version").isEmpty()
                      ? null
                      : query.integer("version", 0, Integer.MAX_VALUE, 0);
              return desk.restore(id, version, intent(exchange, actor, known));
            })
        .flatMap(
            restored ->
                restored.isEmpty()
                    ? Mono.just(ResponseEntity.noContent().<byte[]>build())
                    : withDuplicates(restored.get(), exchange).map(LocationController::ok));
  }

  /**
   * Takes several changes back in one write, such as those of an import. With {@code changed=skip}
   * what somebody changed meanwhile stays as it is; otherwise nothing is done then.
   */
  @PostMapping(path = "/undo", consumes = JSON, produces = JSON)
  Mono<ResponseEntity<byte[]>> undoAll(ServerWebExchange exchange) {
    return actors
        .require(Role.CONTRIBUTOR, exchange)
        .flatMap(
            actor -> {
              QueryParameters query = QueryParameters.of(exchange, Set.of("why", "changed"));
              boolean skip = query.oneOf("changed", "refuse", "skip").equals("skip");
              String why = Reason.of(query);
              return Body.read(exchange, settings.maxFeature())
                  .map(JsonBody::parse)
                  .map(UndoList::of)
                  .flatMap(
                      list ->
                          desk.restore(list, skip, actor, why)
                              .map(undone -> LocationAnswer.undone(list, undone)));
            })
        .map(body -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body));
  }

  @GetMapping(path = "/items/{id}/history", produces = JSON)
  Mono<ResponseEntity<byte[]>> history(@PathVariable String id, ServerWebExchange exchange) {
    none(exchange);
    return desk.history(id)
        .map(
            past ->
                Representation.of(HistoryJson.of(id, past), MediaType.APPLICATION_JSON)
                    .toResponse());
  }

  /** What may be the same as something that is about to be added. */
  @GetMapping(path = "/duplicates", produces = JSON)
  Mono<ResponseEntity<byte[]>> duplicates(ServerWebExchange exchange) {
    QueryParameters query = QueryParameters.of(exchange, Set.of("lon", "lat", "date"));
    Coordinate at = new Coordinate(query.degrees("lon", 180), query.degrees("lat", 90));
    String date = query.text("date").orElse(null);
    if (date != null && Edtf.parse(date).isEmpty()) {
      throw ProblemException.parameter(
          "date", "\"" + date + "\" is not a date.", "For example date=2022-05-01 or date=2022~.");
    }
    return duplicates
        .of(FACTORY.createPoint(at), date, null)
        .map(
            near ->
                Representation.of(LocationAnswer.of(near), MediaType.APPLICATION_JSON)
                    .toResponse());
  }

  private record Answer(String id, String etag, byte[] body) {}

  private Mono<Answer> withDuplicates(AddedLocation location, ServerWebExchange exchange) {
    return duplicates
        .of(location.geometry(), location.event().edtf(), location.id())
        .map(
            near ->
                new Answer(
                    location.id(), location.etag(), LocationAnswer.of(location, near, exchange)));
  }

  private static ResponseEntity<byte[]> ok(Answer answer) {
    return ResponseEntity.ok()
        .eTag(answer.etag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(Representation.GEO_JSON)
        .body(answer.body());
  }

  private Mono<JsonNode> body(ServerWebExchange exchange) {
    return Body.read(exchange, settings.maxFeature())
        .map(JsonBody::parse)
        .map(feature -> ContentCrs.lonLat(feature, exchange));
  }

  private static LocationDesk.Intent intent(
      ServerWebExchange exchange, Actor actor, Set<String> known) {
    return new LocationDesk.Intent(
        actor, IfMatch.of(exchange), Reason.of(QueryParameters.of(exchange, known)));
  }
}
