package org.dateline.geoparser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores layers, events, movements, dates and claims, prints the tables, guards against loss. */
class FindingsGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/findings");

  @ParameterizedTest
  @CsvSource({
    // passages, layer, event type, movement, date, claim by, denied by
    "sentences, 0.85, 0.80, 0.85, 0.90, 0.80, 0.80",
    "studied, 0.80, 0.78, 0.80, 0.88, 0.82, 0.60",
    "blind, 0.70, 0.60, 0.80, 0.85, 0.80, 0.60",
  })
  void passagesAreReadAsWellAsBefore(
      String passages,
      double layer,
      double event,
      double movement,
      double date,
      double claim,
      double denial)
      throws IOException {
    FindingsScorer scores =
        new FindingsScorer(TestGeodata.GEOPARSER, line -> {})
            .score(GOLD.resolve(passages + ".tsv"));
    System.out.print(scores.table(passages));
    assertThat(scores.f1("layer")).isGreaterThanOrEqualTo(layer);
    assertThat(scores.f1("event type")).isGreaterThanOrEqualTo(event);
    assertThat(scores.f1("movement")).isGreaterThanOrEqualTo(movement);
    assertThat(scores.f1("date")).isGreaterThanOrEqualTo(date);
    assertThat(scores.f1("claim by")).isGreaterThanOrEqualTo(claim);
    assertThat(scores.f1("denied by")).isGreaterThanOrEqualTo(denial);
  }
}
