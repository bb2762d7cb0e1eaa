package org.dateline.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.server.feature.Json;
import org.dateline.server.location.Entered;
import org.dateline.server.location.Faults;
import org.dateline.server.problem.ProblemException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is written over HTTP is told to be wrong, or it is kept and read back as it is. */
@Timeout(60)
class DeskFuzzTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Gazetteer GAZETTEER =
      EmbeddedGeodata.open(Path.of("target", "test-cache")).gazetteer();

  @ValueSource(
      strings = {
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-3, 16]},
         "properties": {"location": "Gao", "source": "own", "location_resolution": "Exact",
           "event_type": "Battles", "sub_event_type": "Armed clash", "event_date": "2022-04-16",
           "event_date_edtf": "2022~", "fatalities": 3, "fatalities_low": 1, "uncertainty_m": 0.5,
           "names": {"fr": "Gao"}, "source_url": "https://example.org/a", "iso3": "MLI",
           "sensitivity": "limited", "sensitivity_reason": "health", "version": 3}}
        """,
        """
        {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates":
         [[[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 0.5], [2, 0.5], [2, 1], [1, 0.5]]]]},
         "properties": {"location": "x", "source": "y", "location_resolution": "Exact"}}
        """,
        """
        {"type": "Feature", "geometry": {"type": "MultiLineString", "coordinates":
         [[[0, 0], [4, 0, 7]]]}, "properties": {"location": "x", "source": "y",
         "location_resolution": "Exact", "notes": "\\u0000"}}
        """,
      })
  @FuzzTest(maxDuration = "2m")
  void location(@NotNull String body) {
    try {
      Faults faults = new Faults();
      Optional<Entered> entered = Entered.check(parse(body), faults);
      if (entered.isPresent()) {
        assertThat(Entered.check(feature(entered.get()), faults)).isEqualTo(entered);
      }
      assertThat(faults.none()).as("%s", faults.found()).isEqualTo(entered.isPresent());
    } catch (ProblemException e) {
      assertThat(e.type().status().is4xxClientError()).isTrue();
    }
  }

  private static JsonNode parse(String body) {
    return JsonBody.parse(body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode feature(Entered entered) {
    byte[] json =
        Json.document(
            "",
            out -> {
              out.writeStartObject();
              out.writeStringProperty("type", "Feature");
              Json.geometry(out, entered.geometry(), 7);
              out.writeEndObject();
            });
    ObjectNode feature = (ObjectNode) JSON.readTree(json);
    feature.set("properties", JSON.valueToTree(entered.values()));
    return feature;
  }

  @ValueSource(
      strings = {
        "{\"status\": \"verified\", \"gazetteer_id\": \"2460596\", \"apply_to\": \"identical\"}",
        "{\"own_place\": {\"name\": \"Camp\", \"lon\": -3.5, \"lat\": 16}, \"layer\": \"supply\"}",
        "{\"kind\": \"metonymic\", \"feature_role\": null, \"sensitivity\": \"limited\"}",
      })
  @FuzzTest(maxDuration = "1m")
  void decision(@NotNull String body) {
    try {
      DecisionPatch patch = DecisionPatch.of(parse(body), GAZETTEER);
      assertThat(patch.words() == null || !patch.words().isEmpty() || body.contains("\"\""))
          .isTrue();
    } catch (ProblemException e) {
      assertThat(e.type().status().is4xxClientError()).isTrue();
      assertThat(e.where()).isNotNull();
    }
  }
}
