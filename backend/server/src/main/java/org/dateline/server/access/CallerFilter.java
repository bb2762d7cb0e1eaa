package org.dateline.server.access;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts the caller into the security context. A token that is sent must be good, even where none is
 * needed: a script with an expired token is told so. A cookie is looked up only when someone asks
 * who is there, so that reading the map costs a signed-in editor nothing.
 */
final class CallerFilter implements WebFilter {

  private final Credentials credentials;

  CallerFilter(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String token = Credentials.token(exchange.getRequest());
    if (token != null) {
      return credentials
          .ofToken(token)
          .flatMap(
              caller ->
                  chain
                      .filter(exchange)
                      .contextWrite(
                          ReactiveSecurityContextHolder.withAuthentication(
                              new CallerAuthentication(caller))));
    }
    String cookie = Credentials.cookie(exchange.getRequest());
    if (cookie == null) {
      return chain.filter(exchange);
    }
    Mono<SecurityContext> session =
        credentials
            .ofCookie(cookie)
            .<SecurityContext>map(
                caller -> new SecurityContextImpl(new CallerAuthentication(caller)))
            .cache();
    return chain
        .filter(exchange)
        .contextWrite(ReactiveSecurityContextHolder.withSecurityContext(session));
  }
}
