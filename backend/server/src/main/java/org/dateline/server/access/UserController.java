package org.dateline.server.access;

import static org.dateline.server.http.QueryParameters.none;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dateline.server.account.Person;
import org.dateline.server.account.PublicName;
import org.dateline.server.change.Role;
import org.dateline.server.http.Address;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.store.AccountStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The people who may sign in, for admins. */
@RestController
@RequestMapping("/api/users")
class UserController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final AccountStore accounts;
  private final SignIn signIn;
  private final AccessSettings settings;
  private final Clock clock;

  UserController(AccountStore accounts, SignIn signIn, AccessSettings settings, Clock clock) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.settings = settings;
    this.clock = clock;
  }

  /** Someone as admins see them. */
  @JsonNaming(SnakeCaseStrategy.class)
  private record UserJson(
      String id,
      String name,
      String role,
      String createdBy,
      Instant createdAt,
      @Nullable Instant signedInAt,
      @Nullable Instant revokedAt) {

    static UserJson of(Person person) {
      return new UserJson(
          person.id(),
          person.name().text(),
          Refusal.word(person.role()),
          person.createdBy(),
          person.createdAt(),
          person.signedInAt(),
          person.revokedAt());
    }
  }

  /** All of them. */
  private record UsersJson(List<UserJson> users) {}

  /** Someone with a link, which is shown this once. */
  @JsonNaming(SnakeCaseStrategy.class)
  private record InvitedJson(UserJson user, String signInLink, Instant expiresAt) {}

  /** What an admin sends. */
  private record UserBody(@Nullable String name, @Nullable String role) {}

  @GetMapping(produces = JSON)
  Mono<ResponseEntity<UsersJson>> all(ServerWebExchange exchange) {
    none(exchange);
    return accounts
        .people()
        .map(UserJson::of)
        .collectList()
        .map(users -> unkept(new UsersJson(users)));
  }

  @PostMapping(consumes = JSON, produces = JSON)
  Mono<ResponseEntity<InvitedJson>> invite(@RequestBody UserBody body, ServerWebExchange exchange) {
    none(exchange);
    PublicName name = name(body.name());
    Role role = role(body.role());
    return Callers.signedIn()
        .flatMap(caller -> signIn.invite(name, role, caller.actor().name(), null))
        .switchIfEmpty(
            Mono.error(
                () ->
                    new ProblemException(
                        ProblemType.CONFLICT,
                        "There is someone named \"" + name.text() + "\" already.",
                        "/name",
                        "Choose another public name; names stay in the history for ever.")))
        .flatMap(person -> invited(person, exchange))
        .map(
            invited ->
                ResponseEntity.created(
                        URI.create(Address.of(exchange) + "/api/users/" + invited.user().id()))
                    .cacheControl(CacheControl.noStore())
                    .body(invited));
  }

  /** Makes a new link for someone, who lost theirs or signs in at another browser. */
  @PostMapping(path = "/{id}/sign-in-link", produces = JSON)
  Mono<ResponseEntity<InvitedJson>> link(@PathVariable String id, ServerWebExchange exchange) {
    none(exchange);
    return person(id)
        .filter(Person::active)
        .switchIfEmpty(Mono.error(() -> conflict("They may not sign in any more.")))
        .flatMap(person -> invited(person, exchange))
        .map(UserController::unkept);
  }

  @PatchMapping(path = "/{id}", consumes = JSON, produces = JSON)
  Mono<ResponseEntity<UserJson>> changeRole(
      @PathVariable String id, @RequestBody UserBody body, ServerWebExchange exchange) {
    none(exchange);
    Role role = role(body.role());
    return person(id)
        .flatMap(person -> accounts.setRole(id, role))
        .filter(done -> done)
        .switchIfEmpty(Mono.error(UserController::lastAdmin))
        .flatMap(done -> person(id))
        .map(person -> unkept(UserJson.of(person)));
  }

  /** Lets someone sign in no more. What they did stays, under their name. */
  @DeleteMapping("/{id}")
  Mono<ResponseEntity<Void>> revoke(@PathVariable String id, ServerWebExchange exchange) {
    none(exchange);
    return person(id)
        .flatMap(person -> person.active() ? accounts.revoke(id, clock.instant()) : Mono.just(true))
        .filter(done -> done)
        .switchIfEmpty(Mono.error(UserController::lastAdmin))
        .map(done -> ResponseEntity.noContent().build());
  }

  /** Signs someone out at every browser. Their tokens stay. */
  @PostMapping("/{id}/sign-out")
  Mono<ResponseEntity<Void>> signOut(@PathVariable String id, ServerWebExchange exchange) {
    none(exchange);
    return person(id)
        .flatMap(
            person ->
                accounts.endSessions(id).thenReturn(ResponseEntity.noContent().<Void>build()));
  }

  private Mono<InvitedJson> invited(Person person, ServerWebExchange exchange) {
    return signIn
        .link(person, settings.invitationValidity())
        .map(
            link ->
                new InvitedJson(
                    UserJson.of(person), Address.of(exchange) + link.path(), link.expiresAt()));
  }

  private Mono<Person> person(String id) {
    return accounts
        .person(id)
        .switchIfEmpty(
            Mono.error(
                () ->
                    ProblemException.notFound(
                        "There is no user \"" + id + "\".", "GET /api/users lists them.")));
  }

  private static PublicName name(@Nullable String name) {
    try {
      return new PublicName(name == null ? "" : name);
    } catch (IllegalArgumentException e) {
      throw invalid(
          "/name", String.valueOf(e.getMessage()), "Send the name that readers shall see.");
    }
  }

  /** Returns the role of a word; fails with a problem that lists the words. */
  static Role role(@Nullable String word) {
    return Arrays.stream(Role.values())
        .filter(
            role -> Refusal.word(role).equals(word == null ? "" : word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "/role",
                    word == null ? "The role is missing." : "\"" + word + "\" is not a role.",
                    "Roles: contributor, editor, admin."));
  }

  static ProblemException invalid(String where, String detail, @Nullable String hint) {
    return new ProblemException(ProblemType.INVALID_REQUEST, detail, where, hint);
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(
        ProblemType.CONFLICT, detail, null, "GET /api/users shows who may. Nothing was changed.");
  }

  private static ProblemException lastAdmin() {
    return conflict("They are the last admin: nobody could undo it.");
  }

  private static <T> ResponseEntity<T> unkept(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
