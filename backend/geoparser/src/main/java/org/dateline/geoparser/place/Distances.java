package org.dateline.geoparser.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Reads distances: "15 km", "some twenty-five miles", "une trentaine de kilomètres". The words
 * stand in {@code distances-<language>.tsv}.
 */
final class Distances {

  /** Farther than this nothing in a report is told from a town. */
  private static final double FARTHEST_METRES = 3_000_000;

  private static final Map<String, Distances> LOADED = new ConcurrentHashMap<>();

  private final Map<String, Double> numbers = new HashMap<>();
  private final Map<String, Double> units = new HashMap<>();

  /** "some", "une trentaine de": says that the number is not exact. */
  private final Map<String, Double> about = new HashMap<>();

  /** Stands between the ends of a range. */
  private final Map<String, Double> to = new HashMap<>();

  /** "away", "off": may follow a distance. */
  private final Map<String, Double> away = new HashMap<>();

  private Distances() {}

  /**
   * A distance.
   *
   * @param metres how far; of "10 to 15 km" the middle
   * @param about whether the text itself says that it is not exact
   * @param end index of the token after it
   */
  record Distance(double metres, boolean about, int end) {}

  /** Returns the words of a language; of English where it has no table. */
  static Distances of(String language) {
    return LOADED.computeIfAbsent(language.equals("fr") ? "fr" : "en", Distances::load);
  }

  private static Distances load(String language) {
    Distances table = new Distances();
    String resource = "distances-" + language + ".tsv";
    try (InputStream in =
            Objects.requireNonNull(Distances.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] fields = line.split("\t", -1);
          Map<String, Double> kind = table.kind(fields[0]);
          for (String word : fields[2].split(",", -1)) {
            kind.put(word.strip(), Double.valueOf(fields[1]));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private Map<String, Double> kind(String name) {
    return switch (name) {
      case "number" -> numbers;
      case "unit" -> units;
      case "about" -> about;
      case "to" -> to;
      case "away" -> away;
      default -> throw new IllegalArgumentException("no kind of distance word is called " + name);
    };
  }

  private static @Nullable Double value(Document document, int i, Map<String, Double> kind) {
    return i < 0 || i >= document.size() ? null : kind.get(document.token(i).lower());
  }

  /** Returns the distance whose number starts at a token; null when none does. */
  @Nullable Distance at(Document document, int i) {
    if (document.token(i).shape() != Shape.NUMBER && !isNumber(document, i)) {
      return null;
    }
    if (isNumber(document, i - 1) && !isAbout(document, i - 1)
        || document.is(i - 1, '-') && document.sameSentence(i, i - 1)) {
      // In the midst of "twenty-five" or "10-15".
      return null;
    }
    int end = numberEnd(document, i);
    if (end == i) {
      return null;
    }
    double metres = number(document, i, end);
    if (document.sameSentence(i, end + 1)
        && (value(document, end, to) != null || document.is(end, '-'))) {
      int other = numberEnd(document, end + 1);
      if (other > end + 1) {
        metres = (metres + number(document, end + 1, other)) / 2;
        end = other;
      }
    }
    while (document.sameSentence(i, end)
        && (document.is(end, WordClass.OF) || document.is(end, '-'))) {
      end++;
    }
    Double unit = document.sameSentence(i, end) ? value(document, end, units) : null;
    if (unit == null || metres <= 0 || metres * unit > FARTHEST_METRES) {
      return null;
    }
    int after = end + 1;
    if (document.sameSentence(i, after) && value(document, after, units) != null) {
      // "nautical miles".
      after++;
    }
    if (document.sameSentence(i, after) && value(document, after, away) != null) {
      after++;
    }
    boolean inexact =
        isAbout(document, i) || document.sameSentence(i, i - 1) && isAbout(document, i - 1);
    return new Distance(metres * unit, inexact, after);
  }

  private boolean isAbout(Document document, int i) {
    return value(document, i, about) != null;
  }

  private boolean isNumber(Document document, int i) {
    return value(document, i, numbers) != null;
  }

  /** The end of one number: "15", "2.5", "twenty-five", "a hundred". */
  private int numberEnd(Document document, int i) {
    if (i < 0 || i >= document.size()) {
      return i;
    }
    if (document.token(i).shape() == Shape.NUMBER) {
      return figure(document.token(i)) > 0 ? i + 1 : i;
    }
    int end = i;
    while (document.sameSentence(i, end)
        && (isNumber(document, end)
            || end > i
                && (document.is(end, '-') || document.is(end, WordClass.AND))
                && document.sameSentence(i, end + 1)
                && isNumber(document, end + 1))) {
      end++;
    }
    return end;
  }

  private double number(Document document, int from, int to) {
    if (document.token(from).shape() == Shape.NUMBER) {
      return figure(document.token(from));
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      Double each = value(document, i, numbers);
      // "a hundred", "two hundred", "quatre-vingts" are products, "twenty-five" is a sum.
      boolean times = each != null && sum > 0 && sum < each;
      sum = each == null ? sum : times ? sum * each : sum + each;
    }
    return sum;
  }

  private static double figure(Token token) {
    String digits = token.text();
    try {
      return Double.parseDouble(digits.replace(",", digits.matches("\\d+,\\d{3}") ? "" : "."));
    } catch (NumberFormatException e) {
      // "15th", "10h30": no distance.
      return 0;
    }
  }
}
