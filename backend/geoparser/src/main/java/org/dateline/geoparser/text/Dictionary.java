package org.dateline.geoparser.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Words of a language that are no names: one of them with a capital is rarely a place.
 *
 * <p>English has all words that are written small, German its nouns; Dutch, Spanish and Portuguese
 * have those words that are also spelt like a place. A language that has word classes but no list
 * (French, Arabic) has no words here; any other has the English ones.
 */
public final class Dictionary {

  private static final Map<String, Dictionary> LOADED = new ConcurrentHashMap<>();

  private final Set<String> words;

  private Dictionary(Set<String> words) {
    this.words = words;
  }

  /** Returns the words of a language, given by its BCP 47 primary subtag. */
  public static Dictionary of(String language) {
    return LOADED.computeIfAbsent(language, Dictionary::load);
  }

  private static Dictionary load(String language) {
    Set<String> own = read(language);
    if (own != null) {
      return new Dictionary(own);
    }
    return Lexicon.isKnown(language) ? new Dictionary(Set.of()) : of("en");
  }

  private static @Nullable Set<String> read(String language) {
    InputStream resource = Dictionary.class.getResourceAsStream("words-" + language + ".txt.gz");
    if (resource == null) {
      return null;
    }
    try (InputStream in = resource;
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
