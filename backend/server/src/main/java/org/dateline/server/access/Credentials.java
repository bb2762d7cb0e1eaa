package org.dateline.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.dateline.server.account.AccessToken;
import org.dateline.server.account.Secret;
import org.dateline.server.account.Session;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Role;
import org.dateline.server.store.AccountStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out who a request's token or cookie belongs to. */
@Component
class Credentials {

  private static final int MIN_LENGTH = 32;
  private static final String SCHEME = "Bearer ";
  private static final Actor BOOTSTRAP = new Actor("bootstrap", Role.ADMIN);

  private final String bootstrapToken;
  private final AccountStore accounts;
  private final AccessSettings settings;
  private final Clock clock;

  Credentials(
      @Value("${dateline.bootstrap-token:}") String bootstrapToken,
      AccountStore accounts,
      AccessSettings settings,
      Clock clock) {
    if (!bootstrapToken.isEmpty() && bootstrapToken.length() < MIN_LENGTH) {
      throw new ShortTokenException(bootstrapToken.length(), MIN_LENGTH);
    }
    this.bootstrapToken = bootstrapToken;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  boolean hasBootstrapToken() {
    return !bootstrapToken.isEmpty();
  }

  /**
   * Returns the token that a request sends, null when it sends none. Other schemes are left aside:
   * a proxy may have asked for a password of its own and passed it on.
   */
  static @Nullable String token(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return header != null && (header + " ").regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? (header + " ").substring(SCHEME.length()).strip()
        : null;
  }

  /** Returns the value of a request's session cookie, null when it has none. */
  static @Nullable String cookie(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(SessionCookie.NAME);
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  /** Returns who has a token; fails with 401 when it is forged, expired or revoked. */
  Mono<Caller> ofToken(String token) {
    if (isBootstrap(token)) {
      return Mono.just(new Caller(BOOTSTRAP, Caller.Means.BOOTSTRAP, null, null));
    }
    if (!token.startsWith(Secret.TOKEN_PREFIX)) {
      return Mono.error(unknown());
    }
    return accounts
        .token(Secret.hash(token))
        .switchIfEmpty(Mono.error(Credentials::unknown))
        .flatMap(this::accepted);
  }

  private static RuntimeException unknown() {
    return Refusal.token("unknown", "The token is not one of this server's.");
  }

  private Mono<Caller> accepted(AccessToken token) {
    Instant now = clock.instant();
    if (token.revokedAt() != null || !token.owner().active()) {
      return Mono.error(Refusal.token("revoked", "The token has been revoked."));
    }
    if (!now.isBefore(token.expiresAt())) {
      return Mono.error(
          Refusal.token(
              "expired",
              "The token expired at " + token.expiresAt().truncatedTo(ChronoUnit.SECONDS) + "."));
    }
    return accounts
        .used(token, now)
        .thenReturn(
            new Caller(token.actor(), Caller.Means.TOKEN, token.owner(), token.expiresAt()));
  }

  private boolean isBootstrap(String token) {
    return hasBootstrapToken()
        && MessageDigest.isEqual(
            bootstrapToken.getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns who has signed in with a cookie; empty when the session is over or never was. */
  Mono<Caller> ofCookie(String cookie) {
    Instant now = clock.instant();
    return accounts
        .session(Secret.hash(cookie))
        .filter(session -> isAlive(session, now))
        .flatMap(
            session ->
                accounts
                    .used(session, now)
                    .thenReturn(
                        new Caller(
                            session.person().actor(),
                            Caller.Means.SESSION,
                            session.person(),
                            session.expiresAt())));
  }

  private boolean isAlive(Session session, Instant now) {
    return session.person().active()
        && now.isBefore(session.expiresAt())
        && now.isBefore(session.usedAt().plus(settings.sessionIdle()));
  }
}
