package org.dateline.geoparser.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells a text's language by the words of the languages' {@link Lexicon}s, which no report can do
 * without and which are few enough to count in passing. A word that few languages share says more,
 * and a function word, "the" or "dans", more than another.
 */
final class LanguageGuess {

  /** As many of the first tokens as settle the question. */
  private static final int TOKENS = 400;

  private static final double OTHER_WORD = 0.5;

  /** Languages with a lexicon; where all speaks for two, the first. */
  private static final List<String> LEXICONS = List.of("en", "fr", "es", "pt", "de", "nl");

  /** Told apart from its relatives though it has no word classes of its own. */
  private static final List<String> ITALIAN =
      List.of(
          "il", "lo", "gli", "di", "che", "una", "per", "con", "del", "della", "nel", "sono", "è",
          "dei", "delle", "non", "dal", "alla", "stato", "anche", "nella", "degli", "ha", "hanno",
          "più", "da", "si", "le", "la", "i", "un", "in", "a", "e", "questo", "come");

  private static final List<String> LANGUAGES =
      Stream.concat(LEXICONS.stream(), Stream.of("it")).toList();

  /** Sums of thirds and quarters differ by less than this where they are the same. */
  private static final double EQUAL = 1e-9;

  /** What a word says for each of the languages. */
  private static final Map<String, double[]> VOTES = votes();

  private LanguageGuess() {}

  private static Map<String, double[]> votes() {
    Map<String, double[]> all = new HashMap<>();
    for (String language : LEXICONS) {
      Lexicon lexicon = Lexicon.of(language);
      for (String word : lexicon.words()) {
        boolean function = (lexicon.classesOf(word) & WordClass.FUNCTION.bit()) != 0;
        add(all, word, language, function ? 1 : OTHER_WORD);
      }
    }
    ITALIAN.forEach(word -> add(all, word, "it", 1));
    for (double[] weights : all.values()) {
      long languages = Arrays.stream(weights).filter(weight -> weight > 0).count();
      Arrays.setAll(weights, i -> weights[i] / languages);
    }
    return all;
  }

  private static void add(Map<String, double[]> all, String word, String language, double weight) {
    all.computeIfAbsent(word, k -> new double[LANGUAGES.size()])[LANGUAGES.indexOf(language)] =
        weight;
  }

  /** Returns a BCP 47 tag; "und" where nothing speaks for any language, as in an empty text. */
  static String of(List<Token> tokens) {
    double[] sums = new double[LANGUAGES.size()];
    int arabic = 0;
    int words = 0;
    for (Token token : tokens.subList(0, Math.min(TOKENS, tokens.size()))) {
      if (token.isWord()) {
        words++;
        if (token.shape() == Shape.UNCASED
            && Character.UnicodeBlock.of(token.text().charAt(0)) == Character.UnicodeBlock.ARABIC) {
          arabic++;
        }
        double[] weights = VOTES.get(token.lower());
        for (int i = 0; weights != null && i < sums.length; i++) {
          sums[i] += weights[i];
        }
      }
    }
    if (arabic * 2 > words) {
      return "ar";
    }
    String best = "und";
    double most = 0;
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] > most + EQUAL) {
        best = LANGUAGES.get(i);
        most = sums[i];
      }
    }
    return best;
  }
}
