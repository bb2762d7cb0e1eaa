package org.dateline.server.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Pairs of angles: decimal degrees with point or comma, degrees and minutes, degrees, minutes and
 * seconds; with the letter of the hemisphere before, behind or not at all.
 */
final class Degrees {

  private static final Pattern LABELLED =
      Pattern.compile(
          "[\\[({ ]*\"?(?:(lat)(?:itude)?|lo?ng?(?:itude)?)\"? ?[:=]? ?([^a-df-mp-rt-vx-z]+?)[,; ]+"
              + "\"?(?:(lat)(?:itude)?|lo?ng?(?:itude)?)\"? ?[:=]? ?([^a-df-mp-rt-vx-z]+?)[\\])} ]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETED = Pattern.compile("[\\[({] ?(.*?) ?[\\])}]");

  private Degrees() {}

  /**
   * Reads a pair: latitude comes first unless letters, words or the size of a number say otherwise.
   *
   * @return empty when the text is no pair of angles
   */
  static Optional<Pasted.Positions> read(String text) {
    Matcher labelled = LABELLED.matcher(text);
    if (labelled.matches() && (labelled.group(1) == null) != (labelled.group(3) == null)) {
      boolean latFirst = labelled.group(1) != null;
      return labelled(labelled.group(2), labelled.group(4), latFirst, text);
    }
    Matcher bracketed = BRACKETED.matcher(text);
    String bare = bracketed.matches() ? bracketed.group(1) : text;
    return Tokens.of(bare, false)
        .flatMap(tokens -> pair(tokens, text))
        .or(() -> Tokens.of(bare, true).flatMap(tokens -> pair(tokens, text)));
  }

  /** Returns the position of two decimal numbers, latitude and longitude in this order. */
  static Pasted.Positions pair(String lat, String lon) {
    return Optional.of(lat + " " + lon)
        .flatMap(text -> Tokens.of(text, false))
        .flatMap(tokens -> pair(tokens, lat + ", " + lon))
        .orElseGet(() -> Pasted.Positions.none(lat + ", " + lon + " is no pair of degrees."));
  }

  private static Optional<Pasted.Positions> labelled(
      String first, String second, boolean latFirst, String text) {
    Optional<Angle> one = angle(first);
    Optional<Angle> other = angle(second);
    return one.flatMap(a -> other.map(b -> latFirst ? inOrder(a, b, text) : inOrder(b, a, text)));
  }

  private static Optional<Angle> angle(String text) {
    return Tokens.of(text, false)
        .flatMap(Angle::of)
        .or(() -> Tokens.of(text, true).flatMap(Angle::of));
  }

  /** The tokens are cut where both sides are angles, and as alike as can be. */
  private static Optional<Pasted.Positions> pair(Tokens tokens, String text) {
    List<Angle[]> cuts = new ArrayList<>();
    IntStream.range(1, tokens.size())
        .forEach(
            at -> {
              Optional<Angle> before = Angle.of(tokens.before(at));
              Optional<Angle> after = Angle.of(tokens.after(at));
              if (before.isPresent() && after.isPresent()) {
                cuts.add(new Angle[] {before.get(), after.get()});
              }
            });
    return cuts.stream()
        .filter(cut -> cut[0].parts() == cut[1].parts() || tokens.hasMarks())
        .min((a, b) -> Integer.compare(unlike(a), unlike(b)))
        .map(cut -> positions(cut[0], cut[1], text));
  }

  private static int unlike(Angle[] cut) {
    return Math.abs(cut[0].parts() - cut[1].parts());
  }

  private static Pasted.Positions positions(Angle first, Angle second, String text) {
    if (first.axis() == second.axis() && first.axis() != Angle.Axis.UNKNOWN) {
      return Pasted.Positions.none(text + ": both numbers are for the same direction.");
    }
    if (first.axis() == Angle.Axis.LON || second.axis() == Angle.Axis.LAT) {
      return inOrder(second, first, text);
    }
    if (first.axis() == Angle.Axis.LAT || second.axis() == Angle.Axis.LON) {
      return inOrder(first, second, text);
    }
    Pasted.Positions asWritten = inOrder(first, second, text);
    Optional<Position> swapped = position(second, first).map(Position::asGuess);
    if (swapped.isEmpty() || first.degrees() == second.degrees()) {
      return asWritten;
    }
    List<Position> both = new ArrayList<>(asWritten.likeliestFirst());
    if (asWritten.note() != null) {
      both.clear();
    }
    both.add(swapped.get());
    return new Pasted.Positions(both, asWritten.note());
  }

  private static Pasted.Positions inOrder(Angle lat, Angle lon, String text) {
    Optional<Pasted.Positions> wrong = fault(lat, text).or(() -> fault(lon, text));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Optional<Position> position = position(lat, lon);
    if (position.isPresent()) {
      return Pasted.Positions.of(position.get());
    }
    if (Math.abs(lat.degrees()) > 90) {
      return Pasted.Positions.none(text + ": latitude must be between -90 and 90.");
    }
    // Maps that are dragged round the world count on.
    double round = Math.IEEEremainder(lon.degrees(), 360);
    return new Pasted.Positions(
        position(lat, lon.turnedTo(round)).map(Position::asGuess).stream().toList(),
        text + ": longitude must be between -180 and 180.");
  }

  private static Optional<Pasted.Positions> fault(Angle angle, String text) {
    return angle.isWhole()
        ? Optional.empty()
        : Optional.of(Pasted.Positions.none(text + ": minutes and seconds must be below 60."));
  }

  private static Optional<Position> position(Angle lat, Angle lon) {
    boolean decimal = lat.parts() == 1 && lon.parts() == 1;
    return Position.isOnEarth(lon.degrees(), lat.degrees())
        ? Optional.of(
            new Position(
                lon.degrees(),
                lat.degrees(),
                Position.halfDiagonal(lat.degrees(), lon.step(), lat.step()),
                decimal ? Notation.DECIMAL_DEGREES : Notation.DEGREES_MINUTES_SECONDS,
                false))
        : Optional.empty();
  }
}
