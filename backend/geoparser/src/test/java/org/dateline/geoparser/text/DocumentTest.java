package org.dateline.geoparser.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

  private static List<String> words(String text) {
    Document document = Document.of(text, "en");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      words.add(document.token(i).text());
    }
    return words;
  }

  private static List<String> sentences(String text) {
    return Document.of(text, "en").sentences().stream().map(s -> s.span().of(text)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "the U.S. army; the|U.S.|army",
        "Mali's army; Mali|'s|army",
        "Mali’s army; Mali|'s|army",
        "anti-French; anti|-|French",
        "l'Algérie et d’Oran; l'|Algérie|et|d'|Oran",
        "N'Djamena; N'|Djamena",
        "30,000 people; 30,000|people",
        "in Bamako.Then here; in|Bamako|.|Then|here",
        "So\u00adfara; Sofara",
        "Gen. Smith; Gen.|Smith",
        "5 < 6 & 7; 5|<|6|&|7",
      })
  void splitsIntoTokens(String text, String expected) {
    assertThat(words(text)).containsExactly(expected.split("\\|", -1));
  }

  @Test
  void offsetsAreThoseOfTheTextAsReceived() {
    String text = "<p>Fighting in S&eacute;gou &amp; <b>Mo\u00adpti</b>&nbsp;today</p>";
    Document document = Document.of(text, "en");
    List<String> received = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      Token token = document.token(i);
      received.add(text.substring(token.start(), token.end()));
      read.add(token.text());
    }
    assertThat(read).containsExactly("Fighting", "in", "Ségou", "&", "Mopti", "today");
    assertThat(received)
        .containsExactly("Fighting", "in", "S&eacute;gou", "&amp;", "Mo\u00adpti", "today");
  }

  @Test
  void leavesOutScriptsAndComments() {
    assertThat(words("a<script>var Paris = 'Mali';</script><!-- Gao --> b"))
        .containsExactly("a", "b");
  }

  @Test
  void takesBracketsThatAreNoMarkupForText() {
    assertThat(words("see <Mali> now")).containsExactly("see", "<", "Mali", ">", "now");
  }

  @Test
  void survivesLoneSurrogatesAndEmoji() {
    assertThat(words("Gao \uD83D fell \uD83D\uDE00 today"))
        .containsExactly("Gao", "\uFFFD", "fell", "\uD83D\uDE00", "today");
  }

  @Test
  void partsGluedSentences() {
    assertThat(sentences("He fled to Bamako.Then he rested."))
        .containsExactly("He fled to Bamako.", "Then he rested.");
  }

  @Test
  void takesAHeadlineForASentence() {
    assertThat(sentences("Mali: a new course\n\nWhen you drive around Bamako."))
        .containsExactly("Mali: a new course", "When you drive around Bamako.");
  }

  @Test
  void doesNotEndASentenceAtAnAbbreviation() {
    assertThat(sentences("Gen. Smith met the U.S. envoy on Jan. 5 in Gao. He left."))
        .containsExactly("Gen. Smith met the U.S. envoy on Jan. 5 in Gao.", "He left.");
  }

  @Test
  void endsASentenceAtAnAbbreviationBeforeASentenceStart() {
    assertThat(sentences("They flew to the U.S. The army stayed."))
        .containsExactly("They flew to the U.S.", "The army stayed.");
  }

  @Test
  void joinsLinesThatAreWrappedToAWidth() {
    String wrapped =
        "Fighting broke out on Tuesday between the army and\n"
            + "rebel fighters in the town of Kutum, residents said\n"
            + "by telephone, adding that several houses were now\n"
            + "burning and that the market had been closed.\n"
            + "The army did not comment on the events of the day.";
    assertThat(sentences(wrapped)).hasSize(2);
  }

  @Test
  void readsCrLfAsOneLineEnd() {
    assertThat(sentences("First line here\r\n\r\nSecond one.\r\n")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'The army said it was in control of the town.',en",
    "'Les combats ont repris dans la ville et les habitants sont partis.',fr",
    "'De gevechten zijn hervat in het noorden van het land.',nl",
    "'قال الجيش إن القتال مستمر في المدينة',ar",
    "'Die Kämpfe im Norden des Landes gehen weiter.',de",
    "'DIE KÄMPFE IM NORDEN DES LANDES GEHEN WEITER',de",
    "'Los combates siguen en el norte del país.',es",
    "'Os combates continuam no norte do país.',pt",
    "'Heavy fighting near Goma',en",
    "'Gevechten bij Goma',nl",
    "'Combats près de Goma',fr",
    "'Kämpfe bei Goma',de",
    "'Combates cerca de Goma, dice el Ejército',es",
    "'Combates perto de Goma, diz o exército',pt",
    "'„We are leaving the town today“, sagte er uns auf dem Markt, und wir gingen mit ihm.',de",
    "'Bamako',und"
  })
  void tellsTheLanguage(String text, String language) {
    assertThat(Document.of(text, null).language()).isEqualTo(language);
  }

  @Test
  void readsGermanNounsAsIfWrittenSmall() {
    Document document = Document.of("Angriff auf Goma und die Stadt Sake", "de");
    List<String> capitalised = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      if (document.token(i).isCapitalised()) {
        capitalised.add(document.token(i).text());
      }
    }
    assertThat(capitalised).containsExactly("Goma", "Sake");
  }

  @Test
  void endsNoGermanSentenceAtADay() {
    String text = "Am 24. Februar begann der Krieg. Truppen zogen ab.";
    assertThat(Document.of(text, "de").sentences())
        .extracting(sentence -> sentence.span().of(text))
        .containsExactly("Am 24. Februar begann der Krieg.", "Truppen zogen ab.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ومصر; و|مصر",
        "بالخرطوم; ب|الخرطوم",
        "وبمصر; و|ب|مصر",
        "وفي مصر; و|في|مصر",
        "ولاية; ولاية",
        "بيروت; بيروت",
        "وقال; و|قال",
      })
  void partsArabicParticlesFromKnownWords(String text, String expected) {
    Document document = Document.of(text, "ar", Set.of("مصر", "بيروت")::contains);
    List<String> received = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      received.add(text.substring(document.token(i).start(), document.token(i).end()));
    }
    assertThat(received).containsExactly(expected.split("\\|", -1));
  }

  @Test
  void givesAnArabicWordItsArticleBack() {
    Document document = Document.of("للسودان", "ar");
    assertThat(document.token(1).text()).isEqualTo("السودان");
    assertThat(document.span(1, 2).of(document.text())).isEqualTo("لسودان");
  }

  @Test
  void readsArabicWithoutItsVowelSigns() {
    assertThat(Document.of("قُتـــل", "ar").token(0).lower()).isEqualTo("قتل");
  }

  @Test
  void emptyTextHasNoSentences() {
    assertThat(Document.of("", null).sentences()).isEmpty();
  }
}
