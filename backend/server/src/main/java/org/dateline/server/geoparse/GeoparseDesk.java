package org.dateline.server.geoparse;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.Geoparser;
import org.dateline.server.feature.Outlines;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Geoparses texts of requests off the event loop: some threads, a short queue before them, and a
 * clear refusal beyond. A client that goes away takes its text out of the queue, or off its thread.
 */
@Component
class GeoparseDesk {

  private final Geoparser geoparser;
  private final Outlines outlines;
  private final Duration patience;
  private final Scheduler threads;

  GeoparseDesk(Geoparser geoparser, Geodata geodata, GeoparseSettings settings) {
    this.geoparser = geoparser;
    this.outlines = new Outlines(geodata.boundaries());
    this.patience = settings.patience();
    this.threads =
        Schedulers.newBoundedElastic(
            settings.threads() > 0
                ? settings.threads()
                : Runtime.getRuntime().availableProcessors(),
            settings.queue(),
            "geoparse",
            60,
            true);
  }

  /**
   * Returns the answer to a text, as GeoJSON.
   *
   * @param shape what areas are answered as
   */
  Mono<byte[]> geoparse(GeoparseRequest request, Shape shape) {
    return Mono.fromCallable(() -> read(request, shape))
        .subscribeOn(threads)
        .timeout(patience)
        .onErrorMap(TimeoutException.class, e -> tookTooLong())
        .onErrorMap(RejectedExecutionException.class, e -> busy());
  }

  /** Returns null when the thread was interrupted: nobody waits for the answer then. */
  private byte @Nullable [] read(GeoparseRequest request, Shape shape) {
    try {
      return GeoparseJson.encode(
          geoparser.parse(request.text(), request.options()),
          geoparser.version(),
          0,
          shape == Shape.OUTLINE ? outlines::of : referent -> Optional.empty());
    } catch (CancellationException e) {
      return null;
    }
  }

  private ProblemException tookTooLong() {
    return new ProblemException(
        ProblemType.TOOK_TOO_LONG,
        "The text was not read within " + patience.toSeconds() + " seconds.",
        null,
        "Try again later, or send a shorter text.");
  }

  private static ProblemException busy() {
    return new ProblemException(
        ProblemType.BUSY,
        "Too many texts are waiting to be read.",
        null,
        "Try again in a few seconds.");
  }

  @PreDestroy
  void close() {
    threads.dispose();
  }
}
