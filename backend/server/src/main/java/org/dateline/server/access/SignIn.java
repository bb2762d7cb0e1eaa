package org.dateline.server.access;

import com.github.f4b6a3.ulid.UlidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dateline.server.account.LinkFolder;
import org.dateline.server.account.Person;
import org.dateline.server.account.PublicName;
import org.dateline.server.account.Secret;
import org.dateline.server.account.Session;
import org.dateline.server.account.SignInLink;
import org.dateline.server.change.Role;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.store.AccountStore;
import org.dateline.server.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes links that sign someone in once, and sessions of those who use them. */
@Component
class SignIn {

  private static final int LONGEST_KEY = 100;

  private final AccountStore accounts;
  private final AccessSettings settings;
  private final LinkFolder folder;
  private final Clock clock;

  SignIn(AccountStore accounts, AccessSettings settings, StoreSettings store, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.folder = LinkFolder.of(store.home());
    this.clock = clock;
  }

  /**
   * A new link.
   *
   * @param path address on this server, the secret in it
   */
  record Link(String path, Instant expiresAt) {}

  /** Makes a link that signs someone in once. */
  Mono<Link> link(Person person, Duration validity) {
    Secret key = Secret.random();
    Instant now = now();
    return accounts
        .add(new SignInLink(key.hash(), person, now, now.plus(validity), null))
        .map(link -> new Link("/sign-in?key=" + key.text(), link.expiresAt()));
  }

  /** Makes a new person who has not signed in yet; empty when someone has the name. */
  Mono<Person> invite(PublicName name, Role role, String by, @Nullable String subject) {
    Person person =
        new Person(
            UlidCreator.getMonotonicUlid().toString(), name, role, subject, by, now(), null, null);
    return accounts.add(person).flatMap(added -> added ? Mono.just(person) : Mono.empty());
  }

  /** Returns whoever has been an admin longest; made when there is none. */
  Mono<Person> admin() {
    return accounts
        .people()
        .filter(person -> person.active() && person.role() == Role.ADMIN)
        .next()
        .switchIfEmpty(
            Mono.defer(
                () -> invite(new PublicName(settings.adminName()), Role.ADMIN, "system", null)));
  }

  /**
   * Returns whom a key would sign in, and leaves it; fails with a problem that says what became of
   * the link.
   */
  Mono<String> holder(String key) {
    return accounts
        .link(hash(key))
        .map(link -> checked(link).person().name().text())
        .switchIfEmpty(
            fileEntry(key, false)
                .map(entry -> entry.name().isEmpty() ? settings.adminName() : entry.name()))
        .switchIfEmpty(Mono.error(SignIn::unknown));
  }

  /** Uses a key up and signs its holder in; fails as {@link #holder} does. */
  Mono<Session> use(String key, ServerWebExchange exchange) {
    return accounts
        .link(hash(key))
        .flatMap(
            link ->
                accounts
                    .use(checked(link).hash(), now())
                    .map(
                        done -> {
                          if (!done) {
                            throw used();
                          }
                          return link.person();
                        }))
        .switchIfEmpty(fileEntry(key, true).flatMap(this::holder))
        .switchIfEmpty(Mono.error(SignIn::unknown))
        .flatMap(person -> begin(person, exchange));
  }

  private Mono<LinkFolder.Entry> fileEntry(String key, boolean take) {
    return Mono.fromCallable(() -> take ? folder.take(hash(key)) : folder.look(hash(key)))
        .onErrorMap(IOException.class, UncheckedIOException::new)
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(Mono::<LinkFolder.Entry>justOrEmpty)
        .doOnNext(
            entry -> {
              if (!now().isBefore(entry.expiresAt())) {
                throw expired(entry.expiresAt());
              }
            });
  }

  private Mono<Person> holder(LinkFolder.Entry entry) {
    if (entry.name().isEmpty()) {
      return admin();
    }
    PublicName name = new PublicName(entry.name());
    return accounts
        .personNamed(name)
        .switchIfEmpty(Mono.defer(() -> invite(name, Role.ADMIN, "system", null)))
        .doOnNext(SignIn::requireActive);
  }

  private SignInLink checked(SignInLink link) {
    requireActive(link.person());
    if (link.usedAt() != null) {
      throw used();
    }
    if (!now().isBefore(link.expiresAt())) {
      throw expired(link.expiresAt());
    }
    return link;
  }

  private static void requireActive(Person person) {
    if (!person.active()) {
      throw Refusal.link(person.name().text() + " may not sign in here any more.");
    }
  }

  private static ProblemException used() {
    return Refusal.link(
        "This sign-in link has been used, or a newer one was made; each works once.");
  }

  private static ProblemException expired(Instant at) {
    return Refusal.link(
        "This sign-in link could be used until " + at.truncatedTo(ChronoUnit.MINUTES) + ".");
  }

  private static ProblemException unknown() {
    return Refusal.link("This sign-in link is not one of this server's, or it is not complete.");
  }

  private static String hash(String key) {
    return Secret.hash(key.length() > LONGEST_KEY ? "" : key);
  }

  /**
   * Signs someone in at the browser that asks. The cookie is new each time, so that nobody can have
   * planted it; a session that the browser had ends.
   */
  Mono<Session> begin(Person person, ServerWebExchange exchange) {
    Secret cookie = Secret.random();
    Instant now = now();
    Session session =
        new Session(cookie.hash(), person, now, now, now.plus(settings.sessionLongest()));
    SessionCookie.set(exchange, cookie.text(), settings.sessionLongest());
    return Optional.ofNullable(Credentials.cookie(exchange.getRequest()))
        .map(before -> accounts.endSession(Secret.hash(before)))
        .orElse(Mono.empty())
        .then(accounts.add(session));
  }

  /** Signs the browser that asks out. */
  Mono<Void> end(ServerWebExchange exchange) {
    String cookie = Credentials.cookie(exchange.getRequest());
    if (cookie == null) {
      return Mono.empty();
    }
    SessionCookie.remove(exchange);
    return accounts.endSession(Secret.hash(cookie));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
