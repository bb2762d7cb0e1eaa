package org.dateline.geoparser.finding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words that dates are made of in a language; from {@code dates-<language>.tsv}. */
final class DateWords {

  /** What a word is to a date. */
  enum Kind {
    MONTH,
    WEEKDAY,
    SEASON,
    NUMBER,
    /** "early", "mid", "late". */
    PART,
    /** "week": its value is its days. */
    UNIT,
    WEEKEND,
    /** "yesterday": its value is the days from now. */
    TODAY,
    AGO,
    LAST,
    THIS,
    NEXT,
    SINCE,
    UNTIL,
    ABOUT,
    IN,
    FROM,
    TO,
    DECADE
  }

  private static final Set<String> LANGUAGES = Set.of("en", "fr", "nl", "es", "de", "pt");
  private static final int NONE = Integer.MIN_VALUE;
  private static final Map<String, DateWords> LOADED = new ConcurrentHashMap<>();

  /** The values of a word by what it is; most words of a text are in none of a date's. */
  private final Map<String, Map<Kind, Integer>> words = new HashMap<>();

  private DateWords() {}

  /** Returns the words of a language; of English where it has no table. */
  static DateWords of(String language) {
    return LOADED.computeIfAbsent(LANGUAGES.contains(language) ? language : "en", DateWords::load);
  }

  private static DateWords load(String language) {
    DateWords table = new DateWords();
    String resource = "dates-" + language + ".tsv";
    try (InputStream in =
            Objects.requireNonNull(DateWords.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          table.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String[] fields) {
    Kind kind = Kind.valueOf(fields[0].toUpperCase(Locale.ROOT));
    for (String word : fields[2].split(",", -1)) {
      words
          .computeIfAbsent(word.strip(), k -> new EnumMap<>(Kind.class))
          .put(kind, Integer.valueOf(fields[1]));
    }
  }

  private Map<Kind, Integer> kindsOf(String lower) {
    return words.getOrDefault(lower, Map.of());
  }

  /** Returns whether a word is of one of several kinds. */
  boolean isAny(String lower, Set<Kind> kinds) {
    Map<Kind, Integer> own = words.get(lower);
    return own != null && !Collections.disjoint(own.keySet(), kinds);
  }

  boolean is(String lower, Kind kind) {
    return kindsOf(lower).containsKey(kind);
  }

  /** Returns the value of a word that is of a kind; a number below all values when it is not. */
  int value(String lower, Kind kind) {
    return kindsOf(lower).getOrDefault(kind, NONE);
  }
}
