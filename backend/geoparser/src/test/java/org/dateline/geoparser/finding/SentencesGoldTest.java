package org.dateline.geoparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gold is only worth what its rows are: every word cited must stand in its passage. */
class SentencesGoldTest {

  private static final int SENTENCE = 2;
  private static final int PLACE = 3;
  private static final int LAYER = 4;
  private static final int EVENT = 5;
  private static final int SUB_EVENT = 6;
  private static final int MOVEMENT = 7;
  private static final int DATE = 8;
  private static final int DATE_PREC = 9;
  private static final int CLAIM_BY = 10;
  private static final int DENIED_BY = 11;
  private static final String NONE = "-";

  /** ACLED's event types with their sub-event types. */
  private static final Map<String, Set<String>> ACLED =
      Map.of(
          "Battles",
          Set.of(
              "Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
          "Explosions/Remote violence",
          Set.of(
              "Chemical weapon",
              "Air/drone strike",
              "Suicide bomb",
              "Shelling/artillery/missile attack",
              "Remote explosive/landmine/IED",
              "Grenade"),
          "Violence against civilians",
          Set.of("Sexual violence", "Attack", "Abduction/forced disappearance"),
          "Protests",
          Set.of(
              "Peaceful protest",
              "Protest with intervention",
              "Excessive force against protesters"),
          "Riots",
          Set.of("Violent demonstration", "Mob violence"),
          "Strategic developments",
          Set.of(
              "Agreement",
              "Arrests",
              "Change to group/activity",
              "Disrupted weapons use",
              "Headquarters or base established",
              "Looting/property destruction",
              "Non-violent transfer of territory",
              "Other"),
          NONE,
          Set.of(NONE));

  private static final Pattern MOVEMENTS =
      Pattern.compile("(displacement|supply|troop|withdrawal):(.+)->(.+)");
  private static final String DAY = "(\\d{4}|XXXX|\\d{3}X)(-\\d\\d){0,2}~?";
  private static final Pattern EDTF = Pattern.compile(DAY + "(/(" + DAY + "|\\.\\.)?)?");

  @ParameterizedTest
  @ValueSource(strings = {"sentences", "studied", "blind"})
  void everyRowCitesItsPassageAndUsesTheFieldsTerms(String passages) throws IOException {
    List<String[]> rows = rows(passages);
    assertThat(rows.stream().map(row -> row[0]).distinct()).hasSizeGreaterThanOrEqualTo(48);
    for (String[] row : rows) {
      assertThat(row).as(row[0]).hasSizeBetween(13, 14);
      String sentence = row[SENTENCE];
      for (String place : row[PLACE].split("; ")) {
        assertThat(sentence).as(row[0]).contains(place);
      }
      assertThat(row[LAYER])
          .as(row[0])
          .isIn("fighting", "displacement", "supply", "scenes", "context", NONE);
      assertThat(ACLED.getOrDefault(row[EVENT], Set.of())).as(row[0]).contains(row[SUB_EVENT]);
      assertThat(sentence).as(row[0]).contains(said(row[CLAIM_BY])).contains(said(row[DENIED_BY]));
      if (!row[MOVEMENT].equals(NONE)) {
        for (String movement : row[MOVEMENT].split("; ")) {
          Matcher ends = MOVEMENTS.matcher(movement);
          assertThat(ends.matches()).as(row[0]).isTrue();
          assertThat(sentence).as(row[0]).contains(ends.group(2)).contains(ends.group(3));
        }
      }
      assertThat(row[DATE].equals(NONE)).as(row[0]).isEqualTo(row[DATE_PREC].equals(NONE));
      if (!row[DATE].equals(NONE)) {
        assertThat(row[DATE]).as(row[0]).matches(EDTF);
        assertThat(row[DATE_PREC]).as(row[0]).matches("[1-5]");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sentences", "studied", "blind"})
  void rowsOfOnePassageAgreeOnWhatBelongsToThePassage(String passages) throws IOException {
    Map<String, List<String>> told = new HashMap<>();
    for (String[] row : rows(passages)) {
      List<String> passage =
          List.of(
              row[SENTENCE],
              row[MOVEMENT],
              row[DATE],
              row[DATE_PREC],
              row[CLAIM_BY],
              row[DENIED_BY]);
      assertThat(told.merge(row[0], passage, (first, next) -> first)).as(row[0]).isEqualTo(passage);
    }
  }

  private static String said(String cell) {
    return cell.equals(NONE) ? "" : cell;
  }

  private static List<String[]> rows(String passages) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            SentencesGoldTest.class.getResourceAsStream("/findings/" + passages + ".tsv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
