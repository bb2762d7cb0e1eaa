package org.dateline.server.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ségou                    | segou
          Bobo-Dioulasso           | bobo-dioulasso
          N'Djamena                | ndjamena
          Tri-border area (3)      | tri-border-area-3
          --                       | place
          القاهرة                   | القاهرة
          """)
  void makesAReadableId(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
  }

  @Test
  void anIdIsKeptThroughReRunsAndNeverGivenTwice() {
    FeatureIds first = new FeatureIds("r", Map.of());
    assertThat(first.of("place:1", "Mopti", "region")).isEqualTo("r.mopti");
    assertThat(first.of("place:2", "Mopti", "town")).isEqualTo("r.mopti-town");
    assertThat(first.of("place:3", "Mopti", "town")).isEqualTo("r.mopti-town-2");

    FeatureIds again = new FeatureIds("r", first.given());
    assertThat(again.of("place:4", "Mopti", "region")).isEqualTo("r.mopti-region");
    assertThat(again.of("place:2", "Mopti", "town")).isEqualTo("r.mopti-town");
    assertThat(again.given()).containsKeys("place:1", "place:3");
  }
}
