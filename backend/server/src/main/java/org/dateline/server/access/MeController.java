package org.dateline.server.access;

import static org.dateline.server.http.QueryParameters.none;

import java.util.Set;
import org.dateline.server.account.Person;
import org.dateline.server.account.Session;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.store.AccountStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who am I, signing in by a link's key, and signing out, for programs. */
@RestController
class MeController {

  private final SignIn signIn;
  private final AccountStore accounts;

  MeController(SignIn signIn, AccountStore accounts) {
    this.signIn = signIn;
    this.accounts = accounts;
  }

  @GetMapping(path = "/api/me", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<MeJson>> me(ServerWebExchange exchange) {
    none(exchange);
    return Callers.current()
        .map(caller -> MeJson.of(caller, CsrfTokens.of(exchange.getRequest())))
        .defaultIfEmpty(MeJson.NOBODY)
        .map(me -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(me));
  }

  /** The body of a sign-in. */
  private record KeyBody(@Nullable String key) {}

  @PostMapping(
      path = "/api/sign-in",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<MeJson>> signIn(@RequestBody KeyBody body, ServerWebExchange exchange) {
    none(exchange);
    SameOrigin.require(exchange);
    if (body.key() == null) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "The key is missing.",
          "/key",
          "Send {\"key\": \"...\"} with what follows \"key=\" in the sign-in link.");
    }
    return signIn
        .use(body.key(), exchange)
        .map(MeController::signedIn)
        .map(me -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(me));
  }

  /** The browser learns its token for writes from {@code GET /api/me}, once it has the cookie. */
  private static MeJson signedIn(Session session) {
    return MeJson.of(
        new Caller(
            session.person().actor(), Caller.Means.SESSION, session.person(), session.expiresAt()),
        null);
  }

  @PostMapping("/api/sign-out")
  Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
    boolean everywhere =
        QueryParameters.of(exchange, Set.of("everywhere"))
            .text("everywhere")
            .filter(Boolean::parseBoolean)
            .isPresent();
    Mono<Void> others =
        Callers.current()
            .mapNotNull(Caller::person)
            .map(Person::id)
            .filter(person -> everywhere)
            .flatMap(accounts::endSessions);
    return others.then(signIn.end(exchange)).thenReturn(ResponseEntity.noContent().build());
  }
}
