package org.dateline.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Change;
import org.dateline.server.change.Thing;
import org.dateline.server.change.Thing.Kind;
import org.dateline.server.feature.Feature;
import org.dateline.server.report.Reading;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportSource;
import org.dateline.server.store.ChangeLog.Standing;
import org.dateline.server.store.Documents.FeatureDocument;
import org.dateline.server.store.Documents.ReadingDocument;
import org.dateline.server.store.Documents.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * Reports with their readings, kept. What {@link #save} completed for survives a killed process and
 * a power cut.
 */
@Repository
public class ReportStore {

  private static final String SELECT =
      """
      select r.id, r.text, r.sha256, r.headline, r.byline, r.outlet, r.date_edtf, r.language,
        r.text_rights, r.received_at, g.method_version, g.read_at, g.document,
        (select max(c.version) from change c where c.kind = 'report' and c.thing = r.id) as version
      from report r join reading g on g.report_id = r.id""";

  private final DatabaseClient database;
  private final ChangeLog log;
  private final StoreSettings settings;
  private final Documents documents = new Documents();

  ReportStore(DatabaseClient database, ChangeLog log, StoreSettings settings) {
    this.database = database;
    this.log = log;
    this.settings = settings;
  }

  /** Returns every report, in the order they were received, those of one moment by id. */
  public Flux<Report> all() {
    return database
        .sql(SELECT + " order by r.received_at, r.id")
        .map(StoredReport::of)
        .all()
        .concatMap(this::withFeatures)
        // r2dbc-h2 does its work on the thread that subscribes.
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Returns a report, empty when there is none of that id; on the thread that subscribes. */
  Mono<Report> find(String id) {
    return database
        .sql(SELECT + " where r.id = :id")
        .bind("id", id)
        .map(StoredReport::of)
        .one()
        .flatMap(this::withFeatures);
  }

  private Mono<Report> withFeatures(StoredReport stored) {
    Mono<List<Feature>> features =
        database
            .sql(
                """
                select id, geom, document, version, updated_at from feature
                where report_id = :report order by position""")
            .bind("report", stored.source().id())
            .map(this::feature)
            .all()
            .collectList();
    Mono<Map<String, String>> ids =
        database
            .sql("select id, bearer from feature_id where report_id = :report")
            .bind("report", stored.source().id())
            .map(row -> Map.entry(Rows.text(row, "bearer"), Rows.text(row, "id")))
            .all()
            .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    return Mono.zip(
        features,
        ids,
        (found, given) ->
            new Report(
                stored.source(),
                parse(stored.document(), ReadingDocument.class, "reading", stored.source().id())
                    .with(stored.methodVersion(), stored.readAt(), found, given),
                stored.receivedAt(),
                stored.version()));
  }

  /**
   * Keeps a report; what an earlier reading of it found is replaced, and the log has every
   * difference. A feature's version is one more than its last, whoever has seen it meanwhile.
   *
   * @return the report as kept: features that do not differ keep their version and time
   */
  public Mono<Report> save(Report report) {
    String why = "read by method " + report.reading().methodVersion();
    return log.write(pen -> save(pen, report, Actor.GEOPARSER, why));
  }

  /** The same as part of a greater write. */
  Mono<Report> save(ChangeLog.Pen pen, Report report, String who, @Nullable String why) {
    return Mono.defer(
        () ->
            Mono.zip(
                    log.standing(Kind.REPORT, report.id()),
                    log.standings(Kind.FEATURE, report.id()),
                    shapes(report.id()))
                .flatMap(
                    before ->
                        new ReportWrite(pen, report, before.getT2(), before.getT3(), who, why)
                            .run(before.getT1())));
  }

  /** The shapes of a report's features by feature id, with geometries that are not read. */
  private Mono<Map<String, Kept>> shapes(String report) {
    return database
        .sql(
            """
            select f.id, f.updated_at, s.digest, s.salt
            from feature f join shape s on s.digest = f.shape where f.report_id = :report""")
        .bind("report", report)
        .map(
            row ->
                Map.entry(
                    Rows.text(row, "id"),
                    new Kept(
                        Rows.text(row, "digest"),
                        Rows.text(row, "salt"),
                        Rows.instant(row, "updated_at"))))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /** What is kept of a feature. */
  private record Kept(String digest, String salt, Instant updatedAt) {}

  /** One write of a report. */
  private final class ReportWrite {

    private final ChangeLog.Pen pen;
    private final Report report;
    private final Map<String, Standing> standings;
    private final Map<String, Kept> shapes;
    private final String who;
    private final @Nullable String why;

    ReportWrite(
        ChangeLog.Pen pen,
        Report report,
        Map<String, Standing> standings,
        Map<String, Kept> shapes,
        String who,
        @Nullable String why) {
      this.pen = pen;
      this.report = report;
      this.standings = standings;
      this.shapes = shapes;
      this.who = who;
      this.why = why;
    }

    Mono<Report> run(Standing before) {
      return delete("feature", report)
          .then(delete("reading", report))
          .then(source(report))
          .then(reading(report))
          .thenMany(Flux.fromIterable(report.reading().ids().entrySet()))
          .concatMap(given -> id(report, given.getKey(), given.getValue()))
          .then(logReport(before))
          .flatMap(version -> keepFeatures().map(features -> report.as(version, features)));
    }

    private Mono<List<Feature>> keepFeatures() {
      return Flux.fromIterable(report.reading().features())
          .index()
          .concatMap(at -> keep(at.getT1().intValue(), at.getT2()))
          .collectList()
          .flatMap(features -> logRemoved().thenReturn(features));
    }

    private Mono<Integer> logReport(Standing before) {
      String reading = documents.write(ReadingDocument.of(report.reading()));
      JsonNode after =
          documents.tree(
              documents.write(
                  ReportDocument.of(report.source(), report.reading().methodVersion(), reading)));
      return after.equals(before.state())
          ? Mono.just(before.version())
          : pen.append(new Thing(Kind.REPORT, report.id(), report.id()), before, after, who, why)
              .map(Change::version);
    }

    private Mono<Feature> keep(int position, Feature feature) {
      Standing before = standings.getOrDefault(feature.id(), Standing.NEVER);
      Kept kept = shapes.get(feature.id());
      boolean sameShape =
          kept != null && kept.digest().equals(Shape.digest(kept.salt(), feature.geometry()));
      Mono<String> digest =
          sameShape && kept != null
              ? Mono.just(kept.digest())
              : pen.keep(Shape.of(feature.geometry())).map(Shape::digest);
      String document = documents.write(FeatureDocument.of(feature));
      return digest.flatMap(
          shape -> {
            JsonNode after = documents.tree(document, shape);
            if (kept != null && after.equals(before.state())) {
              Feature same = feature.as(before.version(), kept.updatedAt());
              return insert(position, same, document, shape).thenReturn(same);
            }
            return pen.append(
                    new Thing(Kind.FEATURE, feature.id(), report.id()), before, after, who, why)
                .map(change -> feature.as(change.version(), feature.updatedAt()))
                .flatMap(next -> insert(position, next, document, shape).thenReturn(next));
          });
    }

    private Mono<Void> insert(int position, Feature feature, String document, String shape) {
      return database
          .sql(
              """
              insert into feature (id, report_id, position, geom, shape, document, version,
                updated_at)
              values (:id, :report, :position, :geom, :shape, :document, :version, :at)""")
          .bind("id", feature.id())
          .bind("report", report.id())
          .bind("position", position)
          .bind("geom", feature.geometry())
          .bind("shape", shape)
          .bind("document", document)
          .bind("version", feature.version())
          .bind("at", Rows.at(feature.updatedAt()))
          .then();
    }

    private Mono<Void> logRemoved() {
      Set<String> found =
          report.reading().features().stream().map(Feature::id).collect(Collectors.toSet());
      return Flux.fromIterable(standings.entrySet())
          .filter(was -> was.getValue().state() != null && !found.contains(was.getKey()))
          .concatMap(
              was ->
                  pen.append(
                      new Thing(Kind.FEATURE, was.getKey(), report.id()),
                      was.getValue(),
                      null,
                      who,
                      why))
          .then();
    }
  }

  private Mono<Void> delete(String table, Report report) {
    return database
        .sql("delete from " + table + " where report_id = :report")
        .bind("report", report.id())
        .then();
  }

  private Mono<Void> source(Report report) {
    ReportSource source = report.source();
    DatabaseClient.GenericExecuteSpec merge =
        database
            .sql(
                """
                merge into report r
                using (select cast(:id as character varying) as id) n on r.id = n.id
                when matched then update set text = :text, sha256 = :sha256, headline = :headline,
                  byline = :byline, outlet = :outlet, date_edtf = :date, language = :language,
                  text_rights = :rights
                when not matched then insert (id, text, sha256, headline, byline, outlet, date_edtf,
                  language, text_rights, received_at)
                  values (n.id, :text, :sha256, :headline, :byline, :outlet, :date, :language,
                  :rights, :received)""")
            .bind("id", source.id())
            .bind("text", source.text())
            .bind("sha256", source.sha256())
            .bind("headline", source.headline())
            .bind("rights", source.rights().name())
            .bind("received", Rows.at(report.receivedAt()));
    merge = Rows.bind(merge, "byline", source.byline());
    merge = Rows.bind(merge, "outlet", source.outlet());
    merge = Rows.bind(merge, "date", source.date());
    merge = Rows.bind(merge, "language", source.language());
    return merge.then();
  }

  private Mono<Void> reading(Report report) {
    Reading reading = report.reading();
    return database
        .sql(
            """
            insert into reading (report_id, method_version, read_at, document)
            values (:report, :version, :at, :document)""")
        .bind("report", report.id())
        .bind("version", reading.methodVersion())
        .bind("at", Rows.at(reading.at()))
        .bind("document", documents.write(ReadingDocument.of(reading)))
        .then();
  }

  private Mono<Void> id(Report report, String bearer, String id) {
    return database
        .sql(
            """
            merge into feature_id f
            using (select cast(:id as character varying) as id) n on f.id = n.id
            when not matched then insert (id, report_id, bearer) values (n.id, :report, :bearer)""")
        .bind("id", id)
        .bind("report", report.id())
        .bind("bearer", bearer)
        .then();
  }

  private Feature feature(Readable row) {
    String id = Rows.text(row, "id");
    return parse(Rows.text(row, "document"), FeatureDocument.class, "feature", id)
        .with(
            id,
            Rows.geometry(row, "geom"),
            Rows.integer(row, "version"),
            Rows.instant(row, "updated_at"));
  }

  private <T> T parse(String document, Class<T> type, String table, String id) {
    try {
      return documents.read(document, type);
    } catch (JsonProcessingException e) {
      throw UnusableStoreException.unreadable(settings, table, id, e);
    }
  }

  private record StoredReport(
      ReportSource source,
      Instant receivedAt,
      int version,
      String methodVersion,
      Instant readAt,
      String document) {

    static StoredReport of(Readable row) {
      return new StoredReport(
          Rows.source(row),
          Rows.instant(row, "received_at"),
          // A store from before the log has none.
          Objects.requireNonNullElse(row.get("version", Integer.class), 0),
          Rows.text(row, "method_version"),
          Rows.instant(row, "read_at"),
          Rows.text(row, "document"));
    }
  }
}
