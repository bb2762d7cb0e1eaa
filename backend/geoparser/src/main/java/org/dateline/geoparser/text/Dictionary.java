package org.dateline.geoparser.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The words of English that are written small: one of them with a capital is rarely a name. */
public final class Dictionary {

  private static final Set<String> WORDS = read();

  private Dictionary() {}

  private static Set<String> read() {
    try (InputStream in =
            Objects.requireNonNull(Dictionary.class.getResourceAsStream("words-en.txt.gz"));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      Set<String> words = new HashSet<>(150_000);
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

  /** Returns whether a word in lower case is an English dictionary word. */
  public static boolean has(String lower) {
    return WORDS.contains(lower);
  }
}
