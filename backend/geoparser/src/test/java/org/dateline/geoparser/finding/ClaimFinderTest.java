package org.dateline.geoparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimFinderTest {

  private static List<Claim> claims(String language, String text) {
    GeoparseOptions options = new GeoparseOptions(language, null, null, List.of(), null);
    return TestGeodata.GEOPARSER.parse(text, options).claims();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; Clashes broke out in Ménaka, residents said.; Ménaka; residents; ",
        "en; NAIROBI, 12 March - Clashes broke out in Tawila, residents said.; Tawila; residents; ",
        "en; According to the governor, nobody fled Gao.; Gao; the governor; ",
        "en; The army claimed it had killed forty rebels near Djibo, which the rebels deny.; Djibo; The army; the rebels",
        "en; Kinshasa accuses Rwanda of shelling Goma. Kigali rejected the charge.; Goma; Kinshasa; Kigali",
        "en; Villagers allege that soldiers burnt homes in Djibo, a charge the army dismissed.; Djibo; Villagers; the army",
        "en; Leaders in Gao, the largest town of the north, said gunmen had attacked Ansongo.; Ansongo; Leaders in Gao; ",
        "fr; Des combats ont éclaté à Goma, selon des habitants.; Goma; des habitants; ",
        "fr; Douze opposants ont été arrêtés à Bujumbura, affirme leur avocat.; Bujumbura; leur avocat; ",
        "fr; L'armée affirme avoir repris Kidal, ce que les rebelles contestent.; Kidal; L'armée; les rebelles",
      })
  void tellsWhoSaysItAndWhoDeniesIt(
      String language, String text, String about, String by, String deniedBy) {
    assertThat(claims(language, text))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.about().name()).startsWith(about);
              assertThat(claim.by()).isEqualTo(by);
              assertThat(claim.deniedBy()).isEqualTo(deniedBy);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; No fighting was reported in Goma on Sunday.",
        "en; They told their citizens to avoid travel to Goma.",
        "en; Aid was cut by half for refugees in Goma, blaming a shortfall.",
        "fr; Des milliers de personnes ont défilé à Tunis pour réclamer des élections.",
      })
  void takesNoOtherSentenceForAClaim(String language, String text) {
    assertThat(claims(language, text)).isEmpty();
  }

  @Test
  void aRejectedProposalDeniesNothing() {
    String text = "The army said it had bombed Omdurman. Port Sudan rejected a proposal for talks.";
    assertThat(claims("en", text)).extracting(Claim::deniedBy).containsOnlyNulls();
  }

  @Test
  void bothSentencesStandAtTheirOffsets() {
    String text = "Kinshasa accuses Rwanda of shelling Goma. Kigali denies the charge.";
    Geoparse parse = TestGeodata.GEOPARSER.parse(text, GeoparseOptions.NONE);
    Claim claim = parse.claims().get(0);
    Span denial = Objects.requireNonNull(claim.denial());
    assertThat(claim.sentence().of(text)).isEqualTo("Kinshasa accuses Rwanda of shelling Goma.");
    assertThat(denial.of(text)).isEqualTo("Kigali denies the charge.");
  }
}
