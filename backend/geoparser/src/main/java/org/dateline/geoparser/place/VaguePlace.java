package org.dateline.geoparser.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that a text describes without naming it, as read from its words; places are not yet
 * areas. Numbers are indexes of recognised mentions.
 */
public sealed interface VaguePlace {

  /**
   * Where three countries meet; fewer than three are named when the text leaves one to be
   * understood.
   */
  record TriBorder(List<Integer> named) implements VaguePlace {}

  /**
   * A part of a place by compass direction; of the country the text is about when no place is
   * named.
   */
  record PartOf(String direction, @Nullable Integer base) implements VaguePlace {}

  /** A point at a distance and direction from a place. */
  record Offset(double kilometres, String direction, int base) implements VaguePlace {}

  /** The stretch between two places, or the road or border between them. */
  record Between(int one, int other) implements VaguePlace {}

  /** The capital of the country that a people's name stands for. */
  record CapitalOf(int people) implements VaguePlace {}

  /** Words that name no definite area. */
  record Undefined(String reason) implements VaguePlace {}
}
