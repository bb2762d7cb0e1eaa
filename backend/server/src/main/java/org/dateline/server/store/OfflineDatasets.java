package org.dateline.server.store;

import io.r2dbc.spi.Closeable;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.dateline.server.change.Actor;
import org.dateline.server.dataset.Dataset;
import org.dateline.server.dataset.DatasetFile;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The data sets of a store that no server has open, or of a database server's. */
public final class OfflineDatasets implements AutoCloseable {

  private final ConnectionFactory connections;
  private final ChangeLog log;
  private final DatasetStore store;

  /**
   * Opens the store, made when it is missing.
   *
   * @throws UnusableStoreException when it cannot be opened, such as while a server has it open
   */
  public OfflineDatasets(StoreSettings settings) {
    StoreConfiguration configuration = new StoreConfiguration();
    connections = configuration.connectionFactory(settings, configuration.flyway(settings));
    DatabaseClient database = DatabaseClient.create(connections);
    log =
        new ChangeLog(
            database,
            TransactionalOperator.create(new R2dbcTransactionManager(connections)),
            new WriteBarrier(database, settings),
            Clock.systemUTC());
    store = new DatasetStore(database, log, settings);
  }

  /** Returns the data sets by id. */
  public List<Dataset> all() {
    return Objects.requireNonNull(store.all().collectList().block());
  }

  /** Keeps a data set; null when there is one of that id that may not be replaced. */
  public @Nullable Dataset save(
      Dataset.Label label, DatasetFile file, boolean replace, Actor actor) {
    return store.save(label, file, replace, actor, null).block();
  }

  /** Takes a data set away and returns whether there was one. */
  public boolean remove(String id, Actor actor) {
    return Boolean.TRUE.equals(store.remove(id, actor, null).block());
  }

  @Override
  public void close() {
    log.close();
    if (connections instanceof Closeable closeable) {
      Mono.from(closeable.close()).block();
    }
  }
}
