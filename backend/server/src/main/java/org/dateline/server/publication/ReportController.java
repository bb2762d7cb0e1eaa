package org.dateline.server.publication;

import static org.dateline.server.http.QueryParameters.none;

import java.util.List;
import java.util.Set;
import org.dateline.server.format.Alternates;
import org.dateline.server.format.Features;
import org.dateline.server.format.FileAnswer;
import org.dateline.server.format.Format;
import org.dateline.server.format.Negotiation;
import org.dateline.server.http.Address;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
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

  private static final List<Format> OF_LAYERS =
      List.of(
          Format.GEO_JSON,
          Format.GEO_JSON_SEQ,
          Format.CSV,
          Format.HXL,
          Format.GEO_PACKAGE,
          Format.FLAT_GEOBUF,
          Format.KML);

  private final Published published;

  ReportController(Published published) {
    this.published = published;
  }

  @GetMapping(produces = JSON)
  ResponseEntity<byte[]> list(ServerWebExchange exchange) {
    none(exchange);
    return published.current().list().toResponse();
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> metadata(@PathVariable String id, ServerWebExchange exchange) {
    QueryParameters.of(exchange, Set.of("f"));
    PublishedReport report = published.current().report(id);
    return switch (Negotiation.choose(exchange, List.of(Format.JSON, Format.JSON_LD))) {
      case JSON_LD -> report.linkedData().toResponse();
      default -> report.metadata().toResponse();
    };
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

  @GetMapping("/{id}/layers/{layer}")
  ResponseEntity<Publisher<DataBuffer>> layer(
      @PathVariable String id, @PathVariable String layer, ServerWebExchange exchange) {
    QueryParameters.of(exchange, Set.of("f"));
    PublishedReport report = published.current().report(id);
    Representation geoJson = report.layer(layer);
    Features features = report.toEncode(layer);
    if (geoJson == null || features == null) {
      throw ProblemException.notFound(
          "The report \"" + id + "\" has no layer \"" + layer + "\".",
          "Its layers stand in /api/reports/" + id + "/layers.");
    }
    String self = Address.of(exchange) + "/api/reports/" + id + "/layers/" + layer;
    Alternates alternates =
        new Alternates(self, OF_LAYERS, Negotiation.choose(exchange, OF_LAYERS));
    Format format = alternates.given();
    return format
        .encoder()
        .map(
            encoder -> {
              String etag = '"' + Representation.hash(geoJson.etag() + format + self) + '"';
              String file = id + "-" + layer;
              return FileAnswer.of(exchange, encoder, features, file, etag, alternates);
            })
        .orElseGet(() -> geoJson.toResponse(exchange.getResponse().bufferFactory()));
  }

  private PublishedReport report(String id, ServerWebExchange exchange) {
    none(exchange);
    return published.current().report(id);
  }
}
