package org.dateline.server.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates as people write them: decimal degrees, degrees and minutes, degrees, minutes and
 * seconds, with the letter of the hemisphere before, behind or not at all.
 *
 * @param lon degrees east
 * @param lat degrees north
 */
record Coordinates(double lon, double lat) {

  private static final String NUMBER = "\\d{1,3}(?:[.,]\\d+)?";
  private static final String ANGLE =
      "([NSEWO])?\\s*([-+\u2212])?\\s*("
          + NUMBER
          + ")\\s*(?:[\u00b0\u00ba:d]?\\s*(?:("
          + NUMBER
          + ")\\s*(?:['\u2019\u2032:m]\\s*|(?=\\s*[NSEWO]))(?:("
          + NUMBER
          + ")\\s*(?:\"|\u201d|\u2033|''|s)?\\s*)?)?)\\s*([NSEWO])?";
  private static final Pattern PAIR =
      Pattern.compile("\\s*" + ANGLE + "\\s*[,;/ ]\\s*" + ANGLE + "\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECIMAL_PAIR =
      Pattern.compile(
          "\\s*([-+\u2212]?\\d{1,3}(?:\\.\\d+)?)\\s*[,; ]\\s*([-+\u2212]?\\d{1,3}(?:\\.\\d+)?)\\s*");

  /**
   * Returns the points that a text may mean, likeliest first: latitude comes first unless letters
   * or the size of a number say otherwise. Empty when the text is no pair of coordinates.
   */
  static List<Coordinates> parse(String text) {
    Matcher decimal = DECIMAL_PAIR.matcher(text);
    if (decimal.matches()) {
      return readings(number(decimal.group(1)), number(decimal.group(2)));
    }
    Matcher pair = PAIR.matcher(text);
    if (!pair.matches()) {
      return List.of();
    }
    Angle first = Angle.of(pair, 1);
    Angle second = Angle.of(pair, 7);
    if (first == null || second == null) {
      return List.of();
    }
    if (first.axis == second.axis && first.axis != Axis.UNKNOWN) {
      return List.of();
    }
    if (first.axis == Axis.LON || second.axis == Axis.LAT) {
      return within(second.degrees, first.degrees);
    }
    return first.axis == Axis.LAT || second.axis == Axis.LON
        ? within(first.degrees, second.degrees)
        : readings(first.degrees, second.degrees);
  }

  private static List<Coordinates> readings(double first, double second) {
    List<Coordinates> readings = new ArrayList<>(within(first, second));
    if (first != second) {
      readings.addAll(within(second, first));
    }
    return readings;
  }

  private static List<Coordinates> within(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? List.of(new Coordinates(lon, lat))
        : List.of();
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace('\u2212', '-').replace(',', '.'));
  }

  private enum Axis {
    LAT,
    LON,
    UNKNOWN
  }

  private record Angle(double degrees, Axis axis) {

    static @Nullable Angle of(Matcher matcher, int group) {
      String before = matcher.group(group);
      String after = matcher.group(group + 5);
      if (before != null && after != null) {
        return null;
      }
      String letter = before != null ? before : after;
      double minutes = part(matcher.group(group + 3));
      double seconds = part(matcher.group(group + 4));
      if (minutes >= 60 || seconds >= 60) {
        return null;
      }
      double degrees = number(matcher.group(group + 2)) + minutes / 60 + seconds / 3600;
      boolean minus = matcher.group(group + 1) != null && !matcher.group(group + 1).equals("+");
      if (letter == null) {
        return new Angle(minus ? -degrees : degrees, Axis.UNKNOWN);
      }
      // O is west in French and Spanish: ouest, oeste.
      return switch (letter.toUpperCase(Locale.ROOT)) {
        case "N" -> new Angle(degrees, Axis.LAT);
        case "S" -> new Angle(-degrees, Axis.LAT);
        case "E" -> new Angle(degrees, Axis.LON);
        default -> new Angle(-degrees, Axis.LON);
      };
    }

    private static double part(@Nullable String text) {
      return text == null ? 0 : number(text);
    }
  }
}
