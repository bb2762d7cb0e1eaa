package org.dateline.server.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dateline.server.RunningServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no client library sends: written to the socket by hand. */
class RefusedRequestTest extends RunningServer {

  @ParameterizedTest
  @MethodSource
  void isToldInProblemDetails(int status, String type, String request) throws IOException {
    String answer = send(request + "Connection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.toLowerCase(java.util.Locale.ROOT))
        .contains("content-type: application/problem+json");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("/api/docs#" + type);
    assertThat(JsonPath.<Integer>read(body, "$.status")).isEqualTo(status);
    assertThat(JsonPath.<String>read(body, "$.detail")).isNotBlank();
    assertThat(JsonPath.<String>read(body, "$.hint")).isNotBlank();
  }

  static Stream<Arguments> isToldInProblemDetails() {
    return Stream.of(
        arguments(400, "invalid-request", request("/api/places?q=%ZZ")),
        arguments(400, "invalid-request", request("/api/places?q=Gao%2")),
        arguments(400, "invalid-request", request("/api/reports/%")),
        arguments(400, "invalid-request", request("/api/places?q={Gao}")),
        arguments(400, "invalid-parameter", request("/api/places?q=%ff")),
        arguments(400, "unknown-parameter", request("/api/reports?%ff=1")),
        arguments(400, "invalid-request", request("/api/reports").replace("HTTP/1.1", "HTTP/one")),
        arguments(400, "invalid-request", request("/api/reports") + "Content-Length: many\r\n"),
        arguments(414, "address-too-long", request("/api/places?q=" + "a".repeat(100_000))),
        arguments(
            431,
            "headers-too-large",
            request("/api/reports") + "X: " + "a".repeat(100_000) + "\r\n"));
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n";
  }

  private String send(String request) throws IOException {
    URI server = address("/");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
