package org.dateline.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.junit.jupiter.api.Test;

class RememberingGeoparserTest {

  private static final Geodata GEODATA = EmbeddedGeodata.open(EmbeddedGeodata.userCache());
  private static final String TEXT = "Fighting broke out in Gao on Monday.";

  private final AtomicInteger generation = new AtomicInteger();
  private final Counting real = new Counting();
  private final RememberingGeoparser geoparser = new RememberingGeoparser(real, generation::get);

  /** The real geoparser, which says how often it was asked. */
  private static final class Counting implements Geoparser {
    private final Geoparser geoparser = new OfflineGeoparser(GEODATA);
    private String version = geoparser.version();
    private int asked;

    @Override
    public Geoparse parse(String text, GeoparseOptions options) {
      asked++;
      return geoparser.parse(text, options);
    }

    @Override
    public String version() {
      return version;
    }
  }

  @Test
  void theSameQuestionIsAnsweredOnceAndAlike() {
    Geoparse first = geoparser.parse(TEXT, GeoparseOptions.NONE);
    assertThat(geoparser.parse(TEXT, GeoparseOptions.NONE)).isSameAs(first);
    assertThat(real.asked).isEqualTo(1);
    assertThat(first.mentions()).extracting("text").containsExactly("Gao");
  }

  @Test
  void whateverTheAnswerDependsOnAsksAnew() {
    geoparser.parse(TEXT, GeoparseOptions.NONE);
    geoparser.parse(TEXT + " ", GeoparseOptions.NONE);
    assertThat(real.asked).as("another text").isEqualTo(2);
    geoparser.parse(TEXT, new GeoparseOptions("en", null, "2022-05-01", List.of(), null));
    assertThat(real.asked).as("other options").isEqualTo(3);
    generation.incrementAndGet();
    geoparser.parse(TEXT, GeoparseOptions.NONE);
    assertThat(real.asked).as("other places").isEqualTo(4);
    real.version = "another";
    geoparser.parse(TEXT, GeoparseOptions.NONE);
    assertThat(real.asked).as("another method").isEqualTo(5);
  }
}
