package org.dateline.geoparser.text;

import java.util.ArrayList;
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

  private record Vote(String language, double weight) {}

  private static final Map<String, List<Vote>> VOTES = votes();

  private LanguageGuess() {}

  private static Map<String, List<Vote>> votes() {
    Map<String, List<Vote>> all = new HashMap<>();
    for (String language : LEXICONS) {
      Lexicon lexicon = Lexicon.of(language);
      for (String word : lexicon.words()) {
        boolean function = (lexicon.classesOf(word) & WordClass.FUNCTION.bit()) != 0;
        add(all, word, new Vote(language, function ? 1 : OTHER_WORD));
      }
    }
    ITALIAN.forEach(word -> add(all, word, new Vote("it", 1)));
    all.replaceAll(
        (word, votes) ->
            votes.stream()
                .map(vote -> new Vote(vote.language(), vote.weight() / votes.size()))
                .toList());
    return all;
  }

  private static void add(Map<String, List<Vote>> all, String word, Vote vote) {
    all.computeIfAbsent(word, k -> new ArrayList<>(2)).add(vote);
  }

  /** Returns a BCP 47 tag; "und" where nothing speaks for any language, as in an empty text. */
  static String of(List<Token> tokens) {
    Map<String, Double> sums = new HashMap<>();
    int arabic = 0;
    int words = 0;
    for (Token token : tokens.subList(0, Math.min(TOKENS, tokens.size()))) {
      if (token.isWord()) {
        words++;
        if (token.shape() == Shape.UNCASED
            && Character.UnicodeBlock.of(token.text().charAt(0)) == Character.UnicodeBlock.ARABIC) {
          arabic++;
        }
        for (Vote vote : VOTES.getOrDefault(token.lower(), List.of())) {
          sums.merge(vote.language(), vote.weight(), Double::sum);
        }
      }
    }
    if (arabic * 2 > words) {
      return "ar";
    }
    String best = "und";
    double most = 0;
    for (String language : LANGUAGES) {
      double sum = sums.getOrDefault(language, 0.0);
      if (sum > most + EQUAL) {
        best = language;
        most = sum;
      }
    }
    return best;
  }
}
