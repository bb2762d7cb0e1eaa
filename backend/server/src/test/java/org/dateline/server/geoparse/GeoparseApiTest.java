package org.dateline.server.geoparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class GeoparseApiTest extends RunningServer {

  private static final String TEXT = "text/plain";
  private static final String JSON = "application/json";

  @ParameterizedTest
  @MethodSource
  void findsPlacesInTextAndJson(String type, String body) {
    String json = geoparse(type, body.getBytes(StandardCharsets.UTF_8));
    List<Map<String, Object>> features = JsonPath.read(json, "$.features");
    assertThat(JsonPath.<List<String>>read(json, "$.features[*].properties.name")).contains("Gao");
    for (Map<String, Object> feature : features) {
      List<Map<String, Object>> mentions = JsonPath.read(feature, "$.properties.mentions");
      assertThat(mentions).isNotEmpty();
      assertThat(mentions.get(0))
          .containsKeys("start", "end", "text", "kind", "role", "score", "sentence");
    }
    assertThat(JsonPath.<Object>read(json, "$.not_placed")).isNotNull();
  }

  static Stream<Arguments> findsPlacesInTextAndJson() {
    String sentence = "Heavy fighting broke out in the town of Gao on Monday.";
    return Stream.of(
        arguments(TEXT, sentence),
        arguments("text/plain;charset=UTF-8", sentence),
        arguments(JSON, "{\"text\":\"" + sentence + "\"}"),
        arguments(
            JSON,
            "{\"text\":\""
                + sentence
                + "\",\"language\":\"en\",\"countryBias\":[\"ml\"],\"bbox\":[-13,10,5,26]}"),
        arguments(TEXT, "<p>Heavy fighting broke out in <b>Gao</b>.</p><script>alert(1)</script>"),
        arguments(TEXT, "\u0627\u0644\u0642\u062a\u0627\u0644 \u0641\u064a. Fighting in Gao."));
  }

  @ParameterizedTest
  @MethodSource
  void tellsWhatIsWrongWithABody(int status, String problem, String type, byte[] body) {
    http.post()
        .uri("/api/geoparse")
        .header(HttpHeaders.CONTENT_TYPE, type)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("/api/docs#" + problem)
        .jsonPath("$.hint")
        .isNotEmpty();
  }

  static Stream<Arguments> tellsWhatIsWrongWithABody() {
    return Stream.of(
        arguments(400, "invalid-text", TEXT, bytes("")),
        arguments(400, "invalid-text", TEXT, bytes(" \n\t ")),
        arguments(400, "invalid-text", TEXT, bytes("PK\u0003\u0004\0\0")),
        arguments(400, "invalid-text", TEXT, new byte[] {(byte) 0xff, (byte) 0xfe, 0x41}),
        arguments(400, "invalid-text", TEXT, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
        arguments(413, "content-too-large", TEXT, bytes("a".repeat(5 << 20))),
        arguments(
            413, "content-too-large", JSON, bytes("{\"text\":\"" + "a".repeat(5 << 20) + "\"}")),
        arguments(415, "unsupported-media-type", "application/pdf", bytes("%PDF")),
        arguments(400, "invalid-json", JSON, bytes("")),
        arguments(400, "invalid-json", JSON, bytes("{\"text\":")),
        arguments(400, "invalid-json", JSON, bytes("[]")),
        arguments(400, "invalid-json", JSON, bytes("{}")),
        arguments(400, "invalid-json", JSON, bytes("{\"text\":7}")),
        arguments(400, "invalid-text", JSON, bytes("{\"text\":\"\"}")),
        arguments(400, "invalid-json", JSON, bytes("{\"text\":\"x\",\"lang\":\"en\"}")),
        arguments(400, "invalid-json", JSON, bytes("{\"text\":\"x\",\"countryBias\":\"ML\"}")),
        arguments(400, "invalid-json", JSON, bytes("{\"text\":\"x\",\"countryBias\":[\"Mali\"]}")),
        arguments(400, "invalid-json", JSON, bytes("{\"text\":\"x\",\"bbox\":[1,2,3]}")),
        arguments(400, "invalid-json", JSON, bytes("{\"text\":\"x\",\"bbox\":[1,2,3,\"NaN\"]}")));
  }

  @Test
  void aTextWithoutAnyPlaceIsAnEmptyAnswer() {
    String json = geoparse(TEXT, bytes("It rained all day and nobody came."));
    assertThat(JsonPath.<List<Object>>read(json, "$.features")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', MultiPolygon|Polygon",
    "?geometry=outline, MultiPolygon|Polygon",
    "?geometry=point, Point"
  })
  void aRegionIsItsOutlineUnlessItsPointIsAskedFor(String query, String geometry) {
    String json =
        geoparse(
            "/api/geoparse" + query, TEXT, bytes("Fighting went on in the Mopti region of Mali."));
    List<String> regions =
        JsonPath.read(json, "$.features[?(@.properties.feature_code=='ADM1')].geometry.type");
    assertThat(regions).hasSize(1).allMatch(type -> type.matches(geometry));
  }

  @Test
  void aGeometryThatThereIsNotIsTold() {
    http.post()
        .uri("/api/geoparse?geometry=hexagon")
        .header(HttpHeaders.CONTENT_TYPE, TEXT)
        .bodyValue("Fighting in Gao.")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.where")
        .isEqualTo("query parameter geometry");
  }

  /** A sentence of thousands of characters would be repeated whole for each name in it. */
  @ParameterizedTest
  @CsvSource({"1, true", "200, false"})
  void aSentenceThatIsCutSaysSo(int words, boolean whole) {
    String text = "notwithstanding ".repeat(words) + "fighting in the town of Gao";
    String json = geoparse(TEXT, bytes(text));
    assertThat(
            JsonPath.<List<Boolean>>read(
                json, "$.features[*].properties.mentions[*].sentence_whole"))
        .isNotEmpty()
        .containsOnly(whole);
    assertThat(JsonPath.<List<Boolean>>read(json, "$.features[*].properties.quote_whole"))
        .isNotEmpty()
        .containsOnly(whole);
    assertThat(JsonPath.<List<String>>read(json, "$.features[*].properties.quote"))
        .allMatch(text::contains);
  }

  @Test
  void aLoneSurrogateSurvives() {
    String json = geoparse(JSON, bytes("{\"text\":\"\\ud800 Fighting in Gao.\"}"));
    assertThat(json).contains("\\uD800 Fighting in Gao.");
  }

  private String geoparse(String type, byte[] body) {
    return geoparse("/api/geoparse", type, body);
  }

  private String geoparse(String uri, String type, byte[] body) {
    return new String(
        http.post()
            .uri(uri)
            .header(HttpHeaders.CONTENT_TYPE, type)
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("application/geo+json")
            .expectBody()
            .returnResult()
            .getResponseBodyContent(),
        StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
