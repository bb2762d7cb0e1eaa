package org.dateline.geoparser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.finding.MovementType;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Referent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a reader expects of the report that a new map opens with. */
class SeedReportTest {

  private static final String TEXT = resource("/seeds/mali-new-course.txt");
  private static final Geoparse PARSE = TestGeodata.GEOPARSER.parse(TEXT, GeoparseOptions.NONE);

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(SeedReportTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestFactory
  List<DynamicTest> findsEveryNameInItsSense() {
    return resource("/seed/expected-mentions.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(f -> DynamicTest.dynamicTest(f[1] + " at " + f[0], () -> checkMention(f)))
        .toList();
  }

  private static void checkMention(String[] expected) {
    int start = Integer.parseInt(expected[0]);
    Mention mention =
        PARSE.mentions().stream()
            .filter(m -> m.span().start() == start && m.text().equals(expected[1]))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not found: " + expected[1]));
    assertThat(mention.kind()).isEqualTo(MentionKind.valueOf(expected[2]));
    Referent referent = Objects.requireNonNull(mention.referent());
    assertThat(referent.name()).startsWith(expected[3]);
    if (!expected[4].isEmpty()) {
      assertThat(referent.lon()).isCloseTo(Double.parseDouble(expected[4]), within(0.05));
      assertThat(referent.lat()).isCloseTo(Double.parseDouble(expected[5]), within(0.05));
    }
  }

  @Test
  void drawsWhatTheStoryTellsAndNothingElse() {
    assertThat(PARSE.places().stream().filter(PlaceFinding::drawn))
        .extracting(p -> p.layer() + " " + p.role() + " " + p.referent().name())
        .containsExactlyInAnyOrder(
            "FIGHTING AREA Tri-border area Mali–Burkina Faso–Niger",
            "FIGHTING AREA Mopti",
            "FIGHTING AREA Ségou",
            "DISPLACEMENT ORIGIN Douentza",
            "DISPLACEMENT DESTINATION Faladié",
            "SUPPLY DESTINATION Bamako–Sénou International Airport",
            "SCENES SCENE Bamako");
  }

  @Test
  void readsTheMovements() {
    assertThat(PARSE.movements())
        .extracting(m -> m.type() + " " + m.from().text() + " -> " + m.to().text())
        .containsExactlyInAnyOrder(
            MovementType.SUPPLY + " Moscow -> Bamako airport",
            MovementType.DISPLACEMENT + " Douentza -> Faladié");
  }

  @Test
  void placesTheTriBorderAreaWhereTheBordersMeet() {
    Referent area = place("Tri-border area").referent();
    assertThat(area.lon()).isCloseTo(0.22, within(0.1));
    assertThat(area.lat()).isCloseTo(14.91, within(0.1));
    assertThat(area.countries()).containsExactlyInAnyOrder("ML", "BF", "NE");
    assertThat(area.geometry()).isNotNull();
    assertThat(area.howMade()).contains("no exact border");
  }

  @Test
  void takesRegionsForRegions() {
    assertThat(List.of(place("Mopti"), place("Ségou")))
        .allSatisfy(
            place -> {
              assertThat(place.referent().featureCode()).isEqualTo("ADM1");
              assertThat(place.eventType()).isEqualTo("Battles");
              assertThat(place.cue()).isEqualTo("fighting");
            });
  }

  @Test
  void marksTheCampAsSensitive() {
    PlaceFinding camp = place("Faladié");
    assertThat(camp.sensitive()).isTrue();
    assertThat(camp.description()).isEqualTo("a refugee camp on the outskirts of Bamako");
    assertThat(place("Bamako").sensitive()).isFalse();
    assertThat(place("Douentza").sensitive()).isFalse();
  }

  @Test
  void listsSeatsOfPowerAsMetonyms() {
    assertThat(PARSE.places().stream().filter(p -> p.layer() == Layer.METONYMS))
        .extracting(p -> p.referent().name())
        .containsExactlyInAnyOrder("Paris", "Kremlin");
  }

  @Test
  void keepsCountriesAsContext() {
    assertThat(PARSE.places().stream().filter(p -> p.referent().featureCode().startsWith("PCL")))
        .hasSize(12)
        .allSatisfy(
            place -> {
              assertThat(place.role()).isEqualTo(FeatureRole.CONTEXT);
              assertThat(place.drawn()).isFalse();
            });
  }

  @Test
  void saysWhoClaimsWhatOfACountry() {
    assertThat(PARSE.claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.by()).isEqualTo("France");
              assertThat(claim.about().name()).isEqualTo("Mali");
              assertThat(claim.sentence().of(TEXT))
                  .isEqualTo(
                      "According to France, some 1000 Wagner paramilitaries are located in Mali.");
            });
  }

  @Test
  void listsWhatHasNoDefiniteAreaWithTheReason() {
    assertThat(PARSE.notPlaced())
        .extracting(Mention::text)
        .contains("north and central provinces", "north", "West", "certain parts of the country");
    assertThat(PARSE.notPlaced()).allSatisfy(m -> assertThat(m.notPlacedBecause()).isNotBlank());
  }

  @Test
  void quotesToTheLetter() {
    assertThat(PARSE.mentions())
        .allSatisfy(
            mention -> {
              assertThat(mention.span().of(TEXT)).isEqualTo(mention.text());
              assertThat(mention.sentence().contains(mention.span())).isTrue();
            });
  }

  @Test
  void startsTheCapitalWithTheSentenceThatGoesThere() {
    assertThat(place("Bamako").evidence().sentence().of(TEXT)).startsWith("When you drive around");
  }

  private static PlaceFinding place(String name) {
    return PARSE.places().stream()
        .filter(p -> p.referent().name().startsWith(name))
        .filter(p -> name.equals("Tri-border area") || p.referent().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding for " + name));
  }
}
