package org.dateline.server.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The one writer there is without sign-in: whoever has the bootstrap token is an admin. Without a
 * token set, nobody writes.
 */
@Component
class BootstrapToken implements Actors {

  private static final int MIN_LENGTH = 32;
  private static final String SCHEME = "Bearer ";
  private static final Actor ADMIN = new Actor("bootstrap", Role.ADMIN);

  private final String token;

  BootstrapToken(@Value("${dateline.bootstrap-token:}") String token) {
    if (!token.isEmpty() && token.length() < MIN_LENGTH) {
      throw new IllegalStateException(
          "The bootstrap token (setting dateline.bootstrap-token, variable"
              + " DATELINE_BOOTSTRAP_TOKEN) has "
              + token.length()
              + " characters; it needs "
              + MIN_LENGTH
              + " or more, so that nobody guesses it.");
    }
    this.token = token;
  }

  @Override
  public Mono<Actor> require(Role role, ServerWebExchange exchange) {
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return Mono.error(refused("The request has no token.", "Bearer realm=\"Dateline\""));
    }
    return isToken(header)
        ? Mono.just(ADMIN)
        : Mono.error(
            refused(
                "The token is not one of this server's.",
                "Bearer realm=\"Dateline\", error=\"invalid_token\""));
  }

  private static ProblemException refused(String detail, String challenge) {
    return new ProblemException(
            ProblemType.UNAUTHENTICATED,
            detail,
            "header Authorization",
            "Send the header \"Authorization: Bearer <token>\"; nothing was changed.")
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge);
  }

  private boolean isToken(String header) {
    return !token.isEmpty()
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
  }
}
