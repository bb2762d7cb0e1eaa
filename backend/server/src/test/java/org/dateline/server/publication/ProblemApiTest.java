package org.dateline.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class ProblemApiTest extends RunningServer {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /nothing                                      | 404 | not-found           | /nothing
          GET    | /api/nothing                                  | 404 | not-found           | /api/nothing
          GET    | /api/reports/no-such-report                   | 404 | not-found           | no-such-report
          GET    | /api/reports/no-such-report/layers/fighting   | 404 | not-found           | no-such-report
          GET    | /api/reports/mali-new-course/layers/weather   | 404 | not-found           | weather
          GET    | /api/collections/roads/items                  | 404 | not-found           | roads
          GET    | /api/collections/places/items/none            | 404 | not-found           | none
          GET    | /r/no-such-report                             | 404 | not-found           | no-such-report
          DELETE | /api/reports                                  | 405 | method-not-allowed  | DELETE
          POST   | /api/reports                                  | 405 | method-not-allowed  | POST
          PUT    | /api/collections/places/items                 | 405 | method-not-allowed  | PUT
          GET    | /api/geoparse                                 | 405 | method-not-allowed  | GET
          GET    | /api/reports?page=2                           | 400 | unknown-parameter   | page
          GET    | /api/reports/mali-new-course?x=1              | 400 | unknown-parameter   | x
          GET    | /api/collections/places/items?bboks=1,2,3,4   | 400 | unknown-parameter   | bboks
          GET    | /api/collections/places/items?bbox=NaN,1,2,3  | 400 | invalid-parameter   | NaN
          GET    | /api/collections/places/items?bbox=Infinity,1,2,3 | 400 | invalid-parameter | Infinity
          GET    | /api/collections/places/items?bbox=1,2,3      | 400 | invalid-parameter   | 3 numbers
          GET    | /api/collections/places/items?bbox=           | 400 | invalid-parameter   | 1 numbers
          GET    | /api/collections/places/items?bbox=1,5,2,3    | 400 | invalid-parameter   | greater than north
          GET    | /api/collections/places/items?bbox=200,5,2,9  | 400 | invalid-parameter   | 200
          GET    | /api/collections/places/items?bbox=a,b,c,d    | 400 | invalid-parameter   | a
          GET    | /api/collections/places/items?limit=0         | 400 | invalid-parameter   | 0
          GET    | /api/collections/places/items?limit=ten       | 400 | invalid-parameter   | ten
          GET    | /api/collections/places/items?limit=1&limit=2 | 400 | invalid-parameter   | more than once
          GET    | /api/collections/places/items?offset=-1       | 400 | invalid-parameter   | -1
          GET    | /api/collections/places/items?datetime=soon   | 400 | invalid-parameter   | soon
          GET    | /api/collections/places/items?layer=weather   | 400 | invalid-parameter   | weather
          GET    | /api/collections/places/items?where_prec=x    | 400 | invalid-parameter   | x
          GET    | /api/places                                   | 400 | invalid-parameter   | q
          GET    | /api/places?q=                                | 400 | invalid-parameter   | q
          GET    | /api/places?q=Gao&limit=1000                  | 400 | invalid-parameter   | 1000
          GET    | /api/places?q=Gao&bias=x                      | 400 | invalid-parameter   | 1 numbers
          GET    | /api/places/reverse?lon=1                     | 400 | invalid-parameter   | lat
          GET    | /api/places/reverse?lon=1&lat=91              | 400 | invalid-parameter   | 91
          """)
  void sayWhatIsWrongAndWhatToDo(
      HttpMethod method, String path, int status, String type, String detail) {
    String json = problem(method, path, status, MediaType.ALL);
    assertThat(JsonPath.<String>read(json, "$.type")).isEqualTo("/api/docs#" + type);
    assertThat(JsonPath.<Integer>read(json, "$.status")).isEqualTo(status);
    assertThat(JsonPath.<String>read(json, "$.detail")).contains(detail);
    assertThat(JsonPath.<String>read(json, "$.hint")).isNotBlank();
    assertThat(JsonPath.<String>read(json, "$.instance")).isEqualTo(path.replaceAll("\\?.*", ""));
  }

  @Test
  void aParameterThatIsNotUtf8IsTold() {
    http.get()
        .uri(base -> URI.create(base.path("/api/places").build() + "?q=%ff"))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains("not UTF-8"));
  }

  @Test
  void aFormThatIsNotThereIsTold() {
    String json = problem(HttpMethod.GET, "/api/reports", 406, MediaType.IMAGE_PNG);
    assertThat(JsonPath.<String>read(json, "$.hint")).contains("application/json");
  }

  @Test
  void aRefusedMethodNamesThePossibleOnes() {
    http.delete()
        .uri("/api/reports")
        .exchange()
        .expectHeader()
        .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET"));
  }

  private String problem(HttpMethod method, String path, int status, MediaType accept) {
    EntityExchangeResult<byte[]> result =
        http.method(method)
            .uri(path)
            .accept(accept)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .expectBody()
            .returnResult();
    return new String(result.getResponseBodyContent(), StandardCharsets.UTF_8);
  }
}
