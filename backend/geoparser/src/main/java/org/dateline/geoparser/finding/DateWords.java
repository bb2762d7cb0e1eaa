package org.dateline.geoparser.finding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private final Map<Kind, Map<String, Integer>> words = new EnumMap<>(Kind.class);

  private DateWords() {
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashMap<>());
    }
  }

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
      ofKind(kind).put(word.strip(), Integer.valueOf(fields[1]));
    }
  }

  private Map<String, Integer> ofKind(Kind kind) {
    return Objects.requireNonNull(words.get(kind));
  }

  boolean is(String lower, Kind kind) {
    return ofKind(kind).containsKey(lower);
  }

  /** Returns the value of a word that is of a kind; a number below all values when it is not. */
  int value(String lower, Kind kind) {
    return ofKind(kind).getOrDefault(lower, NONE);
  }
}
