package org.dateline.geoparser.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells a text's language by its commonest words. */
final class LanguageGuess {

  /** As many of the first tokens as settle the question. */
  private static final int TOKENS = 400;

  private static final Map<String, List<String>> COMMONEST =
      Map.of(
          "en",
              List.of(
                  "the", "of", "and", "to", "in", "is", "was", "that", "for", "on", "with", "at",
                  "by", "are", "has", "from", "were", "said", "have", "it"),
          "fr",
              List.of(
                  "le", "la", "les", "des", "et", "du", "dans", "est", "une", "un", "qui", "par",
                  "au", "aux", "sur", "ont", "été", "pour", "ce", "plus"),
          "es",
              List.of(
                  "el", "los", "las", "y", "del", "que", "una", "por", "con", "para", "se", "fue",
                  "su", "al", "más", "es", "en", "ha", "han", "como"),
          "pt",
              List.of(
                  "o", "os", "as", "e", "do", "da", "dos", "das", "em", "no", "na", "uma", "um",
                  "que", "por", "com", "foi", "não", "ao", "são"),
          "de",
              List.of(
                  "der", "die", "das", "und", "den", "von", "im", "ist", "mit", "auf", "des", "ein",
                  "eine", "dem", "für", "nicht", "sich", "werden", "wurde", "nach"),
          "nl",
              List.of(
                  "het", "een", "van", "en", "dat", "niet", "zijn", "op", "voor", "met", "aan",
                  "werd", "ook", "door", "naar", "bij", "is", "er", "ze", "uit"),
          "it",
              List.of(
                  "il", "lo", "gli", "di", "che", "una", "per", "con", "del", "della", "nel",
                  "sono", "è", "dei", "delle", "non", "dal", "alla", "stato", "anche"));

  private static final Map<String, List<String>> BY_WORD = byWord();

  private LanguageGuess() {}

  private static Map<String, List<String>> byWord() {
    Map<String, List<String>> byWord = new HashMap<>();
    COMMONEST.forEach(
        (language, words) ->
            words.forEach(word -> byWord.merge(word, List.of(language), LanguageGuess::joined)));
    return byWord;
  }

  private static List<String> joined(List<String> a, List<String> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  /** Returns a BCP 47 tag; "und" where nothing speaks for any language, as in an empty text. */
  static String of(List<Token> tokens) {
    Map<String, Integer> votes = new HashMap<>();
    int arabic = 0;
    int words = 0;
    for (Token token : tokens.subList(0, Math.min(TOKENS, tokens.size()))) {
      if (token.isWord()) {
        words++;
        if (token.shape() == Shape.UNCASED
            && Character.UnicodeBlock.of(token.text().charAt(0)) == Character.UnicodeBlock.ARABIC) {
          arabic++;
        }
        for (String language : BY_WORD.getOrDefault(token.lower(), List.of())) {
          votes.merge(language, 1, Integer::sum);
        }
      }
    }
    if (arabic * 2 > words) {
      return "ar";
    }
    return votes.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("und");
  }
}
