package org.dateline.server.desk;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request's body, never more of it than allowed. */
final class Body {

  private Body() {}

  /** Returns the body, empty when there is none; fails with 413 as soon as it is too large. */
  static Mono<byte[]> read(ServerWebExchange exchange, DataSize limit) {
    ServerHttpRequest request = exchange.getRequest();
    if (request.getHeaders().getContentLength() > limit.toBytes()) {
      return Mono.error(tooLarge(limit));
    }
    return DataBufferUtils.join(request.getBody(), (int) limit.toBytes())
        .map(Body::bytes)
        .defaultIfEmpty(new byte[0])
        .onErrorMap(DataBufferLimitException.class, e -> tooLarge(limit));
  }

  /** Writes the body into a file; fails with 413 as soon as it is too large. */
  static Mono<Void> write(ServerWebExchange exchange, Path file, DataSize limit) {
    ServerHttpRequest request = exchange.getRequest();
    if (request.getHeaders().getContentLength() > limit.toBytes()) {
      return Mono.error(tooLarge(limit));
    }
    return Mono.defer(
        () -> {
          AtomicLong read = new AtomicLong();
          Flux<DataBuffer> limited =
              request
                  .getBody()
                  .handle(
                      (buffer, sink) -> {
                        if (read.addAndGet(buffer.readableByteCount()) > limit.toBytes()) {
                          DataBufferUtils.release(buffer);
                          sink.error(tooLarge(limit));
                        } else {
                          sink.next(buffer);
                        }
                      });
          return DataBufferUtils.write(limited, file);
        });
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static ProblemException tooLarge(DataSize limit) {
    return new ProblemException(
            ProblemType.CONTENT_TOO_LARGE,
            "The body is larger than the " + limit.toMegabytes() + " MB that are read here.",
            "body",
            "Send it in parts. Nothing was changed.")
        .header(HttpHeaders.CONNECTION, "close");
  }
}
