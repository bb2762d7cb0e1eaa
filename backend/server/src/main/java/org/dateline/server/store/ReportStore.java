package org.dateline.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.server.feature.Feature;
import org.dateline.server.report.Reading;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.TextRights;
import org.dateline.server.store.Documents.FeatureDocument;
import org.dateline.server.store.Documents.ReadingDocument;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reports with their readings, kept. What {@link #save} completed for survives a killed process and
 * a power cut.
 */
@Repository
public class ReportStore {

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final WriteBarrier barrier;
  private final StoreSettings settings;
  private final Documents documents = new Documents();

  ReportStore(
      DatabaseClient database,
      TransactionalOperator transaction,
      WriteBarrier barrier,
      StoreSettings settings) {
    this.database = database;
    this.transaction = transaction;
    this.barrier = barrier;
    this.settings = settings;
  }

  /** Returns every report, in the order they were received, those of one moment by id. */
  public Flux<Report> all() {
    return database
        .sql(
            """
            select r.id, r.text, r.sha256, r.headline, r.byline, r.outlet, r.date_edtf, r.language,
              r.text_rights, r.received_at, g.method_version, g.read_at, g.document
            from report r join reading g on g.report_id = r.id
            order by r.received_at, r.id""")
        .map(StoredReport::of)
        .all()
        .concatMap(this::withFeatures)
        // r2dbc-h2 does its work on the thread that subscribes.
        .subscribeOn(Schedulers.boundedElastic());
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
            .map(row -> Map.entry(text(row, "bearer"), text(row, "id")))
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
                stored.receivedAt()));
  }

  /** Keeps a report; what an earlier reading of it found is replaced as a whole. */
  public Mono<Void> save(Report report) {
    Mono<Void> work =
        delete("feature", report)
            .then(delete("reading", report))
            .then(source(report))
            .then(reading(report))
            .thenMany(Flux.fromIterable(report.reading().ids().entrySet()))
            .concatMap(given -> id(report, given.getKey(), given.getValue()))
            .thenMany(Flux.fromIterable(report.reading().features()).index())
            .concatMap(at -> feature(report, at.getT1().intValue(), at.getT2()))
            .then();
    return transaction
        .transactional(work)
        .then(barrier.await())
        .subscribeOn(Schedulers.boundedElastic());
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
            .bind("received", at(report.receivedAt()));
    merge = bind(merge, "byline", source.byline());
    merge = bind(merge, "outlet", source.outlet());
    merge = bind(merge, "date", source.date());
    merge = bind(merge, "language", source.language());
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
        .bind("at", at(reading.at()))
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

  private Mono<Void> feature(Report report, int position, Feature feature) {
    return database
        .sql(
            """
            insert into feature (id, report_id, position, geom, document, version, updated_at)
            values (:id, :report, :position, :geom, :document, :version, :at)""")
        .bind("id", feature.id())
        .bind("report", report.id())
        .bind("position", position)
        .bind("geom", feature.geometry())
        .bind("document", documents.write(FeatureDocument.of(feature)))
        .bind("version", feature.version())
        .bind("at", at(feature.updatedAt()))
        .then();
  }

  private Feature feature(Readable row) {
    String id = text(row, "id");
    return parse(text(row, "document"), FeatureDocument.class, "feature", id)
        .with(
            id,
            // H2's driver knows Geometry only, not its subtypes.
            Objects.requireNonNull(row.get("geom", Geometry.class)),
            Objects.requireNonNull(row.get("version", Integer.class)),
            instant(row, "updated_at"));
  }

  private <T> T parse(String document, Class<T> type, String table, String id) {
    try {
      return documents.read(document, type);
    } catch (JsonProcessingException e) {
      throw new UnusableStoreException(
          settings.home(),
          "the row \""
              + id
              + "\" of the table \""
              + table
              + "\" cannot be read ("
              + e.getOriginalMessage()
              + ")",
          "Put back a copy from before the damage, or move the file dateline.mv.db away to start"
              + " anew from the seed reports.",
          e);
    }
  }

  private record StoredReport(
      ReportSource source,
      Instant receivedAt,
      String methodVersion,
      Instant readAt,
      String document) {

    static StoredReport of(Readable row) {
      return new StoredReport(
          new ReportSource(
              text(row, "id"),
              text(row, "text"),
              text(row, "sha256"),
              text(row, "headline"),
              row.get("byline", String.class),
              row.get("outlet", String.class),
              row.get("date_edtf", String.class),
              row.get("language", String.class),
              TextRights.valueOf(text(row, "text_rights"))),
          instant(row, "received_at"),
          text(row, "method_version"),
          instant(row, "read_at"),
          text(row, "document"));
    }
  }

  private static DatabaseClient.GenericExecuteSpec bind(
      DatabaseClient.GenericExecuteSpec sql, String name, @Nullable String value) {
    return value == null ? sql.bindNull(name, String.class) : sql.bind(name, value);
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class), column);
  }

  private static Instant instant(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, OffsetDateTime.class), column).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
