package org.dateline.server.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is pasted says no position, or positions on the earth. */
@Timeout(60)
class PastedFuzzTest {

  @ValueSource(
      strings = {
        "12.53, -7.95",
        "12\u00b038'21.5\"N 8\u00b0 0'10\"W",
        "lat: 12,53; lng: -7,95",
        "geo:12.53,-7.95;u=35?q=12.5,-8(Camp)",
        "https://www.openstreetmap.org/?mlat=12.5&mlon=-8#map=12/12.5/-8",
        "https://www.google.com/maps/place/Gao/@16.27,-0.04,12z/data=!3d16.27!4d-0.04",
        "29PPQ 12345 67890",
        "6CQXG2VX+2R",
        "G2VX+2R Bamako",
        "30N 500000 1800000",
        "33, 400",
      })
  @FuzzTest(maxDuration = "2m")
  void text(@NotNull String text) {
    Pasted.read(text)
        .ifPresent(
            pasted -> {
              if (pasted instanceof Pasted.Positions positions) {
                assertThat(positions.likeliestFirst())
                    .allSatisfy(
                        at -> {
                          assertThat(Position.isOnEarth(at.lon(), at.lat())).isTrue();
                          assertThat(at.uncertaintyMetres()).isNotNegative().isFinite();
                        });
                assertThat(positions.likeliestFirst().isEmpty() && positions.note() == null)
                    .isFalse();
              }
            });
  }
}
