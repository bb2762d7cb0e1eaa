package org.dateline.server.access;

import static org.dateline.server.http.QueryParameters.none;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dateline.server.account.AccessToken;
import org.dateline.server.account.Person;
import org.dateline.server.account.Secret;
import org.dateline.server.change.Role;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.store.AccountStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Someone's own tokens for scripts. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final int LONGEST_NAME = 100;

  private final AccountStore accounts;
  private final AccessSettings settings;
  private final Clock clock;

  TokenController(AccountStore accounts, AccessSettings settings, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A token as its owner sees it.
   *
   * @param token the token itself, shown when it is made and never again
   */
  @JsonNaming(SnakeCaseStrategy.class)
  private record TokenJson(
      String id,
      String name,
      String role,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant usedAt,
      @Nullable Instant revokedAt,
      @Nullable String token) {

    static TokenJson of(AccessToken kept, @Nullable Secret token) {
      return new TokenJson(
          kept.id(),
          kept.name(),
          Refusal.word(kept.role()),
          kept.createdAt(),
          kept.expiresAt(),
          kept.usedAt(),
          kept.revokedAt(),
          token == null ? null : token.text());
    }
  }

  /** All of someone's. */
  private record TokensJson(List<TokenJson> tokens) {}

  /** What the owner sends. */
  @JsonNaming(SnakeCaseStrategy.class)
  private record TokenBody(
      @Nullable String name, @Nullable String role, @Nullable Integer expiresInDays) {}

  @GetMapping(produces = JSON)
  Mono<ResponseEntity<TokensJson>> mine(ServerWebExchange exchange) {
    none(exchange);
    return owner()
        .flatMapMany(owner -> accounts.tokens(owner.id()))
        .map(token -> TokenJson.of(token, null))
        .collectList()
        .map(
            tokens ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new TokensJson(tokens)));
  }

  @PostMapping(consumes = JSON, produces = JSON)
  Mono<ResponseEntity<TokenJson>> make(@RequestBody TokenBody body, ServerWebExchange exchange) {
    none(exchange);
    Secret secret = Secret.token();
    return Callers.signedIn()
        .flatMap(
            caller ->
                caller.means() == Caller.Means.TOKEN ? Mono.error(Refusal.notByToken()) : owner())
        .map(owner -> token(body, owner))
        .flatMap(token -> accounts.add(token, secret.hash()))
        .map(
            token ->
                ResponseEntity.status(HttpStatus.CREATED)
                    .cacheControl(CacheControl.noStore())
                    .body(TokenJson.of(token, secret)));
  }

  @DeleteMapping("/{id}")
  Mono<ResponseEntity<Void>> revoke(@PathVariable String id, ServerWebExchange exchange) {
    none(exchange);
    return owner()
        .flatMap(owner -> accounts.revokeToken(id, owner.id(), clock.instant()))
        .filter(done -> done)
        .switchIfEmpty(
            Mono.error(
                () ->
                    ProblemException.notFound(
                        "You have no token \"" + id + "\" that could be revoked.",
                        "GET /api/tokens lists yours.")))
        .map(done -> ResponseEntity.noContent().build());
  }

  private static Mono<Person> owner() {
    return Callers.signedIn()
        .flatMap(caller -> Mono.justOrEmpty(caller.person()))
        .switchIfEmpty(Mono.error(Refusal::notAPerson));
  }

  private AccessToken token(TokenBody body, Person owner) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new AccessToken(
        UlidCreator.getMonotonicUlid().toString(),
        owner,
        name(body.name()),
        role(body.role(), owner),
        now,
        now.plus(validity(body.expiresInDays())),
        null,
        null);
  }

  private static String name(@Nullable String name) {
    String stripped = name == null ? "" : name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || stripped.indexOf('\0') >= 0) {
      throw UserController.invalid(
          "/name",
          "A token has a name of 1 to " + LONGEST_NAME + " characters.",
          "Say what it is for, so that you know later which one to revoke.");
    }
    return stripped;
  }

  private static Role role(@Nullable String word, Person owner) {
    Role role = word == null ? owner.role() : UserController.role(word);
    if (!owner.role().includes(role)) {
      throw Refusal.role(role, owner.actor());
    }
    return role;
  }

  private Duration validity(@Nullable Integer days) {
    if (days == null) {
      return settings.tokenValidity();
    }
    long most = settings.tokenLongest().toDays();
    if (days < 1 || days > most) {
      throw UserController.invalid(
          "/expires_in_days", days + " is not a number of days from 1 to " + most + ".", null);
    }
    return Duration.ofDays(days);
  }
}
