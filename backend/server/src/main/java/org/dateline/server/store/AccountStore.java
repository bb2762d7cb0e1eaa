package org.dateline.server.store;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.dateline.server.account.AccessToken;
import org.dateline.server.account.Person;
import org.dateline.server.account.PublicName;
import org.dateline.server.account.Session;
import org.dateline.server.account.SignInLink;
import org.dateline.server.change.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * People, their sign-in links, sessions and tokens, kept. Not in the change log, which says what
 * was done to the map: a hash of a cookie is nothing to show to readers.
 */
@Repository
public class AccountStore {

  /** How exactly it is kept when a session or token was last used: not every request is a write. */
  private static final Duration USE = Duration.ofMinutes(1);

  private static final String PERSON =
      """
      p.id person_id, p.name person_name, p.role person_role, p.subject person_subject,
        p.created_by person_created_by, p.created_at person_created_at,
        p.signed_in_at person_signed_in_at, p.revoked_at person_revoked_at""";

  private static final String NOT_THE_LAST_ADMIN =
      "(role <> 'ADMIN' or exists (select 1 from person other where other.role = 'ADMIN'"
          + " and other.revoked_at is null and other.id <> :id))";

  private static final String TOKEN =
      """
      select t.id, t.name, t.role, t.created_at, t.expires_at, t.used_at, t.revoked_at,
      """
          + PERSON
          + " from access_token t join person p on p.id = t.person_id ";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final WriteBarrier barrier;

  AccountStore(DatabaseClient database, TransactionalOperator transaction, WriteBarrier barrier) {
    this.database = database;
    this.transaction = transaction;
    this.barrier = barrier;
  }

  /** Returns everyone, in the order they came. */
  public Flux<Person> people() {
    return database
        .sql("select " + PERSON + " from person p order by p.created_at, p.id")
        .map(AccountStore::personIn)
        .all()
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Returns someone by id; empty when there is nobody. */
  public Mono<Person> person(String id) {
    return personWhere("p.id", id);
  }

  /** Returns someone by their public name; empty when there is nobody. */
  public Mono<Person> personNamed(PublicName name) {
    return personWhere("p.name_key", name.key());
  }

  /** Returns who has an account at the OpenID Connect provider; empty when there is nobody. */
  public Mono<Person> personOf(String subject) {
    return personWhere("p.subject", subject);
  }

  private Mono<Person> personWhere(String column, String value) {
    return database
        .sql("select " + PERSON + " from person p where " + column + " = :value")
        .bind("value", value)
        .map(AccountStore::personIn)
        .one()
        .subscribeOn(Schedulers.boundedElastic());
  }

  /**
   * Keeps a new person.
   *
   * @return whether they are kept; false when someone has that name or subject
   */
  public Mono<Boolean> add(Person person) {
    DatabaseClient.GenericExecuteSpec insert =
        database
            .sql(
                """
                insert into person (id, name, name_key, role, subject, created_by, created_at)
                values (:id, :name, :key, :role, :subject, :by, :at)""")
            .bind("id", person.id())
            .bind("name", person.name().text())
            .bind("key", person.name().key())
            .bind("role", person.role().name())
            .bind("by", person.createdBy())
            .bind("at", Rows.at(person.createdAt()));
    return written(Rows.bind(insert, "subject", person.subject()).then().thenReturn(true))
        .onErrorReturn(DataIntegrityViolationException.class, false);
  }

  /**
   * Gives someone another role.
   *
   * @return false when they are the last admin, whom nobody could make one again
   */
  public Mono<Boolean> setRole(String id, Role role) {
    String guard = role == Role.ADMIN ? "" : " and " + NOT_THE_LAST_ADMIN;
    return written(
        changes(
            database
                .sql("update person set role = :role where id = :id" + guard)
                .bind("role", role.name())
                .bind("id", id)));
  }

  /**
   * Lets someone sign in no more: their sessions end, their links and tokens are refused.
   *
   * @return false when they are the last admin
   */
  public Mono<Boolean> revoke(String id, Instant now) {
    Mono<Boolean> revoked =
        changes(
            database
                .sql(
                    "update person set revoked_at = :now where id = :id and revoked_at is null and "
                        + NOT_THE_LAST_ADMIN)
                .bind("now", Rows.at(now))
                .bind("id", id));
    return written(
        revoked.flatMap(done -> done ? endAccess(id, now).thenReturn(true) : Mono.just(false)));
  }

  private Mono<Void> endAccess(String id, Instant now) {
    return database
        .sql("delete from sign_in_session where person_id = :id")
        .bind("id", id)
        .then()
        .then(
            database
                .sql(
                    "update sign_in_link set used_at = :now where person_id = :id and used_at is null")
                .bind("now", Rows.at(now))
                .bind("id", id)
                .then())
        .then(
            database
                .sql(
                    """
                    update access_token set revoked_at = :now
                    where person_id = :id and revoked_at is null""")
                .bind("now", Rows.at(now))
                .bind("id", id)
                .then());
  }

  /** Keeps a link that signs someone in; links of theirs that nobody used are void from now on. */
  public Mono<SignInLink> add(SignInLink link) {
    return written(
        database
            .sql("update sign_in_link set used_at = :now where person_id = :id and used_at is null")
            .bind("now", Rows.at(link.createdAt()))
            .bind("id", link.person().id())
            .then()
            .then(
                database
                    .sql(
                        """
                        insert into sign_in_link (hash, person_id, created_at, expires_at)
                        values (:hash, :id, :created, :expires)""")
                    .bind("hash", link.hash())
                    .bind("id", link.person().id())
                    .bind("created", Rows.at(link.createdAt()))
                    .bind("expires", Rows.at(link.expiresAt()))
                    .then())
            .thenReturn(link));
  }

  /** Returns the link of a key's hash; empty when there never was one. */
  public Mono<SignInLink> link(String hash) {
    return database
        .sql(
            "select l.hash, l.created_at, l.expires_at, l.used_at, "
                + PERSON
                + " from sign_in_link l join person p on p.id = l.person_id where l.hash = :hash")
        .bind("hash", hash)
        .map(
            row ->
                new SignInLink(
                    Rows.text(row, "hash"),
                    personIn(row),
                    Rows.instant(row, "created_at"),
                    Rows.instant(row, "expires_at"),
                    optional(row, "used_at")))
        .one()
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Uses a link up; returns false when someone was faster. */
  public Mono<Boolean> use(String hash, Instant now) {
    return written(
        changes(
            database
                .sql(
                    """
                    update sign_in_link set used_at = :now
                    where hash = :hash and used_at is null and expires_at > :now""")
                .bind("now", Rows.at(now))
                .bind("hash", hash)));
  }

  /** Keeps a new session; those that are over go. */
  public Mono<Session> add(Session session) {
    return written(
        database
            .sql("delete from sign_in_session where expires_at < :now")
            .bind("now", Rows.at(session.createdAt()))
            .then()
            .then(
                database
                    .sql(
                        """
                        insert into sign_in_session
                          (hash, person_id, created_at, used_at, expires_at)
                        values (:hash, :person, :created, :used, :expires)""")
                    .bind("hash", session.hash())
                    .bind("person", session.person().id())
                    .bind("created", Rows.at(session.createdAt()))
                    .bind("used", Rows.at(session.usedAt()))
                    .bind("expires", Rows.at(session.expiresAt()))
                    .then())
            .then(
                database
                    .sql("update person set signed_in_at = :now where id = :id")
                    .bind("now", Rows.at(session.createdAt()))
                    .bind("id", session.person().id())
                    .then())
            .thenReturn(session));
  }

  /** Returns the session of a cookie's hash; empty when there is none. */
  public Mono<Session> session(String hash) {
    return database
        .sql(
            "select s.hash, s.created_at, s.used_at, s.expires_at, "
                + PERSON
                + " from sign_in_session s join person p on p.id = s.person_id"
                + " where s.hash = :hash")
        .bind("hash", hash)
        .map(
            row ->
                new Session(
                    Rows.text(row, "hash"),
                    personIn(row),
                    Rows.instant(row, "created_at"),
                    Rows.instant(row, "used_at"),
                    Rows.instant(row, "expires_at")))
        .one()
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Notes that a session is used. */
  public Mono<Void> used(Session session, Instant now) {
    return touched("sign_in_session", "hash", session.hash(), session.usedAt(), now);
  }

  /** Ends a session. */
  public Mono<Void> endSession(String hash) {
    return written(
            database
                .sql("delete from sign_in_session where hash = :hash")
                .bind("hash", hash)
                .then()
                .thenReturn(true))
        .then();
  }

  /** Ends all sessions of someone. */
  public Mono<Void> endSessions(String person) {
    return written(
            database
                .sql("delete from sign_in_session where person_id = :id")
                .bind("id", person)
                .then()
                .thenReturn(true))
        .then();
  }

  /**
   * Keeps a new token.
   *
   * @param hash of the token, which is shown once and not kept
   */
  public Mono<AccessToken> add(AccessToken token, String hash) {
    return written(
        database
            .sql(
                """
                insert into access_token
                  (id, hash, person_id, name, role, created_at, expires_at)
                values (:id, :hash, :person, :name, :role, :created, :expires)""")
            .bind("id", token.id())
            .bind("hash", hash)
            .bind("person", token.owner().id())
            .bind("name", token.name())
            .bind("role", token.role().name())
            .bind("created", Rows.at(token.createdAt()))
            .bind("expires", Rows.at(token.expiresAt()))
            .then()
            .thenReturn(token));
  }

  /** Returns the token of a hash; empty when there never was one. */
  public Mono<AccessToken> token(String hash) {
    return database
        .sql(TOKEN + "where t.hash = :hash")
        .bind("hash", hash)
        .map(AccountStore::tokenIn)
        .one()
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Returns someone's tokens, oldest first. */
  public Flux<AccessToken> tokens(String person) {
    return database
        .sql(TOKEN + "where t.person_id = :person order by t.created_at, t.id")
        .bind("person", person)
        .map(AccountStore::tokenIn)
        .all()
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Notes that a token is used. */
  public Mono<Void> used(AccessToken token, Instant now) {
    return touched("access_token", "id", token.id(), token.usedAt(), now);
  }

  /** Revokes a token of someone's; returns false when they have no such token that is accepted. */
  public Mono<Boolean> revokeToken(String id, String person, Instant now) {
    return written(
        changes(
            database
                .sql(
                    """
                    update access_token set revoked_at = :now
                    where id = :id and person_id = :person and revoked_at is null""")
                .bind("now", Rows.at(now))
                .bind("id", id)
                .bind("person", person)));
  }

  /** Not forced to the disk: a lost minute of "last used" harms nobody. */
  private Mono<Void> touched(
      String table, String column, String key, @Nullable Instant before, Instant now) {
    if (before != null && now.isBefore(before.plus(USE))) {
      return Mono.empty();
    }
    return database
        .sql("update " + table + " set used_at = :now where " + column + " = :key")
        .bind("now", Rows.at(now))
        .bind("key", key)
        .then()
        .subscribeOn(Schedulers.boundedElastic());
  }

  private <T> Mono<T> written(Mono<T> work) {
    return transaction
        .transactional(work)
        .flatMap(value -> barrier.await().thenReturn(value))
        // r2dbc-h2 does its work on the thread that subscribes.
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static Mono<Boolean> changes(DatabaseClient.GenericExecuteSpec update) {
    return update.fetch().rowsUpdated().map(count -> count > 0);
  }

  private static Person personIn(Readable row) {
    return new Person(
        Rows.text(row, "person_id"),
        new PublicName(Rows.text(row, "person_name")),
        Role.valueOf(Rows.text(row, "person_role")),
        row.get("person_subject", String.class),
        Rows.text(row, "person_created_by"),
        Rows.instant(row, "person_created_at"),
        optional(row, "person_signed_in_at"),
        optional(row, "person_revoked_at"));
  }

  private static AccessToken tokenIn(Readable row) {
    return new AccessToken(
        Rows.text(row, "id"),
        personIn(row),
        Rows.text(row, "name"),
        Role.valueOf(Rows.text(row, "role")),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "expires_at"),
        optional(row, "used_at"),
        optional(row, "revoked_at"));
  }

  private static @Nullable Instant optional(Readable row, String column) {
    OffsetDateTime value = row.get(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
