package org.dateline.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ImportApiTest extends RunningServer {

  private static final String IMPORT = "/api/collections/locations/import";
  private static final String MIXED =
      "name,lat,lon,source,location_resolution\nGood,10.5,40.5,s,Exact\nBad,99,40.5,s,Exact\n";

  private ResponseSpec send(String query, String file) {
    return http.post()
        .uri(IMPORT + query)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
        .header(HttpHeaders.CONTENT_TYPE, "text/csv")
        .bodyValue(file.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }

  private static String body(ResponseSpec answer) {
    return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
  }

  private int here() {
    return JsonPath.read(
        get("/api/collections/locations/items?bbox=40,10,41,11"), "$.numberMatched");
  }

  @Test
  void aPreviewKeepsNothingAndTheUserChoosesAllOrTheGoodRows() {
    String preview = body(send("?dryRun=true", MIXED).expectStatus().isOk());
    assertThat(JsonPath.<Integer>read(preview, "$.good")).isEqualTo(1);
    assertThat(JsonPath.<Integer>read(preview, "$.rejected[0].line")).isEqualTo(3);
    assertThat(JsonPath.<List<Double>>read(preview, "$.preview.features[0].geometry.coordinates"))
        .containsExactly(40.5, 10.5);
    assertThat(here()).isZero();

    String refused = body(send("", MIXED).expectStatus().isEqualTo(422));
    assertThat(JsonPath.<String>read(refused, "$.where")).isEqualTo("line 3");
    assertThat(JsonPath.<List<Object>>read(refused, "$.rejected")).hasSize(1);
    assertThat(here()).isZero();

    String kept = body(send("?rows=good", MIXED).expectStatus().isCreated());
    String id = JsonPath.read(kept, "$.created[0]");
    assertThat(here()).isEqualTo(1);
    String item = get("/api/collections/locations/items/" + id);
    assertThat(JsonPath.<String>read(item, "$.properties.method")).isEqualTo("import");
  }

  @Test
  void nothingIsImportedWithoutAToken() {
    http.post().uri(IMPORT).bodyValue(MIXED).exchange().expectStatus().isUnauthorized();
  }

  @Test
  void aFileOf200MegabytesIsRefusedBeforeItIsSent() throws IOException {
    URI server = address(IMPORT);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + IMPORT
                      + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + TOKEN
                      + "\r\nContent-Type: text/csv\r\nContent-Length: 209715200\r\n\r\nname")
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
    }
  }
}
