package org.dateline.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Several changes taken back in one request. */
class TakingBackTest extends RunningServer {

  private static final String LOCATIONS = "/api/collections/locations";
  private static final String MENTIONS = REPORT + "/mentions";

  private EntityExchangeResult<String> post(String path, String body) {
    return http.post()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectBody(String.class)
        .returnResult();
  }

  private static String change(Object id, int version, int backTo) {
    return "{\"id\": \"%s\", \"version\": %d, \"back_to\": %d}".formatted(id, version, backTo);
  }

  private static String list(String... changes) {
    return "{\"changes\": [" + String.join(",", changes) + "]}";
  }

  private int statusOf(String id) {
    return http.get()
        .uri(LOCATIONS + "/items/" + id)
        .exchange()
        .expectBody()
        .returnResult()
        .getStatus()
        .value();
  }

  @Test
  void anImportIsTakenBackAtOnceButForWhatSomebodyChanged() {
    EntityExchangeResult<String> imported =
        post(
            LOCATIONS + "/import?source=own&location_resolution=Exact",
            "location,lat,lon\nA,1,2\nB,3,4\nC,5,6\n");
    List<String> ids = JsonPath.read(imported.getResponseBody(), "$.created");
    http.patch()
        .uri(LOCATIONS + "/items/" + ids.get(1))
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
        .header(HttpHeaders.IF_MATCH, "\"v1\"")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"properties\": {\"location\": \"Changed\"}}")
        .exchange()
        .expectStatus()
        .isOk();
    String all = list(ids.stream().map(id -> change(id, 1, 0)).toArray(String[]::new));

    EntityExchangeResult<String> refused = post(LOCATIONS + "/undo", all);
    assertThat(refused.getStatus().value()).isEqualTo(412);
    assertThat(JsonPath.<String>read(refused.getResponseBody(), "$.where")).isEqualTo("/changes/1");
    assertThat(ids).allSatisfy(id -> assertThat(statusOf(id)).isEqualTo(200));

    EntityExchangeResult<String> undone = post(LOCATIONS + "/undo?changed=skip", all);
    assertThat(undone.getStatus().value()).isEqualTo(200);
    assertThat(JsonPath.<List<String>>read(undone.getResponseBody(), "$.undone"))
        .containsExactly(ids.get(0), ids.get(2));
    assertThat(JsonPath.<List<String>>read(undone.getResponseBody(), "$.changed"))
        .containsExactly(ids.get(1));
    assertThat(ids.stream().map(this::statusOf)).containsExactly(404, 200, 404);

    post(LOCATIONS + "/undo", list(change(ids.get(0), 2, 1), change(ids.get(2), 2, 1)));
    assertThat(ids.stream().map(this::statusOf)).containsExactly(200, 200, 200);
    post(
        LOCATIONS + "/undo",
        list(change(ids.get(0), 3, 0), change(ids.get(1), 2, 0), change(ids.get(2), 3, 0)));
    assertThat(ids.stream().map(this::statusOf)).containsExactly(404, 404, 404);
  }

  @Test
  void oneDecisionForAllWordsThatReadTheSameIsTakenBackAtOnce() {
    Map<String, List<Map<String, Object>>> byWords =
        JsonPath.<List<Map<String, Object>>>read(get(MENTIONS), "$.mentions[?(@.version == 0)]")
            .stream()
            .collect(Collectors.groupingBy(one -> String.valueOf(one.get("text"))));
    List<Map<String, Object>> same =
        byWords.values().stream().filter(list -> list.size() > 2).findFirst().orElseThrow();
    List<String> positions =
        same.stream().map(one -> one.get("start") + "-" + one.get("end")).toList();
    http.patch()
        .uri(MENTIONS + "/" + positions.get(0))
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
        .header(HttpHeaders.IF_MATCH, "\"v0\"")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"status\": \"rejected\", \"apply_to\": \"identical\"}")
        .exchange()
        .expectStatus()
        .isOk();

    String[] changes = positions.stream().map(at -> change(at, 1, 0)).toArray(String[]::new);
    String stale = list(changes[0], change(positions.get(1), 7, 0));
    EntityExchangeResult<String> refused = post(MENTIONS + "/undo", stale);
    assertThat(refused.getStatus().value()).isEqualTo(412);
    assertThat(JsonPath.<String>read(refused.getResponseBody(), "$.detail"))
        .contains(positions.get(1))
        .contains("version 1 now");
    assertThat(states(positions)).containsOnly("rejected");

    EntityExchangeResult<String> undone = post(MENTIONS + "/undo", list(changes));
    assertThat(undone.getStatus().value()).isEqualTo(200);
    assertThat(states(positions)).containsOnly("unverified");
    assertThat(JsonPath.<List<Object>>read(undone.getResponseBody(), "$.mentions")).isNotEmpty();
  }

  private List<String> states(List<String> positions) {
    return JsonPath.<List<Map<String, Object>>>read(get(MENTIONS), "$.mentions[*]").stream()
        .filter(one -> positions.contains(one.get("start") + "-" + one.get("end")))
        .map(one -> String.valueOf(one.get("status")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                           | /changes
          {"changes": []}                                              | /changes
          {"changes": [7]}                                             | /changes/0/id
          {"changes": [{"id": "a", "back_to": 0}]}                     | /changes/0/version
          {"changes": [{"id": "a", "version": 1.5, "back_to": 0}]}     | /changes/0/version
          {"changes": [{"id": "a", "version": 1}]}                     | /changes/0/back_to
          {"changes": [{"id": "a", "version": 1, "back_to": 1}]}       | /changes/0/back_to
          {"changes": [{"id": "a", "version": 1, "back_to": 0}, {"id": "a", "version": 1, "back_to": 0}]} | /changes/1/id
          """)
  void aListThatCannotBeUsedIsTold(String body, String where) {
    for (String path : List.of(LOCATIONS + "/undo", MENTIONS + "/undo")) {
      EntityExchangeResult<String> answer = post(path, body);
      assertThat(answer.getStatus().value()).isEqualTo(422);
      assertThat(JsonPath.<String>read(answer.getResponseBody(), "$.where")).isEqualTo(where);
    }
  }

  @Test
  void whatIsNotThereIsMissing() {
    assertThat(post(LOCATIONS + "/undo", list(change("none", 1, 0))).getStatus().value())
        .isEqualTo(404);
    assertThat(post(MENTIONS + "/undo", list(change("none", 1, 0))).getStatus().value())
        .isEqualTo(404);
    assertThat(
            post("/api/reports/none/mentions/undo", list(change("1-2", 1, 0))).getStatus().value())
        .isEqualTo(404);
  }
}
