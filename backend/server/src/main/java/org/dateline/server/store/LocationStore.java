package org.dateline.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.ulid.UlidCreator;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Change;
import org.dateline.server.change.Thing;
import org.dateline.server.change.Thing.Kind;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.location.AddedLocation.Method;
import org.dateline.server.location.Entered;
import org.dateline.server.location.PastLocation;
import org.dateline.server.location.Protection;
import org.dateline.server.store.ChangeLog.Standing;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * The locations that journalists added, kept. What a method here completed for survives a killed
 * process and a power cut.
 */
@Repository
public class LocationStore {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final String SELECT =
      "select l.id, l.geom, l.document, l.method, l.version, l.created_by, l.created_at,"
          + " l.updated_at, s.geom as exact from location l join shape s on s.digest = l.shape";

  private final DatabaseClient database;
  private final ChangeLog log;
  private final Documents documents = new Documents();
  private final StoreSettings settings;

  LocationStore(DatabaseClient database, ChangeLog log, StoreSettings settings) {
    this.database = database;
    this.log = log;
    this.settings = settings;
  }

  /**
   * A location with what only the store may know of it.
   *
   * @param shown the location as readers see it
   * @param entered what was entered, the exact geometry included
   */
  public record Exact(AddedLocation shown, Entered entered) {}

  /** What a write asks of the version that it finds. */
  public interface Expectation {

    /**
     * Lets the write go on, or throws.
     *
     * @param found the location as it is, null when it is not there
     * @param version its last version, 0 when there never was one
     */
    void check(@Nullable AddedLocation found, int version);
  }

  /** Returns every location, in the order of their ids: the order they were added. */
  public Flux<AddedLocation> all() {
    return database
        .sql(SELECT + " order by l.id")
        .map(this::exact)
        .all()
        .map(Exact::shown)
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Returns the locations whose shown geometry touches a box (lon lat, degrees). */
  public Flux<AddedLocation> near(Envelope box) {
    return database
        .sql(SELECT + " where l.geom && :box order by l.id")
        .bind("box", FACTORY.toGeometry(box))
        .map(this::exact)
        .all()
        .map(Exact::shown)
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Exact exact(Readable row) {
    String id = Rows.text(row, "id");
    Map<String, Object> values = values(Rows.text(row, "document"), id);
    Entered entered = new Entered(Rows.geometry(row, "exact"), values);
    AddedLocation shown =
        new AddedLocation(
            id,
            Rows.geometry(row, "geom"),
            values,
            entered.isLimited(),
            Method.valueOf(Rows.text(row, "method")),
            Rows.integer(row, "version"),
            Rows.text(row, "created_by"),
            Rows.instant(row, "created_at"),
            Rows.instant(row, "updated_at"));
    return new Exact(shown, entered);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> values(String document, String id) {
    try {
      return documents.read(document, Map.class);
    } catch (JsonProcessingException e) {
      throw UnusableStoreException.unreadable(settings, "location", id, e);
    }
  }

  /** Adds locations, all of them or none. */
  public Mono<List<AddedLocation>> add(
      List<Entered> entered, Method method, Actor actor, @Nullable String why) {
    return log.write(
        pen ->
            Flux.fromIterable(entered)
                .concatMap(
                    one -> {
                      String id = UlidCreator.getMonotonicUlid().toString();
                      return put(pen, id, Standing.NEVER, null, one, method, actor, why);
                    })
                .collectList());
  }

  /**
   * Changes a location.
   *
   * @param expectation looks at what is there before anything is written
   * @param edit makes the new state of the present one
   */
  public Mono<AddedLocation> change(
      String id,
      Expectation expectation,
      Function<Exact, Entered> edit,
      Actor actor,
      @Nullable String why) {
    return log.write(
        pen ->
            Mono.zip(standing(id), find(id))
                .flatMap(
                    there -> {
                      Standing before = there.getT1();
                      Exact found = there.getT2().orElse(null);
                      expectation.check(found == null ? null : found.shown(), before.version());
                      if (found == null) {
                        return Mono.<AddedLocation>empty();
                      }
                      Entered after = edit.apply(found);
                      return after.equals(found.entered())
                          ? Mono.just(found.shown())
                          : put(pen, id, before, found, after, found.shown().method(), actor, why);
                    }));
  }

  /**
   * Takes a location off the map; its id stays taken and its history stays there.
   *
   * @return the version that it would have had, which an undo names
   */
  public Mono<Integer> remove(
      String id, Expectation expectation, Actor actor, @Nullable String why) {
    return log.write(
        pen ->
            Mono.zip(standing(id), find(id))
                .flatMap(
                    there -> {
                      Exact found = there.getT2().orElse(null);
                      expectation.check(
                          found == null ? null : found.shown(), there.getT1().version());
                      return remove(pen, id, there.getT1(), found, actor, why);
                    }));
  }

  private Mono<Integer> remove(
      ChangeLog.Pen pen,
      String id,
      Standing before,
      @Nullable Exact found,
      Actor actor,
      @Nullable String why) {
    String report = found == null ? null : found.shown().report();
    return database
        .sql("delete from location where id = :id")
        .bind("id", id)
        .then()
        .then(pen.append(new Thing(Kind.LOCATION, id, report), before, null, actor.name(), why))
        .map(Change::version);
  }

  /**
   * What a restoring came to.
   *
   * @param location null when it is off the map after it
   * @param version of the change that did it
   */
  public record Restored(String id, @Nullable AddedLocation location, int version) {}

  /** What is wanted of one of several locations. */
  public interface Wanted {

    /**
     * Returns the version whose state comes back, 0 for what was before the first; empty to leave
     * the location as it is; or throws.
     *
     * @param found the location as it is, null when it is not there
     * @param present its last version, 0 when there never was one
     */
    OptionalInt of(String id, @Nullable AddedLocation found, int present);
  }

  /**
   * Brings back states that locations had as earlier versions, all in one write: new changes, which
   * have their place in the log as every other.
   *
   * @return what became of those that were not left as they are
   */
  public Mono<List<Restored>> restore(
      List<String> ids, Wanted wanted, Actor actor, @Nullable String why) {
    return log.write(
        pen ->
            Flux.fromIterable(ids)
                .concatMap(id -> restore(pen, id, wanted, actor, why))
                .collectList());
  }

  private Mono<Restored> restore(
      ChangeLog.Pen pen, String id, Wanted wanted, Actor actor, @Nullable String why) {
    return Mono.zip(standing(id), find(id), past(id).collectList())
        .flatMap(
            there -> {
              Standing before = there.getT1();
              Exact found = there.getT2().orElse(null);
              OptionalInt version =
                  wanted.of(id, found == null ? null : found.shown(), before.version());
              if (version.isEmpty()) {
                return Mono.empty();
              }
              return there.getT3().stream()
                  .filter(past -> past.change().version() == version.getAsInt())
                  .findFirst()
                  .map(Past::state)
                  .map(
                      state ->
                          put(pen, id, before, found, state.entered(), state.method(), actor, why)
                              .map(back -> new Restored(id, back, back.version())))
                  .orElseGet(
                      () ->
                          found == null
                              ? Mono.just(new Restored(id, null, before.version()))
                              : remove(pen, id, before, found, actor, why)
                                  .map(removed -> new Restored(id, null, removed)));
            });
  }

  private Mono<Standing> standing(String id) {
    return log.standing(Kind.LOCATION, id);
  }

  private Mono<Optional<Exact>> find(String id) {
    return database
        .sql(SELECT + " where l.id = :id")
        .bind("id", id)
        .map(this::exact)
        .one()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private Mono<AddedLocation> put(
      ChangeLog.Pen pen,
      String id,
      Standing before,
      @Nullable Exact found,
      Entered entered,
      Method method,
      Actor actor,
      @Nullable String why) {
    Mono<String> digest =
        before.state() != null
                && found != null
                && found.entered().geometry().equalsExact(entered.geometry())
            ? Mono.just(before.state().path("geometry").asString())
            : pen.keep(Shape.of(entered.geometry())).map(Shape::digest);
    String document = documents.write(entered.values());
    return digest.flatMap(
        shape ->
            pen.append(
                    new Thing(Kind.LOCATION, id, entered.text("report")),
                    before,
                    state(document, shape, method),
                    actor.name(),
                    why)
                .map(change -> shown(id, found, entered, method, change))
                .flatMap(shown -> row(shown, document, shape).thenReturn(shown)));
  }

  private JsonNode state(String document, String shape, Method method) {
    return documents.tree(document, shape).put("method", method.name());
  }

  private static AddedLocation shown(
      String id, @Nullable Exact found, Entered entered, Method method, Change change) {
    return new AddedLocation(
        id,
        entered.isLimited() ? Protection.cells(entered.geometry()) : entered.geometry(),
        entered.values(),
        entered.isLimited(),
        method,
        change.version(),
        found == null ? change.who() : found.shown().createdBy(),
        found == null ? change.when() : found.shown().createdAt(),
        change.when());
  }

  private Mono<Void> row(AddedLocation shown, String document, String shape) {
    DatabaseClient.GenericExecuteSpec merge =
        database
            .sql(
                """
                merge into location l
                using (select cast(:id as character varying) as id) n on l.id = n.id
                when matched then update set report_id = :report, geom = :geom, shape = :shape,
                  document = :document, version = :version, updated_at = :updated
                when not matched then insert (id, report_id, geom, shape, document, method, version,
                  created_by, created_at, updated_at)
                  values (n.id, :report, :geom, :shape, :document, :method, :version, :by, :created,
                  :updated)""")
            .bind("id", shown.id())
            .bind("geom", shown.geometry())
            .bind("shape", shape)
            .bind("document", document)
            .bind("method", shown.method().name())
            .bind("version", shown.version())
            .bind("by", shown.createdBy())
            .bind("created", Rows.at(shown.createdAt()))
            .bind("updated", Rows.at(shown.updatedAt()));
    return Rows.bind(merge, "report", shown.report()).then();
  }

  /** A change with the state that it made. */
  private record Past(Change change, @Nullable State state) {}

  private record State(Entered entered, Method method) {}

  private Flux<Past> past(String id) {
    return log.read(Kind.LOCATION, id)
        .scan(new Step(null, Standing.NEVER), (step, change) -> step.next(change))
        .skip(1)
        .concatMap(this::past);
  }

  private record Step(@Nullable Change change, Standing standing) {
    Step next(Change next) {
      return new Step(next, standing.after(next));
    }
  }

  private Mono<Past> past(Step step) {
    Change change = Objects.requireNonNull(step.change());
    JsonNode state = step.standing().state();
    if (state == null) {
      return Mono.just(new Past(change, null));
    }
    return database
        .sql("select geom from shape where digest = :digest")
        .bind("digest", state.path("geometry").asString())
        .map(row -> Rows.geometry(row, "geom"))
        .one()
        .map(
            geometry ->
                new Past(
                    change,
                    new State(
                        new Entered(
                            geometry,
                            values(state.path("properties").toString(), change.thing().id())),
                        Method.valueOf(state.path("method").asString()))));
  }

  /**
   * Returns a location's history, oldest first, as it may be shown: what is limited now or last was
   * has no exact geometry in any version.
   */
  public Flux<PastLocation> history(String id) {
    return past(id)
        .collectList()
        .flatMapMany(
            all -> {
              boolean limited =
                  all.stream()
                      .map(Past::state)
                      .filter(Objects::nonNull)
                      .reduce((first, second) -> second)
                      .map(last -> last.entered().isLimited())
                      .orElse(false);
              return Flux.fromIterable(all).map(past -> shown(past, limited, all.get(0).change()));
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static PastLocation shown(Past past, boolean limited, Change first) {
    State state = past.state();
    if (state == null) {
      return new PastLocation(past.change(), null);
    }
    Entered entered = state.entered();
    boolean coarse = limited || entered.isLimited();
    Geometry geometry = coarse ? Protection.cells(entered.geometry()) : entered.geometry();
    Instant when = past.change().when();
    return new PastLocation(
        past.change(),
        new AddedLocation(
            past.change().thing().id(),
            geometry,
            entered.values(),
            coarse,
            state.method(),
            past.change().version(),
            first.who(),
            first.when(),
            when));
  }
}
