package org.dateline.server.geoparse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;

class GeoparseDeskTest {

  private static final GeoparseRequest TEXT =
      new GeoparseRequest("Heavy fighting broke out in the town of Gao.", GeoparseOptions.NONE);
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private static Path cache;
  private static Geodata geodata;

  /** The geoparser, which reads no text before it is let. */
  private static final class HeldGeoparser implements Geoparser {

    private final Geoparser geoparser = new OfflineGeoparser(geodata);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch let = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public Geoparse parse(String text, GeoparseOptions options) {
      begun.countDown();
      try {
        let.await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        Thread.currentThread().interrupt();
      }
      return geoparser.parse(text, options);
    }

    @Override
    public String version() {
      return geoparser.version();
    }
  }

  private final HeldGeoparser geoparser = new HeldGeoparser();
  private GeoparseDesk desk = desk(LONG);

  @BeforeAll
  static void open() {
    geodata = EmbeddedGeodata.open(cache);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void refusesATextWhenAnotherIsReadAndOneWaits() throws InterruptedException {
    Disposable read = desk.geoparse(TEXT, Shape.POINT).subscribe();
    assertThat(geoparser.begun.await(1, TimeUnit.MINUTES)).isTrue();
    Disposable waiting = desk.geoparse(TEXT, Shape.POINT).subscribe();
    assertThat(problem()).isEqualTo(ProblemType.BUSY);
    read.dispose();
    waiting.dispose();
  }

  @Test
  void answersAgainWhenTheRushIsOver() throws InterruptedException {
    refusesATextWhenAnotherIsReadAndOneWaits();
    geoparser.let.countDown();
    assertThat(new String(desk.geoparse(TEXT, Shape.POINT).block(LONG), UTF_8)).contains("Gao");
  }

  @Test
  void stopsATextThatTakesTooLong() throws InterruptedException {
    desk.close();
    desk = desk(Duration.ofMillis(50));
    assertThat(problem()).isEqualTo(ProblemType.TOOK_TOO_LONG);
    assertThat(geoparser.interrupted.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void stopsTheTextOfAClientThatWentAway() throws InterruptedException {
    Disposable client = desk.geoparse(TEXT, Shape.POINT).subscribe();
    assertThat(geoparser.begun.await(1, TimeUnit.MINUTES)).isTrue();
    client.dispose();
    assertThat(geoparser.interrupted.await(1, TimeUnit.MINUTES)).isTrue();
  }

  private ProblemType problem() {
    return catchThrowableOfType(
            ProblemException.class, () -> desk.geoparse(TEXT, Shape.POINT).block(LONG))
        .type();
  }

  /** One thread, and one text that may wait for it. */
  private GeoparseDesk desk(Duration patience) {
    return new GeoparseDesk(
        geoparser, geodata, new GeoparseSettings(DataSize.ofMegabytes(1), 1, 1, patience));
  }
}
