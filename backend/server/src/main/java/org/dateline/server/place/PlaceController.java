package org.dateline.server.place;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dateline.server.http.Bbox;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The gazetteer. The index is in memory, but a misspelling takes milliseconds to look for: searches
 * run off the event loop.
 */
@RestController
@RequestMapping("/api/places")
class PlaceController {

  /** A name is short, but a link may hold much beside its position. */
  private static final int MAX_QUERY = 2_000;

  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;

  private final PlaceLookup lookup;
  private final PlaceSearch search;
  private final GeocodeJson json;

  PlaceController(PlaceLookup lookup, PlaceSearch search, GeocodeJson json) {
    this.lookup = lookup;
    this.search = search;
    this.json = json;
  }

  @GetMapping(produces = {"application/geo+json", "application/json"})
  Mono<ResponseEntity<byte[]>> search(ServerWebExchange exchange) {
    QueryParameters query = QueryParameters.of(exchange, Set.of("q", "limit", "bias"));
    String words = query.text("q").map(String::strip).orElse("");
    if (words.isEmpty() || words.length() > MAX_QUERY) {
      throw ProblemException.parameter(
          "q",
          words.isEmpty() ? "The parameter \"q\" is missing or empty." : "The query is too long.",
          "Give a name, its beginning, or a position in any notation: q=Douentza, q=15.0, -2.95.");
    }
    int limit = query.integer("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    Envelope bias = query.text("bias").map(PlaceController::bias).orElseGet(Envelope::new);
    return answer(() -> json.encode(words, lookup.find(words, limit, bias)));
  }

  @GetMapping(
      path = "/reverse",
      produces = {"application/geo+json", "application/json"})
  Mono<ResponseEntity<byte[]>> reverse(ServerWebExchange exchange) {
    QueryParameters query = QueryParameters.of(exchange, Set.of("lon", "lat", "limit"));
    double lon = query.degrees("lon", 180);
    double lat = query.degrees("lat", 90);
    int limit = query.integer("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    return answer(
        () ->
            json.encode(
                lat + ", " + lon,
                Found.at(new Spot(lon, lat, null, null), search.nearest(lon, lat, limit))));
  }

  /** A box, or a point round which about one degree is preferred. */
  private static Envelope bias(String value) {
    String[] parts = value.split(",", -1);
    if (parts.length == 2) {
      double lon = Bbox.degrees("bias", parts[0], 180);
      double lat = Bbox.degrees("bias", parts[1], 90);
      return new Envelope(lon - 1, lon + 1, lat - 1, lat + 1);
    }
    List<Envelope> boxes = Bbox.parse("bias", value);
    if (boxes.size() > 1) {
      throw ProblemException.parameter(
          "bias", "The box crosses the antimeridian.", "Give the larger of its two parts.");
    }
    return boxes.get(0);
  }

  private static Mono<ResponseEntity<byte[]>> answer(Callable<byte[]> work) {
    return Mono.fromCallable(work)
        .subscribeOn(Schedulers.boundedElastic())
        .map(body -> Representation.of(body, Representation.GEO_JSON).toResponse());
  }
}
