package org.dateline.server.geoparse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dateline.server.problem.ProblemException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;

/** A body is refused by what is wrong with it, or has a text and a box in the world. */
@Timeout(60)
class GeoparseRequestFuzzTest {

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  static Stream<byte[]> bodies() {
    return Stream.of(
            "{\"text\": \"In Gao.\", \"language\": \"en\", \"date\": \"2022-05-01\","
                + " \"countryBias\": [\"ML\"], \"bbox\": [-9.6, 10.9, 2.0, 17.1]}",
            "{\"text\": \"x\", \"source\": null, \"bbox\": [170, 0, -170, 1]}",
            "{\"text\": \"x\", \"bbox\": [1, 2, {\"x\": 1}, 4]}",
            "{\"text\": \"\\ud800\", \"language\": \"x-y\"}")
        .map(body -> body.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("bodies")
  @FuzzTest(maxDuration = "1m")
  void body(byte @NotNull [] body) {
    try {
      GeoparseRequest request = GeoparseRequest.ofJson(body);
      assertThat(request.text()).isNotBlank();
      assertThat(request.options().bbox() == null || WORLD.covers(request.options().bbox()))
          .isTrue();
    } catch (ProblemException e) {
      assertThat(e.type().status().is4xxClientError()).isTrue();
      assertThat(e.where()).isNotBlank();
    }
  }
}
