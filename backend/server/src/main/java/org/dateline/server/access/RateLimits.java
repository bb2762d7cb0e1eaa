package org.dateline.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps one client from taking the work of the server from all others. Each client has a bucket for
 * each kind of work that refills evenly, so that a pause after a burst is short.
 */
final class RateLimits implements WebFilter {

  /** More clients than that within a minute are not told apart for ever: memory stays bounded. */
  private static final int MOST_CLIENTS = 100_000;

  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** A kind of work. */
  private enum Work {
    SIGN_IN("attempts to sign in"),
    GEOPARSE("texts to read"),
    IMPORT("files to import"),
    WRITE("changes");

    private final String words;

    Work(String words) {
      this.words = words;
    }
  }

  /** One client's share of one kind of work. */
  private record Share(Work work, String client) {}

  private final Map<Work, Integer> limits;
  private final TimeMeter time;
  private final Cache<Share, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(PERIOD).build();

  RateLimits(LimitSettings settings, TimeMeter time) {
    this.limits =
        Map.of(
            Work.SIGN_IN, settings.signIn(),
            Work.GEOPARSE, settings.geoparse(),
            Work.IMPORT, settings.imports(),
            Work.WRITE, settings.writes());
    this.time = time;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Work work = workOf(exchange);
    int limit = work == null ? 0 : limits.getOrDefault(work, 0);
    if (work == null || limit <= 0) {
      return chain.filter(exchange);
    }
    return client(work, exchange.getRequest())
        .doOnNext(client -> take(new Share(work, client), limit))
        .then(Mono.defer(() -> chain.filter(exchange)));
  }

  private static @Nullable Work workOf(ServerWebExchange exchange) {
    HttpMethod method = exchange.getRequest().getMethod();
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (path.startsWith("/login/oauth2/")) {
      return Work.SIGN_IN;
    }
    if (method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS) {
      return null;
    }
    if (SignInController.isSignIn(exchange)) {
      return Work.SIGN_IN;
    }
    if (path.startsWith("/api/geoparse")) {
      return Work.GEOPARSE;
    }
    return path.endsWith("/import") || path.startsWith("/api/datasets") ? Work.IMPORT : Work.WRITE;
  }

  private static Mono<String> client(Work work, ServerHttpRequest request) {
    Mono<String> address = Mono.fromSupplier(() -> "address " + addressOf(request));
    return work == Work.SIGN_IN
        ? address
        : Callers.current().map(caller -> caller.actor().name()).switchIfEmpty(address);
  }

  private static String addressOf(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    InetAddress address = remote == null ? null : remote.getAddress();
    if (address instanceof Inet6Address) {
      // Whoever has one IPv6 address has the 2^64 beside it too.
      return HexFormat.of().formatHex(address.getAddress(), 0, 8) + "/64";
    }
    return address == null ? "unknown" : address.getHostAddress();
  }

  private void take(Share share, int limit) {
    ConsumptionProbe probe =
        buckets.get(share, missing -> bucket(limit)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      throw new ProblemException(
              ProblemType.TOO_MANY_REQUESTS,
              "More than "
                  + limit
                  + " "
                  + share.work().words
                  + " a minute came from you ("
                  + share.client()
                  + ").",
              null,
              "Try again in " + seconds + " s. Nothing was changed.")
          .with("limit", limit)
          .with("period_seconds", PERIOD.toSeconds())
          .with("retry_after_seconds", seconds)
          .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
  }

  private Bucket bucket(int limit) {
    return Bucket.builder()
        .addLimit(band -> band.capacity(limit).refillGreedy(limit, PERIOD))
        .withCustomTimePrecision(time)
        .build();
  }
}
