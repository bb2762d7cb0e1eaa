package org.dateline.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Closeable;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dateline.server.account.AccessToken;
import org.dateline.server.account.Person;
import org.dateline.server.account.PublicName;
import org.dateline.server.account.Session;
import org.dateline.server.account.SignInLink;
import org.dateline.server.change.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The same on the file and on PostgreSQL. */
class AccountStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  @TempDir Path home;

  private @Nullable ConnectionFactory opened;

  @AfterEach
  void close() {
    if (opened instanceof Closeable closeable) {
      Mono.from(closeable.close()).block();
    }
  }

  private AccountStore open(String database) throws IOException {
    StoreSettings settings =
        new StoreSettings(
            home,
            database.equals("file")
                ? new StoreSettings.Database(null, null, null)
                : Postgres.newDatabase());
    StoreConfiguration configuration = new StoreConfiguration();
    ConnectionFactory connections =
        configuration.connectionFactory(settings, configuration.flyway(settings));
    opened = connections;
    DatabaseClient client = DatabaseClient.create(connections);
    return new AccountStore(
        client,
        TransactionalOperator.create(new R2dbcTransactionManager(connections)),
        new WriteBarrier(client, settings));
  }

  private static Person person(String id, String name, Role role) {
    return new Person(id, new PublicName(name), role, null, "test", NOW, null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "postgresql"})
  void keepsPeopleTheirSessionsAndTokens(String database) throws IOException {
    AccountStore store = open(database);
    Person awa = person("1", "Awa", Role.EDITOR);
    assertThat(store.add(awa).block()).isTrue();
    assertThat(store.add(person("2", "AWA", Role.EDITOR)).block()).isFalse();
    assertThat(store.personNamed(new PublicName("awa")).block()).isEqualTo(awa);

    Session session = new Session("s", awa, NOW, NOW, LATER);
    store.add(session).block();
    assertThat(store.person("1").map(p -> Objects.requireNonNull(p.signedInAt())).block())
        .isEqualTo(NOW);
    store.used(session, NOW.plusSeconds(30)).block();
    assertThat(store.session("s").map(Session::usedAt).block()).isEqualTo(NOW);
    store.used(session, NOW.plusSeconds(90)).block();
    assertThat(store.session("s").map(Session::usedAt).block()).isEqualTo(NOW.plusSeconds(90));

    AccessToken token = new AccessToken("t", awa, "x", Role.EDITOR, NOW, LATER, null, null);
    store.add(token, "h").block();
    assertThat(store.revokeToken("t", "someone else", NOW).block()).isFalse();
    assertThat(store.revokeToken("t", "1", NOW).block()).isTrue();
    assertThat(store.token("h").map(t -> Objects.requireNonNull(t.revokedAt())).block())
        .isEqualTo(NOW);
    store.endSession("s").block();
    assertThat(store.session("s").block()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "postgresql"})
  void aLinkWorksForOneOfManyAtOnce(String database) throws IOException {
    AccountStore store = open(database);
    Person awa = person("1", "Awa", Role.EDITOR);
    store.add(awa).block();
    store.add(new SignInLink("old", awa, NOW, LATER, null)).block();
    store.add(new SignInLink("l", awa, NOW, LATER, null)).block();
    assertThat(store.use("old", NOW).block()).as("a newer link was made").isFalse();
    assertThat(store.use("l", LATER).block()).as("expired").isFalse();
    assertThat(
            Flux.fromStream(IntStream.range(0, 8).boxed())
                .flatMap(i -> store.use("l", NOW))
                .filter(won -> won)
                .count()
                .block())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "postgresql"})
  void theLastAdminStays(String database) throws IOException {
    AccountStore store = open(database);
    store.add(person("1", "Awa", Role.ADMIN)).block();
    assertThat(store.revoke("1", NOW).block()).isFalse();
    assertThat(store.setRole("1", Role.EDITOR).block()).isFalse();
    store.add(person("2", "Binta", Role.ADMIN)).block();
    assertThat(store.setRole("1", Role.EDITOR).block()).isTrue();
    assertThat(store.revoke("2", NOW).block()).isFalse();
    assertThat(store.setRole("1", Role.ADMIN).block()).isTrue();
    assertThat(store.revoke("2", NOW).block()).isTrue();
    assertThat(store.setRole("1", Role.CONTRIBUTOR).block()).isFalse();
  }
}
