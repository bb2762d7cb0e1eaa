package org.dateline.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Role;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Mono;

class RateLimitsTest {

  private final AtomicLong nanos = new AtomicLong(1);

  private final RateLimits limits =
      new RateLimits(
          new LimitSettings(3, 2, 1, 2),
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  private void send(String method, String path, String address, @Nullable String name) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.method(HttpMethod.valueOf(method), path)
                .remoteAddress(new InetSocketAddress(address, 1234)));
    Mono<Void> answer = limits.filter(exchange, passed -> Mono.empty());
    if (name != null) {
      Caller caller = new Caller(new Actor(name, Role.EDITOR), Caller.Means.TOKEN, null, null);
      answer =
          answer.contextWrite(
              ReactiveSecurityContextHolder.withAuthentication(new CallerAuthentication(caller)));
    }
    answer.block();
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/api/geoparse,3",
    "POST,/api/collections/locations/items,2",
    "DELETE,/api/tokens/x,2",
    "POST,/api/collections/locations/import,1",
    "POST,/api/datasets,1",
    "POST,/sign-in,2",
    "POST,/api/sign-in,2",
    "GET,/login/oauth2/code/newsroom,2"
  })
  void whatCostsWorkIsCounted(String method, String path, int possible) {
    for (int i = 0; i < possible; i++) {
      send(method, path, "192.0.2.1", null);
    }
    assertThatThrownBy(() -> send(method, path, "192.0.2.1", null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
              assertThat(problem.detail()).contains("More than " + possible).contains("192.0.2.1");
              assertThat(problem.members()).containsEntry("limit", possible);
              int seconds =
                  Integer.parseInt(
                      String.valueOf(problem.headers().getFirst(HttpHeaders.RETRY_AFTER)));
              assertThat(seconds).isBetween(1, 61);
            });
    send(method, path, "192.0.2.2", null);
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    send(method, path, "192.0.2.1", null);
  }

  @Test
  void readingIsNotCounted() {
    for (int i = 0; i < 1000; i++) {
      send("GET", "/api/reports", "192.0.2.1", null);
    }
  }

  @Test
  void aCallerIsCountedByNameWhereverTheyAre() {
    send("POST", "/api/datasets", "192.0.2.1", "anna");
    assertThatThrownBy(() -> send("POST", "/api/datasets", "192.0.2.9", "anna"))
        .isInstanceOf(ProblemException.class);
    send("POST", "/api/datasets", "192.0.2.1", "binta");
  }

  @Test
  void oneNetworkOfIpv6IsOneClient() {
    send("POST", "/api/datasets", "2001:db8:1:2::1", null);
    assertThatThrownBy(() -> send("POST", "/api/datasets", "2001:db8:1:2:ffff::2", null))
        .isInstanceOf(ProblemException.class);
    send("POST", "/api/datasets", "2001:db8:1:3::1", null);
  }
}
