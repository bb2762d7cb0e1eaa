package org.dateline.geoparser.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a text's language by its function words, "the" and "dans", which no report of some
 * sentences can do without and which are few enough to count in passing.
 */
final class LanguageGuess {

  /** As many of the first tokens as settle the question. */
  private static final int TOKENS = 400;

  /**
   * A word in the language's own list of function words; one that few languages share says more.
   */
  private record Vote(String language, double weight) {}

  /** Languages whose function words are those of their {@link Lexicon}. */
  private static final List<String> LEXICONS = List.of("en", "fr", "es", "pt", "de", "nl");

  /** Told apart from its relatives though it has no word classes of its own. */
  private static final List<String> ITALIAN =
      List.of(
          "il", "lo", "gli", "di", "che", "una", "per", "con", "del", "della", "nel", "sono", "è",
          "dei", "delle", "non", "dal", "alla", "stato", "anche", "nella", "degli", "ha", "hanno",
          "più", "da", "si", "le", "la", "i", "un", "in", "a", "e", "questo", "come");

  private static final Map<String, List<Vote>> VOTES = votes();

  private LanguageGuess() {}

  private static Map<String, List<Vote>> votes() {
    Map<String, List<String>> languages = new HashMap<>();
    for (String language : LEXICONS) {
      for (String word : Lexicon.of(language).functionWords()) {
        languages.computeIfAbsent(word, k -> new ArrayList<>(2)).add(language);
      }
    }
    ITALIAN.forEach(word -> languages.computeIfAbsent(word, k -> new ArrayList<>(2)).add("it"));
    Map<String, List<Vote>> votes = new HashMap<>();
    languages.forEach(
        (word, sharing) ->
            votes.put(
                word,
                sharing.stream()
                    .map(language -> new Vote(language, 1.0 / sharing.size()))
                    .toList()));
    return votes;
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
    return sums.entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("und");
  }
}
