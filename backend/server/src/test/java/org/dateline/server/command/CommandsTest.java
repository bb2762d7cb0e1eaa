package org.dateline.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @TempDir Path folder;

  private record Outcome(int status, String out, String err) {}

  private static Outcome run(String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new Commands(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(new BufferedOutputStream(out), false, UTF_8),
                new PrintStream(err, true, UTF_8))
            .run(List.of(words));
    return new Outcome(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Test
  void aFileBecomesGeoJson() throws IOException {
    Path file = Files.writeString(folder.resolve("report.txt"), "Fighting broke out in Gao.");
    Outcome outcome = run("", "geoparse", file.toString());
    assertThat(outcome.status()).isZero();
    assertThat(JsonPath.<List<String>>read(outcome.out(), "$.features[*].properties.name"))
        .contains("Gao");
  }

  @Test
  void aHyphenIsStandardInput() {
    Outcome outcome = run("Fighting broke out in Gao.", "geoparse", "-");
    assertThat(JsonPath.<List<String>>read(outcome.out(), "$.features[*].properties.name"))
        .contains("Gao");
  }

  @Test
  void linesComeOutInTheOrderTheyCameIn() {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      input.append("{\"doc\":\"").append(i).append("\",\"text\":\"");
      input.append("Fighting in Gao. ".repeat(i % 7)).append("\"}\n");
    }
    Outcome outcome = run(input.toString(), "geoparse", "--jsonl");
    assertThat(outcome.status()).isZero();
    String[] lines = outcome.out().split("\n");
    assertThat(lines).hasSize(300);
    for (int i = 0; i < 300; i++) {
      assertThat(JsonPath.<String>read(lines[i], "$.doc")).isEqualTo(String.valueOf(i));
      assertThat(JsonPath.<List<Object>>read(lines[i], "$.mentions")).hasSize(i % 7);
    }
  }

  @Test
  void mentionsDoNotOverlapAndAreSubstrings() {
    String text =
        "The Bamako airport and the Malian army near Ségou, Mali; Paris Police Department.";
    Outcome outcome = run("{\"doc\":1,\"text\":\"" + text + "\"}", "geoparse", "--jsonl");
    List<Map<String, Object>> mentions = JsonPath.read(outcome.out(), "$.mentions");
    assertThat(mentions).isNotEmpty();
    int end = 0;
    for (Map<String, Object> mention : mentions) {
      assertThat(mention.keySet())
          .containsExactly("start", "end", "text", "kind", "id", "name", "lat", "lon", "score");
      int start = Integer.parseInt(String.valueOf(mention.get("start")));
      assertThat(start).isGreaterThanOrEqualTo(end);
      end = Integer.parseInt(String.valueOf(mention.get("end")));
      assertThat(text.substring(start, end)).isEqualTo(mention.get("text"));
    }
    assertThat(JsonPath.<Object>read(outcome.out(), "$.doc")).isEqualTo(1);
  }

  @Test
  void peoplesCanBeLeftOut() {
    String line = "{\"doc\":\"a\",\"text\":\"The Malian army left for Gao.\"}";
    assertThat(kinds(run(line, "geoparse", "--jsonl"))).contains("demonym");
    assertThat(kinds(run(line, "geoparse", "--jsonl", "--demonyms=off")))
        .isNotEmpty()
        .doesNotContain("demonym");
  }

  private static List<String> kinds(Outcome outcome) {
    return JsonPath.read(outcome.out(), "$.mentions[*].kind");
  }

  @Test
  void aBrokenLineIsToldWithItsNumberAndTheOthersAreAnswered() {
    String good = "{\"doc\":\"good\",\"text\":\"Gao\"}";
    List<String> broken = List.of("{", "[]", "7", "{\"doc\":\"x\"}", "{\"doc\":\"x\",\"text\":7}");
    List<String> input = new ArrayList<>();
    broken.forEach(line -> input.addAll(List.of(line, good)));
    Outcome outcome = run(String.join("\n", input), "geoparse", "--jsonl");
    assertThat(outcome.status()).isEqualTo(Commands.INPUT_FAILED);
    String[] lines = outcome.out().split("\n");
    assertThat(lines).hasSize(input.size());
    for (int i = 0; i < lines.length; i++) {
      if (i % 2 == 0) {
        assertThat(JsonPath.<String>read(lines[i], "$.error")).startsWith("Line " + (i + 1) + " ");
        assertThat(outcome.err()).contains("Line " + (i + 1) + " ");
      } else {
        assertThat(JsonPath.<String>read(lines[i], "$.doc")).isEqualTo("good");
      }
    }
  }

  @Test
  void aLineThatIsNotUtf8IsBroken() {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes("{\"doc\":\"a\",\"text\":\"Gao ".getBytes(UTF_8));
    input.write(0xff);
    input.writeBytes("\"}\n{\"doc\":\"b\",\"text\":\"Gao\"}".getBytes(UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        new Commands(
                new ByteArrayInputStream(input.toByteArray()),
                new PrintStream(out, true, UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8))
            .run(List.of("geoparse", "--jsonl"));
    assertThat(status).isEqualTo(Commands.INPUT_FAILED);
    assertThat(out.toString(UTF_8).split("\n")[0]).contains("\"error\"");
    assertThat(out.toString(UTF_8).split("\n")[1]).contains("\"doc\":\"b\"");
  }

  @Test
  void aLoneSurrogateSurvives() {
    Outcome outcome = run("{\"doc\":\"\\ud800\",\"text\":\"Gao\"}", "geoparse", "--jsonl");
    assertThat(outcome.out()).contains("\\uD800");
  }

  private static String documents(int count) {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < count; i++) {
      input.append("{\"doc\":\"").append(i).append("\",\"text\":\"Fighting in Gao.\"}\n");
    }
    return input.toString();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.3, 0.77, 1})
  void aRunThatWasStoppedGoesOnWhereItStopped(double share) throws IOException {
    Path input = Files.writeString(folder.resolve("in.jsonl"), "\n" + documents(200));
    Path whole = folder.resolve("whole.jsonl");
    Path stopped = folder.resolve("stopped.jsonl");
    assertThat(run("", "geoparse", "--jsonl", input.toString(), "--output=" + whole).status())
        .isZero();
    byte[] all = Files.readAllBytes(whole);
    Files.write(stopped, Arrays.copyOf(all, (int) (all.length * share)));
    Outcome outcome =
        run("", "geoparse", "--jsonl", input.toString(), "--output=" + stopped, "--resume");
    assertThat(outcome.status()).isZero();
    assertThat(Files.readString(stopped)).isEqualTo(Files.readString(whole));
  }

  @Test
  void anOutputOfAnotherInputIsNotGoneOnWith() throws IOException {
    Path output = Files.writeString(folder.resolve("out.jsonl"), "{\"doc\":\"x\"}\n");
    String[] words = {"geoparse", "--jsonl", "--output=" + output, "--resume"};
    Outcome other = run(documents(3), words);
    assertThat(other.status()).isEqualTo(Commands.INPUT_FAILED);
    assertThat(other.err()).contains("not made from this input");
    assertThat(run("", words).err()).contains("more lines than the input");
    assertThat(run(documents(3), "geoparse", "--jsonl", "--output=" + output).err())
        .contains("is there already");
    assertThat(Files.readString(output)).isEqualTo("{\"doc\":\"x\"}\n");
  }

  @Test
  void progressIsShownOnStandardError() throws IOException {
    Path input = Files.writeString(folder.resolve("in.jsonl"), documents(50));
    Outcome outcome = run("", "geoparse", "--jsonl", input.toString(), "--progress");
    assertThat(outcome.err()).contains("geoparse", "50 documents", "0 lines could not be used");
    assertThat(outcome.out().lines()).hasSize(50);
  }

  @Test
  void aMentionSaysWhyAndWhatElseItCouldBe() {
    String line = "{\"doc\":1,\"text\":\"Fighting in Paris, Texas.\"}";
    String out = run(line, "geoparse", "--jsonl", "--explain").out();
    assertThat(JsonPath.<String>read(out, "$.mentions[0].tier")).isEqualTo("world");
    assertThat(JsonPath.<List<String>>read(out, "$.mentions[0].evidence[*].name"))
        .contains("parent_named");
    assertThat(JsonPath.<List<String>>read(out, "$.mentions[0].alternatives[*].name"))
        .contains("Paris");
    assertThat(JsonPath.<List<String>>read(out, "$.mentions[0].reasons")).isNotEmpty();
  }

  @Test
  void aTextOfManyMegabytesIsReadInSectionsWithOffsetsIntoTheWhole() throws IOException {
    String paragraph = "Fighting broke out in Gao on Monday. 😀 Aid reached Ségou.\n\n";
    String text = paragraph.repeat(50_000);
    Path file = Files.writeString(folder.resolve("long.txt"), text);
    Outcome outcome = run("", "geoparse", file.toString());
    assertThat(outcome.status()).isZero();
    List<String> sections = outcome.out().lines().toList();
    assertThat(sections).hasSizeGreaterThan(2);
    int mentions = 0;
    for (String section : sections) {
      List<Map<String, Object>> found =
          JsonPath.read(section, "$.features[*].properties.mentions[*]");
      for (Map<String, Object> mention : found) {
        int start = Integer.parseInt(String.valueOf(mention.get("start")));
        int end = Integer.parseInt(String.valueOf(mention.get("end")));
        assertThat(text.substring(start, end)).isEqualTo(mention.get("text"));
        mentions++;
      }
    }
    assertThat(mentions).isEqualTo(100_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serve-me                   | There is no command
          geoparse                   | needs a file
          geoparse a b               | one file
          geoparse --json x          | no option
          geoparse x --demonyms=no   | on or off
          geoparse x --country=Mali  | alpha-2
          geoparse x --language=%    | language tag
          geoparse --jsonl --resume  | --output
          """)
  void whatIsNotUnderstoodIsToldAndDoesNothing(String words, String message) {
    Outcome outcome = run("", words.split(" "));
    assertThat(outcome.status()).isEqualTo(Commands.USAGE);
    assertThat(outcome.err()).contains(message);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    Outcome outcome = run("", "geoparse", folder.resolve("none.txt").toString());
    assertThat(outcome.status()).isEqualTo(Commands.INPUT_FAILED);
    assertThat(outcome.err()).contains("There is no file").doesNotContain("Exception");
  }

  @Test
  void aLogThatIsNotThereIsToldInWords() {
    Outcome outcome = run("", "verify-log", "--dateline.home=" + folder);
    assertThat(outcome.status()).isEqualTo(Commands.INPUT_FAILED);
    assertThat(outcome.err()).contains(folder.toString()).contains("dateline.mv.db");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--server.port=9000", "--dateline.home=gazetteer"})
  void optionsAloneAreTheServers(String option) {
    assertThat(Commands.areMeant(List.of(option))).isFalse();
  }

  @Test
  void aCommandMayStandBehindOptions() throws IOException {
    Path home = folder.resolve("home");
    List<String> words = List.of("--dateline.home=" + home, "gazetteer", "list");
    assertThat(Commands.areMeant(words)).isTrue();
    Outcome outcome = run("", words.toArray(String[]::new));
    assertThat(outcome.status()).isZero();
    assertThat(outcome).isEqualTo(run("", "gazetteer", "list", "--dateline.home=" + home));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h", "geoparse --help"})
  void helpNamesTheCommandsAndTheExitStatus(String words) {
    Outcome outcome = run("", words.split(" "));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("geoparse --jsonl", "DATELINE_HOME", "Exit status");
  }

  @Test
  void ownPlacesAreImportedListedUsedAndRemoved() throws IOException {
    String home = "--dateline.home=" + folder;
    Path places =
        Files.writeString(folder.resolve("ours.csv"), "name,lat,lon,country\nZyxoville,14,-4,ML\n");
    String text = "Fighting broke out in Zyxoville and in Gao on Monday.";
    Path report = Files.writeString(folder.resolve("report.txt"), text);

    Outcome imported = run("", "gazetteer", "import", places.toString(), home);
    assertThat(imported.status()).isZero();
    assertThat(imported.out()).contains("ours: 1 places with 1 names from 1 lines");
    assertThat(run("", "gazetteer", "list", home).out().strip()).isEqualTo("own ours");
    assertThat(
            JsonPath.<List<String>>read(
                run("", "geoparse", report.toString(), home).out(),
                "$.features[*].properties.name"))
        .contains("Zyxoville");
    assertThat(run("", "gazetteer", "remove", "ours", home).status()).isZero();
    assertThat(run("", "gazetteer", "list", home).out()).isEmpty();
  }

  @Test
  void aFileThatHoldsNoPlacesIsNotImported() throws IOException {
    Path file = Files.writeString(folder.resolve("hello.txt"), "hello");

    Outcome outcome = run("", "gazetteer", "import", file.toString(), "--dateline.home=" + folder);

    assertThat(outcome.status()).isEqualTo(Commands.INPUT_FAILED);
    assertThat(outcome.err()).contains("hello.txt").contains("neither a file of GeoNames");
  }
}
