package org.dateline.server.position;

import java.util.Optional;

/**
 * One angle of a pair.
 *
 * @param degrees signed, north and east positive
 * @param step the last digit's worth in degrees
 * @param parts how many numbers it is written with: degrees, minutes, seconds
 * @param isWhole whether its minutes and seconds are below 60
 */
record Angle(double degrees, double step, int parts, Axis axis, boolean isWhole) {

  /** The direction that a letter tells. */
  enum Axis {
    LAT,
    LON,
    UNKNOWN
  }

  /**
   * Reads tokens as one angle: a letter or a sign, up to three numbers with their marks, a letter.
   *
   * @return empty when they are none
   */
  static Optional<Angle> of(Tokens tokens) {
    Tokens.Reader reader = tokens.reader();
    Optional<String> before = reader.next(Tokens.Kind.LETTER);
    Optional<String> sign = reader.next(Tokens.Kind.SIGN);
    double degrees = 0;
    double worth = 1;
    double step = 0;
    int parts = 0;
    boolean whole = true;
    for (Tokens.Kind mark : Tokens.MARKS) {
      Optional<String> number = reader.next(Tokens.Kind.NUMBER);
      if (number.isEmpty()) {
        break;
      }
      double value = Double.parseDouble(number.get());
      whole &= parts == 0 || value < 60;
      degrees += value * worth;
      step = worth * Math.pow(10, -decimals(number.get()));
      worth /= 60;
      parts++;
      reader.skip(mark);
      if (decimals(number.get()) > 0) {
        break;
      }
    }
    Optional<String> letter = before.or(() -> reader.next(Tokens.Kind.LETTER));
    if (parts == 0 || !reader.isAtEnd()) {
      return Optional.empty();
    }
    double signed = sign.isPresent() && !sign.get().equals("+") ? -degrees : degrees;
    int size = parts;
    boolean sound = whole;
    double last = step;
    return Optional.of(
        letter
            .map(
                name ->
                    switch (name) {
                      case "N" -> new Angle(degreesOf(signed), last, size, Axis.LAT, sound);
                      case "S" -> new Angle(-degreesOf(signed), last, size, Axis.LAT, sound);
                      case "E" -> new Angle(degreesOf(signed), last, size, Axis.LON, sound);
                      default -> new Angle(-degreesOf(signed), last, size, Axis.LON, sound);
                    })
            .orElseGet(() -> new Angle(signed, last, size, Axis.UNKNOWN, sound)));
  }

  /** A minus beside a letter says the same once more. */
  private static double degreesOf(double signed) {
    return Math.abs(signed);
  }

  private static int decimals(String number) {
    int point = number.indexOf('.');
    return point < 0 ? 0 : number.length() - point - 1;
  }

  /** Returns the same angle counted otherwise. */
  Angle turnedTo(double other) {
    return new Angle(other, step, parts, axis, isWhole);
  }
}
