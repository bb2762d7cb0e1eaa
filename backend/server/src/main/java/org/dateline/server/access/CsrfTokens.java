package org.dateline.server.access;

import org.dateline.server.account.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The tokens that show that a write with a session's cookie comes from a page of this site. A token
 * is a hash of the session's secret: nothing more to keep, it ends with the session, and nobody who
 * cannot read the cookie can make one. Requests without a cookie's session need none, since another
 * site's page has nothing of theirs to send along.
 */
final class CsrfTokens implements ServerCsrfTokenRepository {

  static final String HEADER = "X-CSRF-Token";
  static final String FIELD = "_csrf";

  /** Returns the token of a request's session, null when it has none. */
  static @Nullable String of(ServerHttpRequest request) {
    String cookie = Credentials.cookie(request);
    return cookie == null ? null : Secret.hash("csrf " + cookie);
  }

  /** Matches what another site's page could do in the name of who is signed in here. */
  static ServerWebExchangeMatcher writesOfSessions() {
    return exchange -> {
      HttpMethod method = exchange.getRequest().getMethod();
      boolean reads =
          method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
      return reads || SignInController.isSignIn(exchange)
          ? MatchResult.notMatch()
          : Callers.current()
              .filter(caller -> caller.means() == Caller.Means.SESSION)
              .flatMap(caller -> MatchResult.match())
              .switchIfEmpty(MatchResult.notMatch());
    };
  }

  @Override
  public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
    return loadToken(exchange);
  }

  /** There is nothing to keep. */
  @Override
  public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
    return Mono.empty();
  }

  @Override
  public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
    return Mono.justOrEmpty(of(exchange.getRequest()))
        .map(token -> new DefaultCsrfToken(HEADER, FIELD, token));
  }
}
