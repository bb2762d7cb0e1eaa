package org.dateline.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Thing;
import org.dateline.server.change.Thing.Kind;
import org.dateline.server.report.Decision;
import org.dateline.server.report.Decisions;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportReader;
import org.dateline.server.report.Taught;
import org.dateline.server.store.ChangeLog.Standing;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What editors decided on the words of reports, kept with what the reports are because of it. */
@Repository
public class DecisionStore {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final String SELECT =
      "select d.report_id, d.id, d.document, d.version, s.geom as exact"
          + " from decision d left join shape s on s.digest = d.shape";

  private final DatabaseClient database;
  private final ChangeLog log;
  private final ReportStore reports;
  private final ReportReader reader;
  private final Documents documents = new Documents();
  private final StoreSettings settings;

  DecisionStore(
      DatabaseClient database,
      ChangeLog log,
      ReportStore reports,
      ReportReader reader,
      StoreSettings settings) {
    this.database = database;
    this.log = log;
    this.reports = reports;
    this.reader = reader;
    this.settings = settings;
  }

  /** Returns all decisions by report. */
  public Mono<Map<String, Decisions>> all() {
    return database
        .sql(SELECT + " order by d.id")
        .map(row -> Map.entry(Rows.text(row, "report_id"), kept(row)))
        .all()
        .collectMultimap(Map.Entry::getKey, Map.Entry::getValue)
        .<Map<String, Decisions>>map(
            byReport ->
                byReport.entrySet().stream()
                    .collect(
                        Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, of -> Decisions.of(of.getValue()))))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Decision.Kept kept(Readable row) {
    Decision decision = decision(Rows.text(row, "document"), Rows.text(row, "id"));
    Geometry exact = row.get("exact", Geometry.class);
    return new Decision.Kept(
        exact == null ? decision : decision.at(exact.getCoordinate().x, exact.getCoordinate().y),
        Rows.integer(row, "version"));
  }

  private Decision decision(String document, String id) {
    try {
      return documents.read(document, Decision.class);
    } catch (JsonProcessingException e) {
      throw UnusableStoreException.unreadable(settings, "decision", id, e);
    }
  }

  /**
   * Keeps decisions and reads the report anew with them.
   *
   * @param edit gets the report and the decisions on it as they are, and returns those that change,
   *     or throws
   * @return the report as it is then; empty when there is none of that id
   */
  public Mono<Report> decide(
      String report,
      BiFunction<Report, Decisions, List<Decision>> edit,
      Actor actor,
      @Nullable String why) {
    return log.write(
        pen ->
            Mono.zip(reports.find(report), decisions(report), log.standings(Kind.DECISION, report))
                .flatMap(
                    there ->
                        Flux.fromIterable(edit.apply(there.getT1(), there.getT2()))
                            .concatMap(
                                decision -> put(pen, report, decision, there.getT3(), actor, why))
                            .then(reread(pen, there.getT1(), actor, why))));
  }

  /** Says how far decisions are taken back. */
  public interface Target {

    /**
     * Returns the version whose state comes back, 0 for none; or throws.
     *
     * @param decision its id
     * @param present its version, 0 when nobody has decided
     */
    int from(String decision, int present);
  }

  /**
   * Takes decisions back, all of them or none, and reads the report anew without them.
   *
   * @return the report as it is then; empty when there is none of that id
   */
  public Mono<Report> undo(
      String report, List<String> ids, Target target, Actor actor, @Nullable String why) {
    return log.write(
        pen ->
            reports
                .find(report)
                .flatMap(
                    there ->
                        Flux.fromIterable(ids)
                            .concatMap(id -> takeBack(pen, report, id, target, actor, why))
                            .then(reread(pen, there, actor, why))));
  }

  private Mono<Void> takeBack(
      ChangeLog.Pen pen,
      String report,
      String id,
      Target target,
      Actor actor,
      @Nullable String why) {
    return log.read(Kind.DECISION, id)
        .collectList()
        .flatMap(
            changes -> {
              // Every change adds one to the version.
              List<Standing> past = new ArrayList<>(List.of(Standing.NEVER));
              changes.forEach(change -> past.add(past.get(past.size() - 1).after(change)));
              Standing now = past.get(past.size() - 1);
              JsonNode state = past.get(target.from(id, now.version())).state();
              return state == null
                  ? remove(pen, report, id, now, actor, why)
                  : restore(pen, report, id, state, now, actor, why);
            });
  }

  private Mono<Report> reread(ChangeLog.Pen pen, Report report, Actor actor, @Nullable String why) {
    return Mono.zip(decisions(report.id()), taught())
        .flatMap(
            known ->
                reports.save(
                    pen,
                    new Report(
                        report.source(),
                        reader.read(
                            report.source(), report.reading(), known.getT1(), known.getT2()),
                        report.receivedAt(),
                        report.version()),
                    actor.name(),
                    why));
  }

  private Mono<Decisions> decisions(String report) {
    return database
        .sql(SELECT + " where d.report_id = :report order by d.id")
        .bind("report", report)
        .map(this::kept)
        .all()
        .collectList()
        .map(Decisions::of);
  }

  /** Returns what the newsroom's editors chose for names so far. */
  private Mono<Taught> taught() {
    return database
        .sql(SELECT + " order by d.id")
        .map(this::kept)
        .all()
        .map(Decision.Kept::decision)
        .collectList()
        .map(Taught::by);
  }

  private Mono<Void> put(
      ChangeLog.Pen pen,
      String report,
      Decision decision,
      Map<String, Standing> standings,
      Actor actor,
      @Nullable String why) {
    Standing before = standings.getOrDefault(decision.id(report), Standing.NEVER);
    Decision.OwnPlace own = decision.ownPlace();
    return own == null
        ? put(pen, report, decision, null, before, actor, why)
        : pen.keep(Shape.of(FACTORY.createPoint(new Coordinate(own.lon(), own.lat()))))
            .flatMap(shape -> put(pen, report, decision, shape.digest(), before, actor, why));
  }

  /** Puts a state that the log has in the place of the present one. */
  private Mono<Void> restore(
      ChangeLog.Pen pen,
      String report,
      String id,
      JsonNode state,
      Standing before,
      Actor actor,
      @Nullable String why) {
    ObjectNode document = state.deepCopy().asObject();
    JsonNode shape = document.remove(Documents.SHAPE);
    return put(
        pen,
        report,
        decision(document.toString(), id),
        shape == null ? null : shape.asString(),
        before,
        actor,
        why);
  }

  private Mono<Void> put(
      ChangeLog.Pen pen,
      String report,
      Decision decision,
      @Nullable String shape,
      Standing before,
      Actor actor,
      @Nullable String why) {
    String id = decision.id(report);
    // Where an own place lies is with its shape alone.
    String document = documents.write(decision.at(0, 0));
    return pen.append(
            new Thing(Kind.DECISION, id, report),
            before,
            documents.decisionState(document, shape),
            actor.name(),
            why)
        .flatMap(
            change ->
                Rows.bind(
                        database
                            .sql(
                                """
                                merge into decision d
                                using (select cast(:id as character varying) as id) n on d.id = n.id
                                when matched then update set document = :document,
                                  shape = :shape, version = :version
                                when not matched then
                                  insert (id, report_id, document, shape, version)
                                  values (n.id, :report, :document, :shape, :version)""")
                            .bind("id", id)
                            .bind("report", report)
                            .bind("document", document)
                            .bind("version", change.version()),
                        "shape",
                        shape)
                    .then());
  }

  private Mono<Void> remove(
      ChangeLog.Pen pen,
      String report,
      String id,
      Standing before,
      Actor actor,
      @Nullable String why) {
    return database
        .sql("delete from decision where id = :id")
        .bind("id", id)
        .then()
        .then(pen.append(new Thing(Kind.DECISION, id, report), before, null, actor.name(), why))
        .then();
  }
}
