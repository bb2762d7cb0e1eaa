package org.dateline.server.seed;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.dateline.server.publication.Published;
import org.dateline.server.report.Decision;
import org.dateline.server.report.Decisions;
import org.dateline.server.report.Reading;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportReader;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.Taught;
import org.dateline.server.store.DatasetStore;
import org.dateline.server.store.DecisionStore;
import org.dateline.server.store.LocationStore;
import org.dateline.server.store.ReportStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the map once the server listens: reads what is stored, geoparses what is new or was read by
 * another version of the method, and publishes all of it. Runs on the starting thread, which may
 * wait.
 */
@Component
class Opening implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private final ReportStore store;
  private final LocationStore locations;
  private final DecisionStore decisions;
  private final DatasetStore datasets;
  private final ReportReader reader;
  private final Published published;
  private final Clock clock;
  private final AtomicInteger port = new AtomicInteger();

  Opening(
      ReportStore store,
      LocationStore locations,
      DecisionStore decisions,
      DatasetStore datasets,
      ReportReader reader,
      Published published,
      Clock clock) {
    this.store = store;
    this.locations = locations;
    this.decisions = decisions;
    this.datasets = datasets;
    this.reader = reader;
    this.published = published;
    this.clock = clock;
  }

  @EventListener
  void listening(WebServerInitializedEvent event) {
    port.set(event.getWebServer().getPort());
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Map<String, Decisions> decisions = Objects.requireNonNull(this.decisions.all().block());
    Taught taught =
        Taught.by(
            decisions.values().stream()
                .flatMap(ofReport -> ofReport.all().stream())
                .map(Decision.Kept::decision)
                .toList());
    Map<String, Report> reports = new LinkedHashMap<>();
    for (Report stored : stored()) {
      reports.put(
          stored.id(),
          isOutdated(stored) ? read(stored.source(), stored, decisions, taught) : stored);
    }
    for (ReportSource seed : new SeedReports().read()) {
      Report known = reports.get(seed.id());
      if (known == null || !known.source().equals(seed)) {
        reports.put(seed.id(), read(seed, known, decisions, taught));
      }
    }
    datasets.collections().doOnNext(published::put).blockLast();
    published.replace(
        List.copyOf(reports.values()),
        Objects.requireNonNull(locations.all().collectList().block()));
    LOG.info("Dateline is on the map: http://localhost:{}", port.get());
  }

  private List<Report> stored() {
    List<Report> stored = store.all().collectList().block();
    return stored == null ? List.of() : stored;
  }

  private boolean isOutdated(Report stored) {
    return !stored.reading().methodVersion().equals(reader.methodVersion());
  }

  private Report read(
      ReportSource source,
      @Nullable Report before,
      Map<String, Decisions> decisions,
      Taught taught) {
    Reading reading =
        reader.read(
            source,
            before == null ? null : before.reading(),
            decisions.getOrDefault(source.id(), Decisions.NONE),
            taught);
    Report report =
        new Report(
            source,
            reading,
            before == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : before.receivedAt(),
            before == null ? 0 : before.version());
    return Objects.requireNonNull(store.save(report).block());
  }
}
