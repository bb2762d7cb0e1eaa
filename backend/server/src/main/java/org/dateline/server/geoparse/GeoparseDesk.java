package org.dateline.server.geoparse;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.dateline.geoparser.Geoparser;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Geoparses texts of requests off the event loop: a thread for each processor, a short queue before
 * them, and a clear refusal beyond. A client that goes away takes its text out of the queue.
 */
@Component
class GeoparseDesk {

  private static final int QUEUE = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Geoparser geoparser;
  private final Scheduler threads =
      Schedulers.newBoundedElastic(
          Runtime.getRuntime().availableProcessors(), QUEUE, "geoparse", 60, true);

  GeoparseDesk(Geoparser geoparser) {
    this.geoparser = geoparser;
  }

  /** Returns the answer to a text, as GeoJSON. */
  Mono<byte[]> geoparse(GeoparseRequest request) {
    return Mono.fromCallable(
            () ->
                GeoparseJson.encode(
                    geoparser.parse(request.text(), request.options()), geoparser.version()))
        .subscribeOn(threads)
        .timeout(PATIENCE)
        .onErrorMap(
            TimeoutException.class,
            e ->
                new ProblemException(
                    ProblemType.TOOK_TOO_LONG,
                    "The text was not read within " + PATIENCE.toSeconds() + " seconds.",
                    null,
                    "Try again later, or send a shorter text."))
        .onErrorMap(
            RejectedExecutionException.class,
            e ->
                new ProblemException(
                    ProblemType.BUSY,
                    "Too many texts are waiting to be read.",
                    null,
                    "Try again in a few seconds."));
  }

  @PreDestroy
  void close() {
    threads.dispose();
  }
}
