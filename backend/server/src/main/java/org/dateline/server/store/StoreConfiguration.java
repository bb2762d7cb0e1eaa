package org.dateline.server.store;

import io.r2dbc.h2.H2ConnectionConfiguration;
import io.r2dbc.h2.H2ConnectionFactory;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store: an H2 file below {@code dateline.home}, or the PostgreSQL that is set. */
@Configuration
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

  private static final String USER = "sa";

  /** Without it, H2 keeps commits in memory for a while: a killed process would lose them. */
  private static final String NO_DELAY = "WRITE_DELAY=0";

  /** Milliseconds that a write waits for the one before it: an import may take a while. */
  private static final String PATIENCE = "LOCK_TIMEOUT=60000";

  private static final String SCHEME = "postgresql://";

  /** Brings the tables up to date, before anything reads them. */
  @Bean
  Flyway flyway(StoreSettings settings) {
    try {
      // Imported gazetteers lie there, whatever the database is.
      Files.createDirectories(settings.home());
    } catch (IOException e) {
      throw UnusableStoreException.folder(
          settings.home(),
          "it cannot be made (" + e + ")",
          "Choose a folder that can be written (setting dateline.home, variable DATELINE_HOME).",
          e);
    }
    return settings.store().isFile() ? migratedFile(settings) : migratedServer(settings.store());
  }

  private static Flyway migratedFile(StoreSettings settings) {
    try {
      return migrated(
          "jdbc:h2:file:" + settings.database() + ";" + NO_DELAY, USER, "", "db/migration/h2");
    } catch (FlywayException e) {
      throw H2Failure.explain(settings.home(), e);
    }
  }

  private static Flyway migratedServer(StoreSettings.Database server) {
    String url = String.valueOf(server.url());
    if (!url.startsWith(SCHEME) || url.indexOf('@') >= 0) {
      throw UnusableStoreException.server(
          url.replaceAll("//.*@", "//...@"),
          "its address is not of the form postgresql://host:port/database",
          "Set dateline.store.url (DATELINE_STORE_URL) so, and the user and password as"
              + " dateline.store.username and dateline.store.password.",
          null);
    }
    try {
      return migrated(
          "jdbc:" + url, server.username(), server.password(), "db/migration/postgresql");
    } catch (FlywayException e) {
      throw UnusableStoreException.server(
          url,
          "it does not answer or refuses (" + rootOf(e) + ")",
          "See that it runs, that the database is there and that the user may make tables in it;"
              + " PostGIS must be installed on its host.",
          e);
    }
  }

  private static String rootOf(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).strip();
  }

  private static Flyway migrated(
      String url, @Nullable String user, @Nullable String password, String tables) {
    Flyway flyway =
        Flyway.configure().dataSource(url, user, password).locations("classpath:" + tables).load();
    flyway.migrate();
    return flyway;
  }

  @Bean
  ConnectionFactory connectionFactory(StoreSettings settings, Flyway migrated) {
    boolean file = settings.store().isFile();
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(unpooled(settings))
            .initialSize(1)
            .maxSize(file ? 4 : 10)
            .maxIdleTime(Duration.ofMinutes(30))
            .build());
  }

  /** Returns what opens one connection at a time. */
  static ConnectionFactory unpooled(StoreSettings settings) {
    return settings.store().isFile() ? file(settings) : server(settings.store());
  }

  private static ConnectionFactory file(StoreSettings settings) {
    return new H2ConnectionFactory(
        H2ConnectionConfiguration.builder()
            .file(settings.database().toString())
            .username(USER)
            .password("")
            .option(NO_DELAY)
            .option(PATIENCE)
            .build());
  }

  private static ConnectionFactory server(StoreSettings.Database server) {
    ConnectionFactoryOptions.Builder options =
        ConnectionFactoryOptions.parse("r2dbc:" + server.url()).mutate();
    if (server.username() != null) {
      options.option(ConnectionFactoryOptions.USER, server.username());
    }
    if (server.password() != null) {
      options.option(ConnectionFactoryOptions.PASSWORD, server.password());
    }
    return ConnectionFactories.get(options.build());
  }
}
