package org.dateline.geoparser.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which words of a language belong to which {@link WordClass}. Read from {@code
 * lexicon-<language>.txt}; a language without a file of its own gets the English one.
 */
public final class Lexicon {

  /** Languages with a file of their own; a caller may name any other. */
  private static final Set<String> LANGUAGES = Set.of("en", "fr", "nl", "es", "de", "pt", "ar");

  /** A member of a class that is more than one word. */
  private record Phrase(List<String> words, long classes) {}

  private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();

  /** Names of persons, the same for all languages. */
  private static final Lexicon NAMES = names();

  /** Classes whose words keep their capital's meaning in a language that writes all nouns big. */
  private static final long NAMING =
      WordClass.bits(
          WordClass.ORGANISATION,
          WordClass.GIVEN_NAME,
          WordClass.SURNAME,
          WordClass.PARTICLE,
          WordClass.NO_PLACE);

  private final String language;
  private final Map<String, Long> words = new HashMap<>();

  /** The words and the names of persons. */
  private WordTable all = new WordTable(Map.of());

  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final Set<String> abbreviations = new HashSet<>();

  private Lexicon(String language) {
    this.language = language;
  }

  /** Returns the lexicon of a language, given by its BCP 47 primary subtag. */
  public static Lexicon of(String language) {
    return LOADED.computeIfAbsent(isKnown(language) ? language : "en", Lexicon::load);
  }

  private static Lexicon names() {
    Lexicon names = new Lexicon("en");
    names.read("names.txt");
    return names;
  }

  private static Lexicon load(String language) {
    Lexicon lexicon = new Lexicon(language);
    lexicon.read("lexicon-" + language + ".txt");
    Map<String, Long> all = new HashMap<>(NAMES.words);
    lexicon.words.forEach((word, classes) -> all.merge(word, classes, (a, b) -> a | b));
    lexicon.all = new WordTable(all);
    return lexicon;
  }

  /** Returns whether a language has word classes of its own. */
  static boolean isKnown(String language) {
    return LANGUAGES.contains(language);
  }

  private void read(String resource) {
    try (InputStream in =
            Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String section = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          section = line.substring(1, line.indexOf(']'));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          for (String entry : line.split(",", -1)) {
            if (!entry.isBlank()) {
              add(section, entry.strip());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String section, String entry) {
    if (section.equals("abbreviation")) {
      abbreviations.add(entry.endsWith(".") ? entry.substring(0, entry.length() - 1) : entry);
      return;
    }
    long bit = WordClass.named(section).bit();
    for (String form : Inflection.formsOf(entry, language)) {
      int space = form.indexOf(' ');
      if (space < 0) {
        words.merge(form, bit, (a, b) -> a | b);
      } else {
        phrases
            .computeIfAbsent(form.substring(0, space), k -> new ArrayList<>(1))
            .add(new Phrase(List.of(form.split(" ")), bit));
      }
    }
  }

  /** Returns the classes of a word in lower case, as {@link WordClass} bits. */
  public long classesOf(String lower) {
    return all.get(lower);
  }

  /** Returns all single words of the language that are in some class, in lower case. */
  Set<String> words() {
    return words.keySet();
  }

  /** Returns whether particles are written together with the word that follows them. */
  boolean hasProclitics() {
    return language.equals("ar");
  }

  /**
   * Returns whether a capital tells nothing on a word in lower case, since the language writes all
   * nouns big and it is one: "Angriff", "Stadt", but not "Mali".
   */
  boolean isBigNoun(String lower) {
    if (!language.equals("de")) {
      return false;
    }
    long classes = words.getOrDefault(lower, 0L);
    if ((classes & NAMING) != 0) {
      return false;
    }
    return classes != 0 || Dictionary.of(language).has(lower);
  }

  /** Returns whether a word in lower case is written with a point that ends no sentence. */
  boolean isAbbreviation(String lower) {
    return abbreviations.contains(lower);
  }

  /**
   * Gives the classes of phrases to the last of their tokens, which is the one that what follows
   * depends on ("according to").
   *
   * @return for each token where the longest phrase that ends with it starts, itself if none does
   */
  int[] markPhrases(List<Token> tokens) {
    int[] starts = new int[tokens.size()];
    Arrays.setAll(starts, i -> i);
    for (int i = 0; i < tokens.size(); i++) {
      List<Phrase> starting = phrases.get(tokens.get(i).lower());
      if (starting == null) {
        continue;
      }
      for (Phrase phrase : starting) {
        int last = i + phrase.words().size() - 1;
        if (matches(phrase, tokens, i)) {
          starts[last] = Math.min(starts[last], i);
          Token token = tokens.get(last);
          tokens.set(
              last,
              new Token(
                  token.start(),
                  token.end(),
                  token.text(),
                  token.lower(),
                  token.shape(),
                  token.spaced(),
                  token.breaks(),
                  token.classes() | phrase.classes()));
        }
      }
    }
    return starts;
  }

  private static boolean matches(Phrase phrase, List<Token> tokens, int at) {
    if (at + phrase.words().size() > tokens.size()) {
      return false;
    }
    for (int k = 1; k < phrase.words().size(); k++) {
      if (!tokens.get(at + k).lower().equals(phrase.words().get(k))) {
        return false;
      }
    }
    return true;
  }
}
