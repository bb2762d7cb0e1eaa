package org.dateline.server.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class NegotiationTest {

  private static final List<Format> OFFERED = Format.of(Awkward.schema(GeometryType.POINT));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | GEO_JSON",
        "application/json | GEO_JSON",
        "application/geo+json, application/json | GEO_JSON",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
        "text/csv | CSV",
        "text/* | HTML",
        "text/*;q=0.5, text/html;q=0.1 | CSV",
        "application/json;q=0.2, text/csv;q=0.9 | CSV",
        "application/geo+json;q=0, */* | HTML",
        "application/geo+json-seq | GEO_JSON_SEQ",
        "*/*, application/gpx+xml | GPX",
        "application/vnd.google-earth.kml+xml, application/flatgeobuf;q=0.9 | KML",
        "application/vnd.flatgeobuf | FLAT_GEOBUF",
        "text/csv;charset=utf-8 | CSV"
      })
  void choosesWhatIsMostWelcome(String accept, Format format) {
    assertThat(choose("/items", accept)).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "json, GEO_JSON",
    "geojson, GEO_JSON",
    "hxl, HXL",
    "gpkg, GEO_PACKAGE",
    "lpf, LINKED_PLACES"
  })
  void theParameterWins(String f, Format format) {
    assertThat(choose("/items?f=" + f, "text/html")).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/html;q=0", "application/xml", "no type at all"})
  void whatIsNotThereIsToldWithWhatIs(String accept) {
    assertThatThrownBy(() -> choose("/items", accept))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type().status().value()).isEqualTo(406);
              assertThat(String.valueOf(problem.hint())).contains("f=csv", "f=gpkg");
              assertThat(problem.members()).containsKey("formats");
            });
  }

  @Test
  void cachesAreToldThatItDependsOnTheHeader() {
    MockServerWebExchange exchange = exchange("/items", "text/csv");
    Negotiation.choose(exchange, OFFERED);
    assertThat(exchange.getResponse().getHeaders().getVary()).contains(HttpHeaders.ACCEPT);
  }

  private static Format choose(String path, String accept) {
    return Negotiation.choose(exchange(path, accept), OFFERED);
  }

  private static MockServerWebExchange exchange(String path, String accept) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.get(path).header(HttpHeaders.ACCEPT, accept));
  }
}
