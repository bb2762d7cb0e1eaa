package org.dateline.server.cql2;

import java.util.IdentityHashMap;
import java.util.Map;

/** A filter as a tree, and where in what was given each of its nodes stands. */
final class Parsed {

  /**
   * How deep a filter may be nested: far beyond what anyone writes, far below what a stack bears.
   */
  static final int DEEPEST = 100;

  /** How long a filter may be, in UTF-16 code units. */
  static final int LONGEST = 100_000;

  private final Node root;
  private final Map<Node, String> places;

  private Parsed(Node root, Map<Node, String> places) {
    this.root = root;
    this.places = places;
  }

  /** Notes where nodes stand while they are made. */
  static final class Places {
    private final Map<Node, String> places = new IdentityHashMap<>();

    /** Notes and returns a node. */
    <N extends Node> N at(String place, N node) {
      places.putIfAbsent(node, place);
      return node;
    }

    Parsed root(Node root) {
      return new Parsed(root, places);
    }
  }

  Node root() {
    return root;
  }

  /** Returns what is wrong with a node, as an exception that says where it stands. */
  InvalidFilterException wrong(Node node, String detail, String hint) {
    return new InvalidFilterException(detail, places.getOrDefault(node, ""), hint);
  }

  /** Refuses what is too long to be read. */
  static void checkLength(String filter) {
    if (filter.length() > LONGEST) {
      throw new InvalidFilterException(
          "The filter has " + filter.length() + " characters.",
          "",
          "A filter may have " + LONGEST + " characters.");
    }
  }

  static InvalidFilterException tooDeep(String place) {
    return new InvalidFilterException(
        "The filter is nested too deeply.",
        place,
        "A filter may be nested " + DEEPEST + " levels deep.");
  }
}
