package org.dateline.geoparser.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * Words of a language that are no names: one of them with a capital is rarely a place.
 *
 * <p>English has all words that are written small, German its nouns; Dutch, Spanish and Portuguese
 * have those words that are also spelt like a place. A language that has word classes but no list
 * (French, Arabic) has no words here; any other has the English ones.
 */
public final class Dictionary {

  private static final Map<String, Dictionary> LOADED = new ConcurrentHashMap<>();

  /** Languages that have word classes but no list of words. */
  private static final Set<String> WITHOUT = Set.of("fr", "ar");

  private final Set<String> words;

  private Dictionary(Set<String> words) {
    this.words = words;
  }

  /** Returns the words of a language, given by its BCP 47 primary subtag. */
  public static Dictionary of(String language) {
    return LOADED.computeIfAbsent(
        Lexicon.isKnown(language) ? language : "en",
        known -> new Dictionary(WITHOUT.contains(known) ? Set.of() : read(known)));
  }

  private static Set<String> read(String language) {
    String resource = "words-" + language + ".txt.gz";
    try (InputStream in =
            Objects.requireNonNull(Dictionary.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      Set<String> words = new HashSet<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          words.add(line);
        }
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether a word in lower case is one of the language's. */
  public boolean has(String lower) {
    return words.contains(lower);
  }
}
