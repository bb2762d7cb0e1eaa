package org.dateline.server.store;

import io.r2dbc.spi.Closeable;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.dateline.server.change.Change;
import org.dateline.server.change.Thing;
import org.dateline.server.change.Thing.Kind;
import org.dateline.server.location.Protection;
import org.dateline.server.store.ChangeLog.Standing;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Checks the change log and that it tells the truth: the chain is whole, each entry fits the one
 * before of its thing, what is kept is what the log made of it, and geometries are those that were
 * sealed. Reads only.
 */
public final class LogVerification {

  private static final int MOST_FAULTS = 100;

  private final DatabaseClient database;
  private final Documents documents = new Documents();
  private final List<String> faults = new ArrayList<>();

  private LogVerification(DatabaseClient database) {
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param changes how many entries the log has
   * @param hash of the last one: whoever wrote it down can tell later whether the end was cut off
   * @param faults what is wrong and where, the first hundred; empty when all is well
   */
  public record Verdict(long changes, String hash, List<String> faults) {}

  /**
   * Checks a store that no server has open, or a database server's.
   *
   * @throws UnusableStoreException when it cannot be read
   */
  public static Verdict of(StoreSettings settings) {
    Path file = Path.of(settings.database() + ".mv.db");
    if (settings.store().isFile() && !Files.exists(file)) {
      throw UnusableStoreException.folder(
          settings.home(),
          "there is no dateline.mv.db in it",
          "Name the folder with --dateline.home=DIR or DATELINE_HOME.",
          null);
    }
    ConnectionFactory connections = StoreConfiguration.unpooled(settings);
    try {
      return of(connections);
    } catch (DataAccessException | R2dbcException e) {
      if (settings.store().isFile()) {
        throw H2Failure.explain(settings.home(), e);
      }
      throw UnusableStoreException.server(
          String.valueOf(settings.store().url()),
          "it does not answer or refuses (" + e.getMessage() + ")",
          "See that it runs and that its settings are right.",
          e);
    } finally {
      if (connections instanceof Closeable closeable) {
        Mono.from(closeable.close()).block();
      }
    }
  }

  /** Checks the store behind a connection factory. */
  static Verdict of(ConnectionFactory connections) {
    return new LogVerification(DatabaseClient.create(connections)).run();
  }

  private Verdict run() {
    End end = chain();
    Map<Thing, Standing> standings = new TreeMap<>(LogVerification::compare);
    things(standings);
    kept(standings);
    shapes();
    parts();
    return new Verdict(end.sequence(), end.hash(), List.copyOf(faults));
  }

  private static int compare(Thing one, Thing other) {
    int byKind = one.kind().compareTo(other.kind());
    return byKind != 0 ? byKind : one.id().compareTo(other.id());
  }

  private record End(long sequence, String hash) {}

  private End chain() {
    End end = new End(0, Change.NO_HASH);
    for (Change change : changes("sequence")) {
      long expected = end.sequence() + 1;
      if (change.sequence() != expected) {
        fault("change " + expected + " is missing: the next one there is " + change.sequence());
      } else if (!change.previousHash().equals(end.hash())) {
        fault(
            "change "
                + change.sequence()
                + " does not follow the one before it: one of the two was altered");
      }
      if (!change.isIntact()) {
        fault(
            "change "
                + change.sequence()
                + " ("
                + words(change.thing())
                + ", version "
                + change.version()
                + ") was altered: its hash is not that of what it says");
      }
      end = new End(change.sequence(), change.hash());
    }
    End head =
        database
            .sql("select sequence, hash from change_head where id = 1")
            .map(row -> new End(Rows.sequence(row, "sequence"), Rows.text(row, "hash")))
            .one()
            .block();
    if (!end.equals(head)) {
      fault(
          "the log ends with change "
              + end.sequence()
              + ", but should end with "
              + (head == null ? "one that is not known" : "" + head.sequence())
              + ": its end was cut off or added to");
    }
    return end;
  }

  private void things(Map<Thing, Standing> standings) {
    for (Change change : changes("kind, thing, version")) {
      Thing thing = new Thing(change.thing().kind(), change.thing().id(), null);
      Standing before = standings.getOrDefault(thing, Standing.NEVER);
      if (change.version() != before.version() + 1) {
        fault(words(thing) + " has no version " + (before.version() + 1));
      }
      try {
        standings.put(thing, before.after(change));
      } catch (RuntimeException e) {
        fault(
            words(thing)
                + ", version "
                + change.version()
                + ": its patch does not fit ("
                + e.getMessage()
                + ")");
        standings.put(thing, new Standing(change.version(), before.state()));
      }
    }
  }

  private Iterable<Change> changes(String order) {
    return database
        .sql("select " + ChangeLog.COLUMNS + " from change order by " + order)
        .map(Rows::change)
        .all()
        .toIterable();
  }

  /** What a table has of a thing. */
  private record Row(
      Thing thing,
      int version,
      JsonNode state,
      @Nullable Geometry shown,
      @Nullable Geometry exact) {}

  private void kept(Map<Thing, Standing> standings) {
    Set<Thing> seen = new HashSet<>();
    for (Row row :
        Flux.concat(reports(), features(), locations(), decisions(), datasets()).toIterable()) {
      seen.add(row.thing());
      Standing standing = standings.getOrDefault(row.thing(), Standing.NEVER);
      if (standing.state() == null) {
        fault(words(row.thing()) + " is kept, but the log does not have it");
      } else if (!standing.state().equals(row.state())) {
        fault(words(row.thing()) + " is kept otherwise than the log has it");
      } else if (row.version() > 0 && row.version() != standing.version()) {
        fault(
            words(row.thing())
                + " is kept as version "
                + row.version()
                + ", the log has "
                + standing.version());
      }
      if (row.shown() != null && !row.shown().equalsExact(Objects.requireNonNull(row.exact()))) {
        fault(words(row.thing()) + " is shown elsewhere than it is kept");
      }
    }
    standings.forEach(
        (thing, standing) -> {
          if (standing.state() != null && !seen.contains(thing)) {
            fault(words(thing) + " is in the log, but is not kept any more");
          }
        });
  }

  private Flux<Row> reports() {
    return database
        .sql(
            """
            select r.id, r.text, r.sha256, r.headline, r.byline, r.outlet, r.date_edtf, r.language,
              r.text_rights, g.method_version, g.document
            from report r join reading g on g.report_id = r.id order by r.id""")
        .map(
            row ->
                new Row(
                    new Thing(Kind.REPORT, Rows.text(row, "id"), null),
                    0,
                    documents.reportState(row),
                    null,
                    null))
        .all();
  }

  private Flux<Row> features() {
    return database
        .sql(
            """
            select f.id, f.version, f.document, f.shape, f.geom, s.geom as exact
            from feature f left join shape s on s.digest = f.shape order by f.id""")
        .map(
            row ->
                new Row(
                    new Thing(Kind.FEATURE, Rows.text(row, "id"), null),
                    Rows.integer(row, "version"),
                    documents.tree(Rows.text(row, "document"), Rows.text(row, "shape")),
                    Rows.geometry(row, "geom"),
                    Rows.geometry(row, "exact")))
        .all();
  }

  private Flux<Row> locations() {
    return database
        .sql(
            """
            select l.id, l.version, l.document, l.method, l.shape, l.geom, s.geom as exact
            from location l left join shape s on s.digest = l.shape order by l.id""")
        .map(
            row -> {
              JsonNode state =
                  documents
                      .tree(Rows.text(row, "document"), Rows.text(row, "shape"))
                      .put("method", Rows.text(row, "method"));
              boolean limited = state.at("/properties/sensitivity").asString("").equals("limited");
              Geometry exact = Rows.geometry(row, "exact");
              return new Row(
                  new Thing(Kind.LOCATION, Rows.text(row, "id"), null),
                  Rows.integer(row, "version"),
                  state,
                  Rows.geometry(row, "geom"),
                  limited ? Protection.cells(exact) : exact);
            })
        .all();
  }

  private Flux<Row> decisions() {
    return database
        .sql("select id, document, shape, version from decision order by id")
        .map(
            row ->
                new Row(
                    new Thing(Kind.DECISION, Rows.text(row, "id"), null),
                    Rows.integer(row, "version"),
                    documents.decisionState(
                        Rows.text(row, "document"), row.get("shape", String.class)),
                    null,
                    null))
        .all();
  }

  private Flux<Row> datasets() {
    return database
        .sql("select id, title, description, document, features, digest, version from dataset")
        .map(
            row ->
                new Row(
                    new Thing(Kind.DATASET, Rows.text(row, "id"), null),
                    Rows.integer(row, "version"),
                    documents.datasetState(
                        Rows.text(row, "title"),
                        Rows.text(row, "description"),
                        Rows.text(row, "document"),
                        Rows.integer(row, "features"),
                        Rows.text(row, "digest")),
                    null,
                    null))
        .all();
  }

  private void parts() {
    database
        .sql("select id, digest, salt from dataset order by id")
        .map(row -> List.of(Rows.text(row, "id"), Rows.text(row, "digest"), Rows.text(row, "salt")))
        .all()
        .collectList()
        .blockOptional()
        .orElse(List.of())
        .forEach(
            dataset -> {
              Iterable<String> parts = DatasetStore.parts(database, dataset.get(0)).toIterable();
              if (!dataset.get(1).equals(PartsDigest.digest(dataset.get(2), parts))) {
                fault("the features of the dataset " + dataset.get(0) + " are not those sealed");
              }
            });
  }

  private void shapes() {
    database
        .sql("select digest, salt, geom from shape order by digest")
        .map(
            row ->
                new Shape(
                    Rows.text(row, "digest"), Rows.text(row, "salt"), Rows.geometry(row, "geom")))
        .all()
        .toIterable()
        .forEach(
            shape -> {
              if (!shape.digest().equals(Shape.digest(shape.salt(), shape.geometry()))) {
                fault("the geometry " + shape.digest() + " is not the one that was sealed");
              }
            });
  }

  private static String words(Thing thing) {
    return "the " + thing.kind().word() + " " + thing.id();
  }

  private void fault(String fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }
}
