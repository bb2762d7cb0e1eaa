package org.dateline.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Closeable;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.text.Span;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Change;
import org.dateline.server.change.Role;
import org.dateline.server.change.Thing;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.PropertyType;
import org.dateline.server.dataset.Dataset;
import org.dateline.server.dataset.DatasetFile;
import org.dateline.server.feature.Event;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.Feature.Status;
import org.dateline.server.feature.Location;
import org.dateline.server.feature.Match;
import org.dateline.server.feature.Quote;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.location.AddedLocation.Method;
import org.dateline.server.location.Entered;
import org.dateline.server.location.PastLocation;
import org.dateline.server.report.Decision;
import org.dateline.server.report.Decision.OwnPlace;
import org.dateline.server.report.Decisions;
import org.dateline.server.report.Reading;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportMention;
import org.dateline.server.report.ReportReader;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.Taught;
import org.dateline.server.report.TextRights;
import org.dateline.server.store.LocationStore.Expectation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every database must do, with the same code and SQL. */
abstract class StoreContract {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Geodata GEODATA = EmbeddedGeodata.open(EmbeddedGeodata.userCache());
  private static final ReportReader READER =
      new ReportReader(new OfflineGeoparser(GEODATA), GEODATA, Clock.systemUTC());
  private static final Actor ANNA = new Actor("anna", Role.EDITOR);
  private static final Actor BINTA = new Actor("binta", Role.EDITOR);
  private static final Expectation ANY = (found, version) -> {};

  private ConnectionFactory connections;
  private DatabaseClient database;
  private ChangeLog log;
  private ReportStore reports;
  private LocationStore locations;
  private DatasetStore datasets;
  private DecisionStore decisions;

  /** Returns the settings of an empty store. */
  abstract StoreSettings settings() throws IOException;

  private StoreSettings settings;

  @BeforeEach
  void open() throws IOException {
    settings = settings();
    connect();
  }

  private void reopen() throws IOException {
    close();
    connect();
  }

  private void connect() {
    StoreConfiguration configuration = new StoreConfiguration();
    connections = configuration.connectionFactory(settings, configuration.flyway(settings));
    database = DatabaseClient.create(connections);
    log =
        new ChangeLog(
            database,
            TransactionalOperator.create(new R2dbcTransactionManager(connections)),
            new WriteBarrier(database, settings),
            Clock.systemUTC());
    reports = new ReportStore(database, log, settings);
    locations = new LocationStore(database, log, settings);
    datasets = new DatasetStore(database, log, settings);
    decisions = new DecisionStore(database, log, reports, READER, settings);
  }

  @AfterEach
  void close() {
    if (connections instanceof Closeable closeable) {
      // The pool counts a connection twice that a refused write gives back at this very moment.
      Mono.from(closeable.close()).onErrorComplete(IllegalArgumentException.class).block();
    }
  }

  private static Feature feature(String id, double lon, double lat, String name) {
    return new Feature(
        id,
        Layer.FIGHTING,
        FeatureRole.PLACE,
        point(lon, lat),
        new Location(
            name,
            "1",
            List.of("ML"),
            "Mali",
            "MLI",
            "Mopti",
            lon,
            lat,
            Precision.TOWN,
            1000,
            Location.Generalisation.NONE,
            "world",
            null,
            null),
        new Event("Battles", null, "2022~", 5, null, "fighting"),
        new Quote("Fighting in " + name, "", "", 0, 12 + name.length(), 12, 12 + name.length()),
        new Match(0.9, 0.4, List.of("largest"), 1, "Other"),
        1,
        List.of(),
        null,
        true,
        Feature.Status.UNVERIFIED,
        1,
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static Report report(Feature... features) {
    Map<String, String> ids = new HashMap<>();
    for (Feature feature : features) {
      ids.put("place:" + feature.id(), feature.id());
    }
    return new Report(
        new ReportSource(
            "r",
            "Fighting in Éa \uD83D\uDE00",
            "0".repeat(64),
            "H",
            null,
            null,
            null,
            null,
            TextRights.FULL),
        new Reading(
            "m1",
            Instant.parse("2026-01-01T00:00:00Z"),
            "en",
            null,
            List.of(),
            List.of(),
            List.of(features),
            ids),
        Instant.parse("2026-01-01T00:00:00Z"),
        0);
  }

  private static Point point(double lon, double lat) {
    return FACTORY.createPoint(new Coordinate(lon, lat));
  }

  private static Entered entered(String name, double lon, double lat) {
    return new Entered(
        point(lon, lat),
        Map.of("location", name, "source", "s", "location_resolution", "Exact", "fatalities", 3));
  }

  private static Entered limited(Entered open) {
    Map<String, Object> values = new HashMap<>(open.values());
    values.put("sensitivity", "limited");
    values.put("sensitivity_reason", "health");
    return new Entered(open.geometry(), values);
  }

  private AddedLocation add(Entered entered) {
    return one(locations.add(List.of(entered), Method.HUMAN, ANNA, null)).get(0);
  }

  private static <T> T one(Mono<T> mono) {
    return Objects.requireNonNull(mono.block());
  }

  private List<Change> changes() {
    return one(log.after(0, 1000).collectList());
  }

  private void assertWhole() {
    assertThat(LogVerification.of(connections).faults()).isEmpty();
  }

  @Test
  void aReportIsReadBackAsItWasSaved() {
    Report saved = one(reports.save(report(feature("r.a", 1.12345, 2, "Éa"))));
    assertThat(one(reports.all().collectList())).containsExactly(saved);
    assertWhole();
  }

  @Test
  void aSecondReadingThatFindsTheSameChangesNothing() {
    one(reports.save(report(feature("r.a", 1, 2, "A"))));
    int before = changes().size();
    Report again = one(reports.save(report(feature("r.a", 1, 2, "A"))));
    assertThat(changes()).hasSize(before);
    assertThat(again.reading().features().get(0).version()).isEqualTo(1);
  }

  @Test
  void versionsGoOnWhenAFeatureIsLostAndFoundAgain() {
    one(reports.save(report(feature("r.a", 1, 2, "A"), feature("r.b", 3, 4, "B"))));
    one(reports.save(report(feature("r.b", 3, 5, "B"))));
    Report third = one(reports.save(report(feature("r.a", 1, 2, "A"), feature("r.b", 3, 5, "B"))));
    assertThat(third.reading().features()).extracting(Feature::version).containsExactly(3, 2);
    assertThat(changes().stream().filter(c -> c.thing().id().equals("r.a")).map(Change::what))
        .last()
        .asString()
        .contains("\"replace\"");
    assertThat(changes()).extracting(Change::who).containsOnly("geoparser");
    assertWhole();
  }

  @Test
  void aLocationIsKeptChangedRemovedAndBroughtBack() {
    AddedLocation first = add(entered("A", 10.1234567, 20));
    assertThat(one(locations.all().collectList())).containsExactly(first);
    AddedLocation second =
        one(locations.change(first.id(), ANY, found -> entered("B", 11, 21), BINTA, "moved"));
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.createdBy()).isEqualTo("anna");
    assertThat(one(locations.remove(first.id(), ANY, ANNA, null))).isEqualTo(3);
    assertThat(locations.all().collectList().block()).isEmpty();
    AddedLocation back =
        Objects.requireNonNull(
            one(locations.restore(
                    List.of(first.id()), (id, found, now) -> OptionalInt.of(1), ANNA, null))
                .get(0)
                .location());
    assertThat(back.version()).isEqualTo(4);
    assertThat(back.geometry()).isEqualTo(first.geometry());
    assertThat(back.values()).isEqualTo(first.values());
    assertThat(one(locations.history(first.id()).collectList()))
        .extracting(past -> past.change().version())
        .containsExactly(1, 2, 3, 4);
    assertWhole();
  }

  @Test
  void aChangeThatSaysNothingNewIsNone() {
    AddedLocation first = add(entered("A", 1, 2));
    int before = changes().size();
    one(locations.change(first.id(), ANY, found -> found.entered(), ANNA, null));
    assertThat(changes()).hasSize(before);
  }

  @Test
  void anEditThatFailsLeavesNothingBehind() {
    AddedLocation first = add(entered("A", 1, 2));
    int before = changes().size();
    assertThatThrownBy(
            () ->
                locations
                    .change(
                        first.id(),
                        (found, version) -> {
                          throw new IllegalStateException("stale");
                        },
                        found -> entered("B", 1, 2),
                        ANNA,
                        null)
                    .block())
        .hasMessageContaining("stale");
    assertThat(changes()).hasSize(before);
    assertThat(one(locations.all().collectList())).containsExactly(first);
    add(entered("C", 1, 2));
    assertWhole();
  }

  @Test
  void theLogNeverHasACoordinateAndTheHistoryHidesWhatIsLimitedNow() {
    AddedLocation open = add(entered("A", -8.0123456, 12.6654321));
    AddedLocation hidden =
        one(locations.change(open.id(), ANY, found -> limited(found.entered()), ANNA, "a clinic"));
    assertThat(changes().toString()).doesNotContain("8.012").doesNotContain("12.665");
    Envelope shown = hidden.geometry().getEnvelopeInternal();
    assertThat(shown.getWidth()).isGreaterThan(0.04);
    for (PastLocation past : one(locations.history(open.id()).collectList())) {
      assertThat(Objects.requireNonNull(past.location()).geometry()).isEqualTo(hidden.geometry());
    }
    assertWhole();
  }

  @Test
  void locationsAreFoundByWhatIsShownOfThem() {
    AddedLocation near = add(entered("near", 10, 10));
    add(entered("far", 20, 20));
    assertThat(one(locations.near(new Envelope(9, 11, 9, 11)).collectList())).containsExactly(near);
  }

  @Test
  void ofTwoEditorsOfOneVersionOneIsTurnedAway() {
    AddedLocation first = add(entered("A", 1, 2));
    List<Object> outcomes =
        one(
            Flux.range(0, 8)
                .flatMap(
                    editor ->
                        locations
                            .change(
                                first.id(),
                                (found, version) -> {
                                  if (version != 1) {
                                    throw new IllegalStateException("stale");
                                  }
                                },
                                found -> entered("by " + editor, 1, 2),
                                ANNA,
                                null)
                            .cast(Object.class)
                            .onErrorResume(IllegalStateException.class, e -> Mono.just("stale"))
                            .subscribeOn(Schedulers.parallel()))
                .collectList());
    assertThat(outcomes).filteredOn(o -> o instanceof AddedLocation).hasSize(1);
    assertThat(outcomes).filteredOn("stale"::equals).hasSize(7);
    assertWhole();
  }

  @Test
  void manyAtOnceMakeOneChain() {
    List<String> ids =
        one(
            Flux.range(0, 100)
                .flatMap(
                    i ->
                        locations
                            .add(List.of(entered("n" + i, i, 1)), Method.HUMAN, ANNA, null)
                            .map(added -> added.get(0).id()),
                    16)
                .collectList());
    assertThat(ids).doesNotHaveDuplicates().hasSize(100);
    assertThat(changes()).extracting(Change::sequence).hasSize(100).isSorted();
    assertWhole();
  }

  @Test
  void severalAreTakenBackInOneWriteOrNone() {
    List<AddedLocation> added =
        one(
            locations.add(
                List.of(entered("A", 1, 2), entered("B", 3, 4), entered("C", 5, 6)),
                Method.IMPORT,
                ANNA,
                "file"));
    List<String> ids = added.stream().map(AddedLocation::id).toList();
    one(locations.change(ids.get(1), ANY, found -> entered("D", 3, 4), BINTA, null));
    int before = changes().size();
    assertThatThrownBy(
            () ->
                locations
                    .restore(
                        ids,
                        (id, found, present) -> {
                          if (present != 1) {
                            throw new IllegalStateException("stale");
                          }
                          return OptionalInt.of(0);
                        },
                        ANNA,
                        null)
                    .block())
        .hasMessageContaining("stale");
    assertThat(changes()).hasSize(before);
    assertThat(one(locations.all().collectList())).hasSize(3);

    List<LocationStore.Restored> restored =
        one(
            locations.restore(
                ids,
                (id, found, present) -> present == 1 ? OptionalInt.of(0) : OptionalInt.empty(),
                ANNA,
                "wrong file"));
    assertThat(restored)
        .containsExactly(
            new LocationStore.Restored(ids.get(0), null, 2),
            new LocationStore.Restored(ids.get(2), null, 2));
    assertThat(one(locations.all().collectList()))
        .extracting(AddedLocation::id)
        .containsExactly(ids.get(1));
    assertWhole();
  }

  /** A report that names a place that no gazetteer has, and one twice. */
  private Report readReport() {
    ReportSource source =
        new ReportSource(
            "r",
            "Fighters attacked Zyxdougou near Mopti in Mali. Mopti was quiet.",
            "0".repeat(64),
            "H",
            null,
            null,
            null,
            "en",
            TextRights.FULL);
    return one(
        reports.save(
            new Report(
                source,
                READER.read(source, null, Decisions.NONE, Taught.NOTHING),
                Instant.parse("2026-01-01T00:00:00Z"),
                0)));
  }

  private static Decision decided(String words, int start, Status status, @Nullable OwnPlace own) {
    Span span = new Span(start, start + words.length());
    return new Decision(span, words, status, null, own, null, null, null, null, "anna");
  }

  private static ReportMention at(Report report, int start) {
    return report.reading().mentions().stream()
        .filter(mention -> mention.span().start() == start)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOwnPlaceOutlastsARestartAndComesBackInAnyVersion() throws IOException {
    int start = readReport().source().text().indexOf("Zyxdougou");
    String id = "r/" + start + '-' + (start + 9);
    OwnPlace first = new OwnPlace("Zyxdougou", -4.1234567, 14.7654321);
    OwnPlace second = new OwnPlace("Zyxdougou", -4.2, 14.8);
    for (OwnPlace own : List.of(first, second)) {
      Report placed =
          one(
              decisions.decide(
                  "r",
                  (report, known) -> List.of(decided("Zyxdougou", start, Status.VERIFIED, own)),
                  ANNA,
                  null));
      assertThat(at(placed, start).name()).isEqualTo("Zyxdougou");
      assertThat(at(placed, start).featureId()).isNotNull();
    }
    assertThat(changes().stream().filter(c -> c.thing().kind() == Thing.Kind.DECISION))
        .hasSize(2)
        .allSatisfy(change -> assertThat(change.what()).doesNotContain("4.12", "14.7", "14.8"));
    reopen();
    assertThat(kept().ownPlace()).isEqualTo(second);

    one(decisions.undo("r", List.of(id), (decision, present) -> 1, BINTA, null));
    assertThat(kept().ownPlace()).isEqualTo(first);
    one(decisions.undo("r", List.of(id), (decision, present) -> 2, BINTA, null));
    assertThat(kept().ownPlace()).isEqualTo(second);
    Report without = one(decisions.undo("r", List.of(id), (decision, present) -> 0, BINTA, null));
    assertThat(one(decisions.all())).doesNotContainKey("r");
    assertThat(without.reading().mentions())
        .filteredOn(mention -> mention.span().start() == start)
        .allSatisfy(mention -> assertThat(mention.featureId()).isNull());
    assertWhole();
  }

  private Decision kept() {
    return Objects.requireNonNull(one(decisions.all()).get("r")).all().iterator().next().decision();
  }

  @Test
  void decisionsAreTakenBackTogetherOrNotAtAll() {
    Report report = readReport();
    String text = report.source().text();
    int[] starts = {text.indexOf("Mopti"), text.lastIndexOf("Mopti")};
    one(
        decisions.decide(
            "r",
            (there, known) ->
                List.of(
                    decided("Mopti", starts[0], Status.REJECTED, null),
                    decided("Mopti", starts[1], Status.REJECTED, null)),
            ANNA,
            null));
    List<String> ids =
        List.of("r/" + starts[0] + '-' + (starts[0] + 5), "r/" + starts[1] + '-' + (starts[1] + 5));
    int before = changes().size();
    assertThatThrownBy(
            () ->
                decisions
                    .undo(
                        "r",
                        ids,
                        (id, present) -> {
                          if (id.equals(ids.get(1))) {
                            throw new IllegalStateException("stale");
                          }
                          return 0;
                        },
                        ANNA,
                        null)
                    .block())
        .hasMessageContaining("stale");
    assertThat(changes()).hasSize(before);
    Report back = one(decisions.undo("r", ids, (id, present) -> 0, ANNA, null));
    for (int start : starts) {
      assertThat(at(back, start).featureId()).isEqualTo(at(report, start).featureId()).isNotNull();
    }
    assertWhole();
  }

  private static DatasetFile file(String name, int features) {
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < features; i++) {
      part.append(
          """
          {"type":"Feature","id":%d,"geometry":{"type":"Point","coordinates":[%d,1]},\
          "properties":{"name":"%s \u00c9"}}
          """
              .formatted(i, i, name));
    }
    return new DatasetFile(
        new Dataset.Schema(
            GeometryType.POINT,
            List.of(new PropertySchema("name", PropertyType.STRING, false, null, List.of(), false)),
            null),
        2 * features,
        List.of(part.toString(), part.toString().replace("\"id\":", "\"id\":9")),
        List.of(),
        0);
  }

  private static Dataset.Label label(String id) {
    return Dataset.Label.of(id, "Title of " + id, null);
  }

  @Test
  void aDataSetIsKeptReplacedAndRemovedAsOneThing() {
    Dataset first = one(datasets.save(label("a"), file("one", 3), false, ANNA, null));
    one(datasets.save(label("b"), file("two", 2), false, ANNA, null));
    assertThat(datasets.save(label("a"), file("x", 1), false, ANNA, null).blockOptional())
        .isEmpty();
    assertThat(changes()).hasSize(2);
    assertThat(one(datasets.all().collectList())).extracting(Dataset::id).containsExactly("a", "b");
    assertThat(one(datasets.all().collectList())).first().isEqualTo(first);
    assertWhole();

    Dataset second = one(datasets.save(label("a"), file("three", 1), true, BINTA, "newer"));
    assertThat(second.version()).isEqualTo(2);
    FeatureCollection collection = one(datasets.collections().collectList()).get(0);
    assertThat(collection.features()).extracting(CollectionFeature::id).containsExactly("0", "90");
    assertThat(collection.features().get(1).attributes().getAttribute("name"))
        .isEqualTo("three \u00c9");
    assertWhole();

    assertThat(one(datasets.remove("a", ANNA, null))).isTrue();
    assertThat(one(datasets.remove("a", ANNA, null))).isFalse();
    assertThat(one(datasets.all().collectList())).extracting(Dataset::id).containsExactly("b");
    Dataset again = one(datasets.save(label("a"), file("four", 1), false, ANNA, null));
    assertThat(again.version()).isEqualTo(4);
    assertWhole();
  }

  @Test
  void aFileIsAddedAsAWhole() {
    List<Entered> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(entered("row " + i, i, i));
    }
    assertThat(one(locations.add(rows, Method.IMPORT, ANNA, "file"))).hasSize(20);
    rows.set(19, new Entered(point(1, 1), Map.of("location", "no\0text")));
    // H2 would keep it, PostgreSQL cannot; nothing of a file is kept when a part of it is not.
    int before = changes().size();
    try {
      locations.add(rows, Method.IMPORT, ANNA, "file").block();
    } catch (RuntimeException e) {
      assertThat(changes()).hasSize(before);
    }
    assertWhole();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update change set who = 'eve' where sequence = 2 | change 2",
        "update change set what = replace(what, 'H', 'J') where sequence = 1 | change 1",
        "delete from change where sequence = 2 | change 2 is missing",
        "delete from change where sequence = 5 | should end with 5",
        "update location set document = replace(document, 'B', 'C') | kept otherwise",
        "update location set geom = (select geom from feature) | shown elsewhere",
        "update feature set document = replace(document, 'A', 'Z') | the feature r.a",
        "update report set text = 'Nothing' | the report r is kept otherwise",
        "update reading set document = '{}' | the report r is kept otherwise",
        "update shape set salt = '00' | not the one that was sealed",
        "update dataset set title = 'Other' | the dataset d is kept otherwise",
        "update dataset_part set document = replace(document, '1', '2') | the dataset d are not",
        "delete from location | is not kept any more"
      })
  void whatIsDoneBehindTheLogsBackIsTold(String tampering, String told) {
    one(reports.save(report(feature("r.a", 1, 2, "A"))));
    AddedLocation location = add(entered("A", 10, 20));
    one(locations.change(location.id(), ANY, found -> entered("B", 10, 20), ANNA, null));
    one(datasets.save(label("d"), file("D", 1), false, ANNA, null));
    assertWhole();
    database.sql(tampering).then().block();
    assertThat(LogVerification.of(connections).faults())
        .anySatisfy(fault -> assertThat(fault).contains(told));
  }

  @Test
  void aNewChainWithTheSameContentIsTold() {
    add(entered("A", 10, 20));
    @Nullable String before = LogVerification.of(connections).hash();
    add(entered("B", 10, 20));
    assertThat(LogVerification.of(connections).hash()).isNotEqualTo(before).hasSize(64);
  }
}
