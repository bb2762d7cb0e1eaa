package org.dateline.server.store;

import io.r2dbc.h2.H2ConnectionConfiguration;
import io.r2dbc.h2.H2ConnectionFactory;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded store: an H2 file below {@code dateline.home}. */
@Configuration
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

  private static final String USER = "sa";

  /** Without it, H2 keeps commits in memory for a while: a killed process would lose them. */
  private static final String NO_DELAY = "WRITE_DELAY=0";

  /** Brings the tables up to date, before anything reads them. */
  @Bean
  Flyway flyway(StoreSettings settings) {
    try {
      Files.createDirectories(settings.home());
      Flyway flyway =
          Flyway.configure()
              .dataSource("jdbc:h2:file:" + settings.database() + ";" + NO_DELAY, USER, "")
              .locations("classpath:db/migration/h2")
              .load();
      flyway.migrate();
      return flyway;
    } catch (IOException e) {
      throw new UnusableStoreException(
          settings.home(),
          "it cannot be made (" + e + ")",
          "Choose a folder that can be written (setting dateline.home, variable DATELINE_HOME).",
          e);
    } catch (FlywayException e) {
      throw H2Failure.explain(settings.home(), e);
    }
  }

  @Bean
  ConnectionFactory connectionFactory(StoreSettings settings, Flyway migrated) {
    H2ConnectionConfiguration.Builder database =
        H2ConnectionConfiguration.builder()
            .file(settings.database().toString())
            .username(USER)
            .password("")
            .option(NO_DELAY);
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(new H2ConnectionFactory(database.build()))
            .initialSize(1)
            .maxSize(4)
            .maxIdleTime(Duration.ofMinutes(30))
            .build());
  }
}
