package org.dateline.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.server.DatelineApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/sign-in\\?key=(\\S+)");

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();

  private ConfigurableApplicationContext start(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--server.port=0");
    arguments.add("--dateline.home=" + home);
    return new SpringApplicationBuilder(DatelineApplication.class)
        .run(arguments.toArray(String[]::new));
  }

  private HttpResponse<String> send(
      ConfigurableApplicationContext server, HttpRequest.Builder ask, String path)
      throws IOException, InterruptedException {
    String port = server.getEnvironment().getProperty("local.server.port");
    return http.send(
        ask.uri(URI.create("http://localhost:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> links(CapturedOutput output) {
    Matcher matcher = LINK.matcher(output.getOut());
    List<String> links = new ArrayList<>();
    while (matcher.find()) {
      links.add(matcher.group(1));
    }
    return links;
  }

  @Test
  void printsALinkUntilItWasUsedAndTheSessionOutlivesARestart(CapturedOutput output)
      throws Exception {
    start().close();
    String unused = links(output).get(0);
    String cookie;
    try (ConfigurableApplicationContext server = start()) {
      assertThat(links(output)).hasSize(2);
      HttpRequest.Builder old = form("key=" + unused);
      assertThat(send(server, old, "/sign-in").statusCode()).isEqualTo(410);
      HttpResponse<String> answer = send(server, form("key=" + links(output).get(1)), "/sign-in");
      assertThat(answer.statusCode()).isEqualTo(303);
      cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }
    try (ConfigurableApplicationContext server = start("--dateline.access.reading=signed-in")) {
      assertThat(links(output)).hasSize(2);
      HttpRequest.Builder admin = HttpRequest.newBuilder().header("Cookie", cookie);
      assertThat(send(server, admin, "/api/me").body())
          .contains("\"name\":\"admin\"")
          .contains("\"role\":\"admin\"");
      assertThat(send(server, admin.copy(), "/api/reports").statusCode()).isEqualTo(200);
      assertThat(send(server, HttpRequest.newBuilder(), "/api/reports").statusCode())
          .isEqualTo(401);
      HttpResponse<String> page =
          send(server, HttpRequest.newBuilder().header("Accept", "text/html"), "/r/x");
      assertThat(page.statusCode()).isEqualTo(303);
      assertThat(page.headers().firstValue("Location")).contains("/sign-in?next=%2Fr%2Fx");
      assertThat(send(server, HttpRequest.newBuilder(), "/actuator/health").statusCode())
          .isEqualTo(200);
    }
  }

  private static HttpRequest.Builder form(String body) {
    return HttpRequest.newBuilder()
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  @Test
  void doesNotStartWithATokenThatCanBeGuessed() {
    assertThatThrownBy(() -> start("--dateline.bootstrap-token=short"))
        .hasRootCauseInstanceOf(ShortTokenException.class)
        .rootCause()
        .hasMessageContaining("5 characters; it needs 32");
  }

  @Test
  void saysWhatIsOpenWhenTheNetworkReachesIt(CapturedOutput output) {
    start("--server.address=0.0.0.0").close();
    assertThat(output.getOut())
        .contains("The network reaches this server (server.address 0.0.0.0)")
        .contains("Nobody has signed in yet");
  }
}
