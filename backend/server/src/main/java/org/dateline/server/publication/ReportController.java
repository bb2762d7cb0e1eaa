package org.dateline.server.publication;

import static org.dateline.server.http.QueryParameters.none;

import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Published reports over HTTP: bytes that are ready, nothing that waits. */
@RestController
@RequestMapping("/api/reports")
class ReportController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final Published published;

  ReportController(Published published) {
    this.published = published;
  }

  @GetMapping(produces = JSON)
  ResponseEntity<byte[]> list(ServerWebExchange exchange) {
    none(exchange);
    return published.current().list().toResponse();
  }

  @GetMapping(path = "/{id}", produces = JSON)
  ResponseEntity<byte[]> metadata(@PathVariable String id, ServerWebExchange exchange) {
    return report(id, exchange).metadata().toResponse();
  }

  @GetMapping(path = "/{id}/text", produces = JSON)
  ResponseEntity<byte[]> text(@PathVariable String id, ServerWebExchange exchange) {
    return report(id, exchange).text().toResponse();
  }

  @GetMapping(path = "/{id}/mentions", produces = JSON)
  ResponseEntity<byte[]> mentions(@PathVariable String id, ServerWebExchange exchange) {
    return report(id, exchange).mentions().toResponse();
  }

  @GetMapping(path = "/{id}/layers", produces = JSON)
  ResponseEntity<byte[]> layers(@PathVariable String id, ServerWebExchange exchange) {
    return report(id, exchange).layers().toResponse();
  }

  @GetMapping(
      path = "/{id}/layers/{layer}",
      produces = {"application/geo+json", JSON})
  ResponseEntity<byte[]> layer(
      @PathVariable String id, @PathVariable String layer, ServerWebExchange exchange) {
    Representation features = report(id, exchange).layer(layer);
    if (features == null) {
      throw ProblemException.notFound(
          "The report \"" + id + "\" has no layer \"" + layer + "\".",
          "Its layers stand in /api/reports/" + id + "/layers.");
    }
    return features.toResponse();
  }

  private PublishedReport report(String id, ServerWebExchange exchange) {
    none(exchange);
    return published.current().report(id);
  }
}
