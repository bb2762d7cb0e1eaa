package org.dateline.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.jayway.jsonpath.JsonPath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.UriUtils;

/** The examples of docs/filtering.md, as they stand there. */
class FilteringGuideTest extends RunningServer {

  private static final Pattern IN_A_TABLE = Pattern.compile("`([^`]+)`");

  /** More than a name: something compared, or a function with what it is called with. */
  private static final Pattern CONDITION = Pattern.compile(".*( |\\().*");

  private static List<String> guide() throws IOException {
    return Files.readAllLines(Path.of("..", "..", "docs", "filtering.md"));
  }

  static Stream<String> commands() throws IOException {
    return guide().stream().filter(line -> line.startsWith("curl "));
  }

  static Stream<String> conditions() throws IOException {
    return guide().stream()
        .filter(line -> line.startsWith("|"))
        .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2)))
        .flatMap(cell -> IN_A_TABLE.matcher(cell).results().map(found -> found.group(1)))
        .filter(example -> CONDITION.matcher(example).matches());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandOfTheGuideFindsFeatures(String command) throws Exception {
    assumeThat(
            Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl"))))
        .as("NOT TESTED: curl is not installed")
        .isTrue();
    URI server = address("/");
    Process shell =
        new ProcessBuilder(
                "sh", "-c", command.replace("localhost:8080", "localhost:" + server.getPort()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(JsonPath.<Integer>read(answer, "$.numberMatched")).as(answer).isPositive();
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void aConditionOfTheGuideIsOne(String condition) {
    get(
        address(
            "/api/collections/places/items?filter="
                + UriUtils.encode(condition, StandardCharsets.UTF_8)));
  }

  @Test
  void theGuideHasBoth() throws IOException {
    assertThat(commands()).hasSizeGreaterThan(3);
    assertThat(conditions()).hasSizeGreaterThan(10);
  }

  @Test
  void whatIsWrongIsToldAsTheGuideSays() throws IOException {
    Matcher said =
        Pattern.compile("`(There is no property .*?)`").matcher(String.join(" ", guide()));
    assertThat(said.find()).isTrue();
    http.get()
        .uri("/api/collections/places/items?filter=nme=1")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo(said.group(1));
  }
}
