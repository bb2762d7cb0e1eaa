package org.dateline.server.store;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Waits until what was committed is on the disk. H2 writes a commit to the file but does not force
 * the file to the disk; without this, a power cut would lose acknowledged changes. PostgreSQL
 * forces every commit to the disk by itself.
 */
@Component
class WriteBarrier {

  private final DatabaseClient database;
  private final boolean needed;

  WriteBarrier(DatabaseClient database, StoreSettings settings) {
    this.database = database;
    this.needed = settings.store().isFile();
  }

  /** Completes when everything committed before is on the disk. */
  Mono<Void> await() {
    return needed ? database.sql("checkpoint sync").then() : Mono.empty();
  }
}
