package org.dateline.geoparser.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells a text's language by its most frequent little words. */
public final class LanguageDetector {

  /** Words that are frequent in one of the languages and rare in the others. */
  private static final Map<String, Set<String>> MARKERS =
      Map.of(
          "en",
              Set.of(
                  "the", "of", "and", "to", "in", "is", "that", "was", "with", "for", "said",
                  "were", "from", "has"),
          "fr",
              Set.of(
                  "le", "la", "les", "des", "et", "du", "une", "est", "dans", "que", "pour", "qui",
                  "sur", "au", "ont", "aux"),
          "es",
              Set.of(
                  "el", "los", "las", "del", "y", "una", "por", "con", "para", "se", "que", "su",
                  "al", "más"),
          "de",
              Set.of(
                  "der", "die", "das", "und", "den", "von", "zu", "mit", "ist", "nicht", "auf",
                  "ein", "eine", "dem"),
          "pt",
              Set.of(
                  "o", "os", "das", "do", "da", "e", "uma", "em", "não", "para", "com", "que",
                  "foi", "ao"),
          "nl",
              Set.of(
                  "de", "het", "een", "van", "en", "in", "op", "dat", "niet", "zijn", "met", "voor",
                  "werd", "naar"));

  private static final int WORDS = 600;

  private LanguageDetector() {}

  /** Returns the BCP 47 tag of a text's language; "en" when nothing tells. */
  public static String detect(String text) {
    String head = text.length() > 8000 ? text.substring(0, 8000) : text;
    int arabic = 0;
    for (int i = 0; i < head.length(); i++) {
      if (Character.UnicodeBlock.of(head.charAt(i)) == Character.UnicodeBlock.ARABIC) {
        arabic++;
      }
    }
    if (arabic * 3 > head.length()) {
      return "ar";
    }
    String[] words = head.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", WORDS);
    String best = "en";
    int most = 0;
    for (String language : new String[] {"en", "fr", "es", "de", "pt", "nl"}) {
      Set<String> markers = MARKERS.get(language);
      int hits = 0;
      for (String word : words) {
        if (markers != null && markers.contains(word)) {
          hits++;
        }
      }
      if (hits > most) {
        most = hits;
        best = language;
      }
    }
    return best;
  }
}
