package org.dateline.server.geoparse;

import java.util.Set;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code POST /api/geoparse}: text in, places out, nothing kept. */
@RestController
@RequestMapping("/api/geoparse")
@EnableConfigurationProperties(GeoparseSettings.class)
class GeoparseController {

  private final GeoparseDesk desk;
  private final long limit;

  GeoparseController(GeoparseDesk desk, GeoparseSettings settings) {
    this.desk = desk;
    this.limit = settings.maxText().toBytes();
  }

  @PostMapping(
      consumes = MediaType.TEXT_PLAIN_VALUE,
      produces = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
  Mono<ResponseEntity<byte[]>> text(ServerWebExchange exchange) {
    Shape shape = shape(exchange);
    MediaType type = exchange.getRequest().getHeaders().getContentType();
    return answer(
        shape, body(exchange.getRequest()).map(body -> GeoparseRequest.ofText(body, type)));
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
  Mono<ResponseEntity<byte[]>> json(ServerWebExchange exchange) {
    Shape shape = shape(exchange);
    return answer(shape, body(exchange.getRequest()).map(GeoparseRequest::ofJson));
  }

  private static Shape shape(ServerWebExchange exchange) {
    return Shape.asked(QueryParameters.of(exchange, Set.of("geometry")));
  }

  private Mono<ResponseEntity<byte[]>> answer(Shape shape, Mono<GeoparseRequest> request) {
    return request
        .flatMap(text -> desk.geoparse(text, shape))
        .map(body -> ResponseEntity.ok().contentType(Representation.GEO_JSON).body(body));
  }

  private Mono<byte[]> body(ServerHttpRequest request) {
    if (request.getHeaders().getContentLength() > limit) {
      return Mono.error(tooLarge());
    }
    return DataBufferUtils.join(request.getBody(), (int) Math.min(limit, Integer.MAX_VALUE))
        .map(GeoparseController::bytes)
        .defaultIfEmpty(new byte[0])
        .onErrorMap(DataBufferLimitException.class, e -> tooLarge());
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        ProblemType.CONTENT_TOO_LARGE,
        "The text is larger than the " + limit + " bytes that are read here.",
        "body",
        "Send it in parts, or use the command \"geoparse\", which reads texts of any size.");
  }
}
