package org.dateline.geoparser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

  private static Geoparse parse(String text) {
    return TestGeodata.GEOPARSER.parse(text, GeoparseOptions.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t ",
        "\uD800",
        "\uDC00\uD800 in Gao",
        "<",
        "<p",
        "&#xFFFFFFFF; &#; &;",
        "<script>Bamako",
        "في باماكو عاصمة مالي",
        "'''''''",
        "........",
        "30 km of",
        "between and",
        "tri-border",
        "the north",
        "\u0000\u0001\u0002Mali",
      })
  void answersWhateverTheTextIs(String text) {
    Geoparse parse = parse(text);
    assertThat(parse.text()).isEqualTo(text);
    assertThat(parse.mentions()).allSatisfy(m -> assertThat(m.span().of(text)).isEqualTo(m.text()));
  }

  @Test
  void findsPlacesInPastedMarkupAtTheRightOffsets() {
    String html =
        "<div class=\"x\"><p>Clashes in <b>Tombouctou</b> and S&eacute;gou&nbsp;today.</p></div>";
    assertThat(parse(html).mentions())
        .extracting(m -> m.text())
        .containsExactly("Tombouctou", "S&eacute;gou");
  }

  @Test
  void findsPlacesInArabicScript() {
    assertThat(parse("اندلعت اشتباكات في باماكو أمس").mentions())
        .anySatisfy(m -> assertThat(m.text()).isEqualTo("باماكو"));
  }

  @Test
  void saysNothingWhereNoPlaceIsNamed() {
    assertThat(parse("The committee will meet again next week to discuss the budget.").mentions())
        .isEmpty();
  }

  @Test
  void answersTheSameForRandomText() {
    Random random = new Random(7);
    String letters = "abcdeÉMali Gao.,;:'\"<>&-\n 123 of in the ";
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Geoparse parse = parse(text.toString());
      assertThat(parse).isEqualTo(parse(text.toString()));
    }
  }

  /** Each of these once took time by the square of its length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bamako ",
        "Bamako, Mali, ",
        "between Gao and Mopti ",
        "fled from Gao to Mopti and ",
        "He said Gao, ",
      })
  @Timeout(60)
  void readsAnEndlessSentenceInPieces(String words) {
    Geoparse parse = parse(words.repeat(300_000 / words.length()));
    assertThat(parse.sentences()).allSatisfy(s -> assertThat(s.length()).isLessThan(5_000));
    assertThat(parse.mentions()).allSatisfy(m -> assertThat(m.text()).isNotBlank());
  }

  @Test
  void stopsWhenNobodyWaitsForTheAnswer() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> parse("Fighters attacked Gao."))
          .isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }
}
