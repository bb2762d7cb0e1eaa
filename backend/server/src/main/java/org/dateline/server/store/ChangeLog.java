package org.dateline.server.store;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.dateline.server.change.Change;
import org.dateline.server.change.JsonPatch;
import org.dateline.server.change.Thing;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * The change log, and the one way to write: whatever is kept is kept by {@link #write}, in one
 * transaction with the changes that say so.
 */
@Component
public class ChangeLog {

  static final String COLUMNS =
      "sequence, kind, thing, report, version, who, made_at, what, why, previous_hash, hash";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final WriteBarrier barrier;
  private final Clock clock;

  /**
   * H2's driver does its work on the thread that subscribes: writers wait for each other here, not
   * in the database with a connection each.
   */
  private final Scheduler writers = Schedulers.newSingle("dateline-writes", true);

  ChangeLog(
      DatabaseClient database,
      TransactionalOperator transaction,
      WriteBarrier barrier,
      Clock clock) {
    this.database = database;
    this.transaction = transaction;
    this.barrier = barrier;
    this.clock = clock;
  }

  @PreDestroy
  void close() {
    writers.dispose();
  }

  /**
   * Where a thing stands.
   *
   * @param version its last version, 0 when it never was
   * @param state its state, null before its first change and after its removal
   */
  record Standing(int version, @Nullable JsonNode state) {

    static final Standing NEVER = new Standing(0, null);

    Standing after(Change change) {
      return new Standing(change.version(), JsonPatch.apply(state, change.what()));
    }
  }

  /**
   * Does a write. One at a time: the lock on the chain's end is taken before anything is read, so
   * that what the work reads stays as it is until the commit.
   *
   * @param work reads, appends and writes; when it fails, nothing has happened
   * @return the work's value, once it is on the disk
   */
  <T> Mono<T> write(Function<Pen, Mono<T>> work) {
    Mono<T> locked =
        database
            .sql("select sequence, hash from change_head where id = 1 for update")
            .map(row -> new Pen(Rows.sequence(row, "sequence"), Rows.text(row, "hash")))
            .one()
            .flatMap(pen -> work.apply(pen).flatMap(value -> pen.lift().thenReturn(value)));
    return transaction
        .transactional(locked)
        .flatMap(value -> barrier.await().thenReturn(value))
        .subscribeOn(writers);
  }

  /** Returns a thing's changes, oldest first. */
  public Flux<Change> of(Thing.Kind kind, String id) {
    return read(kind, id).subscribeOn(Schedulers.boundedElastic());
  }

  /** The same on the thread that subscribes, as work within a write must be. */
  Flux<Change> read(Thing.Kind kind, String id) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from change where kind = :kind and thing = :thing order by version")
        .bind("kind", kind.word())
        .bind("thing", id)
        .map(Rows::change)
        .all();
  }

  /** Returns up to so many changes after one, oldest first. */
  public Flux<Change> after(long sequence, int limit) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from change where sequence > :after order by sequence limit :limit")
        .bind("after", sequence)
        .bind("limit", limit)
        .map(Rows::change)
        .all()
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Returns where a thing stands by the log. */
  Mono<Standing> standing(Thing.Kind kind, String id) {
    return read(kind, id).reduce(Standing.NEVER, Standing::after);
  }

  /** Returns where the things of one kind of a report stand, those that are no more included. */
  Mono<Map<String, Standing>> standings(Thing.Kind kind, String report) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from change where report = :report and kind = :kind order by sequence")
        .bind("report", report)
        .bind("kind", kind.word())
        .map(Rows::change)
        .all()
        .reduceWith(
            LinkedHashMap::new,
            (standings, change) -> {
              String id = change.thing().id();
              standings.put(id, standings.getOrDefault(id, Standing.NEVER).after(change));
              return standings;
            });
  }

  /** Writes to the log within one transaction. */
  final class Pen {

    private long sequence;
    private String hash;

    private Pen(long sequence, String hash) {
      this.sequence = sequence;
      this.hash = hash;
    }

    /**
     * Appends the change of a thing from where it stands to another state.
     *
     * @param after null to remove it
     */
    Mono<Change> append(
        Thing thing, Standing before, @Nullable JsonNode after, String who, @Nullable String why) {
      return Mono.defer(
          () -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Change change =
                Change.following(
                    sequence,
                    hash,
                    thing,
                    before.version() + 1,
                    who,
                    now,
                    JsonPatch.between(before.state(), after),
                    why);
            sequence = change.sequence();
            hash = change.hash();
            return insert(change).thenReturn(change);
          });
    }

    private Mono<Void> insert(Change change) {
      DatabaseClient.GenericExecuteSpec insert =
          database
              .sql(
                  "insert into change ("
                      + COLUMNS
                      + ") values (:sequence, :kind, :thing, :report, :version, :who, :at, :what,"
                      + " :why, :previous, :hash)")
              .bind("sequence", change.sequence())
              .bind("kind", change.thing().kind().word())
              .bind("thing", change.thing().id())
              .bind("version", change.version())
              .bind("who", change.who())
              .bind("at", Rows.at(change.when()))
              .bind("what", change.what())
              .bind("previous", change.previousHash())
              .bind("hash", change.hash());
      insert = Rows.bind(insert, "report", change.thing().report());
      return Rows.bind(insert, "why", change.why()).then();
    }

    /** Keeps an exact geometry and returns it with its digest. */
    Mono<Shape> keep(Shape shape) {
      return database
          .sql("insert into shape (digest, salt, geom) values (:digest, :salt, :geom)")
          .bind("digest", shape.digest())
          .bind("salt", shape.salt())
          .bind("geom", shape.geometry())
          .then()
          .thenReturn(shape);
    }

    private Mono<Void> lift() {
      return database
          .sql("update change_head set sequence = :sequence, hash = :hash where id = 1")
          .bind("sequence", sequence)
          .bind("hash", hash)
          .then();
    }
  }
}
