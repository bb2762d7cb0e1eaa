package org.dateline.server.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** What a pasted text says of where something is. */
public sealed interface Pasted {

  /**
   * Positions.
   *
   * @param likeliestFirst empty when none can be told; guesses say so
   * @param note what is wrong with the text or to be known of it, in a sentence; null for nothing
   */
  record Positions(List<Position> likeliestFirst, @Nullable String note) implements Pasted {

    static Positions of(Position position) {
      return new Positions(List.of(position), null);
    }

    static Positions none(String note) {
      return new Positions(List.of(), note);
    }

    /**
     * Returns the same, first what lies in a box (lon, lat) when the likeliest does not.
     *
     * @param box a null envelope prefers nothing
     */
    public Positions preferring(Envelope box) {
      List<Position> inside =
          likeliestFirst.stream().filter(at -> box.contains(at.lon(), at.lat())).toList();
      if (inside.isEmpty() || inside.contains(likeliestFirst.get(0))) {
        return this;
      }
      List<Position> others = new ArrayList<>(likeliestFirst);
      others.removeAll(inside);
      return new Positions(Stream.concat(inside.stream(), others.stream()).toList(), note);
    }

    /** Returns the same as part of another notation, which knows them no better than so. */
    Positions as(Notation notation, double leastUncertaintyMetres) {
      return new Positions(
          likeliestFirst.stream()
              .map(position -> position.in(notation, leastUncertaintyMetres))
              .toList(),
          note);
    }
  }

  /** The name of a place, as a link may hold one. */
  record PlaceName(String name) implements Pasted {}

  /**
   * An Open Location Code that lacks its beginning, to be told from a place nearby.
   *
   * @param near the name of that place
   */
  record ShortCode(String code, String near) implements Pasted {}

  /** Invisible marks that come along when text is copied. */
  Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");

  Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u3000]+");

  /**
   * Reads a text of a few hundred characters.
   *
   * @return empty when it is not meant as a position
   */
  static Optional<Pasted> read(String text) {
    String tidy = SPACE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
    return first(tidy, GeoUri::read, MapLink::read, Pasted::readWritten);
  }

  /** Reads what is neither a link nor a URI. */
  static Optional<Pasted> readWritten(String tidy) {
    return first(tidy, PlusCode::read, MilitaryGrid::read, Utm::read, Degrees::read);
  }

  @SafeVarargs
  private static Optional<Pasted> first(
      String text, Function<String, Optional<? extends Pasted>>... notations) {
    return Stream.of(notations)
        .map(notation -> notation.apply(text))
        .flatMap(Optional::stream)
        .<Pasted>map(pasted -> pasted)
        .findFirst();
  }
}
