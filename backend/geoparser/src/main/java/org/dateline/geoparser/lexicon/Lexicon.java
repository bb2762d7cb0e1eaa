package org.dateline.geoparser.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The word classes of a language. English and French are written out; another language reads both,
 * since names and titles carry over.
 */
public final class Lexicon {

  private static final Lexicon ENGLISH = new Lexicon("en.txt");
  private static final Lexicon FRENCH = new Lexicon("fr.txt");
  private static final Lexicon BOTH = new Lexicon("en.txt", "fr.txt");
  private static final Set<String> WORDS = plainList("words-en.txt");

  private final Map<WordClass, Set<String>> classes = new EnumMap<>(WordClass.class);

  private Lexicon(String... files) {
    for (WordClass each : WordClass.values()) {
      classes.put(each, new HashSet<>());
    }
    for (String file : files) {
      read(file);
    }
  }

  /** Returns the word classes of a language, by its BCP 47 tag. */
  public static Lexicon of(String language) {
    return switch (language.length() < 2 ? "" : language.substring(0, 2).toLowerCase(Locale.ROOT)) {
      case "en" -> ENGLISH;
      case "fr" -> FRENCH;
      default -> BOTH;
    };
  }

  /** Returns whether a word, in lower case, is of a class; phrases have underscores for spaces. */
  public boolean is(WordClass wordClass, String word) {
    return Objects.requireNonNull(classes.get(wordClass)).contains(word);
  }

  /**
   * Returns whether the name of a place is also a common word, or a given name in any of our
   * languages.
   */
  public static boolean isCommonWord(String lower) {
    return WORDS.contains(lower) || BOTH.is(WordClass.FUNCTION, lower);
  }

  /** Returns whether a word is a given name in any of our languages. */
  public static boolean isGivenName(String lower) {
    return BOTH.is(WordClass.GIVEN, lower);
  }

  private void read(String file) {
    WordClass current = null;
    for (String line : lines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        String heading = line.substring(1, line.indexOf(']'));
        current = WordClass.valueOf(heading.toUpperCase(Locale.ROOT));
        continue;
      }
      Set<String> words =
          Objects.requireNonNull(
              classes.get(
                  Objects.requireNonNull(current, () -> file + " starts without a heading")));
      for (String word : line.strip().split("\\s+")) {
        words.add(word);
      }
    }
  }

  private static Set<String> plainList(String file) {
    Set<String> words = new HashSet<>();
    for (String line : lines(file)) {
      if (!line.startsWith("#")) {
        words.add(line.strip());
      }
    }
    return words;
  }

  private static Iterable<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
