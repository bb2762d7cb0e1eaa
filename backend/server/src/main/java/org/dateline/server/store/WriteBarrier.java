package org.dateline.server.store;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Waits until what was committed is on the disk. H2 writes a commit to the file but does not force
 * the file to the disk; without this, a power cut would lose acknowledged changes.
 */
@Component
class WriteBarrier {

  private final DatabaseClient database;

  WriteBarrier(DatabaseClient database) {
    this.database = database;
  }

  /** Completes when everything committed before is on the disk. */
  Mono<Void> await() {
    return database.sql("checkpoint sync").then();
  }
}
