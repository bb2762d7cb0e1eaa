package org.dateline.server.cql2;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** CQL2's functions of lists. What stands in them counts once and in any order. */
final class Lists {

  /** The functions by name. */
  static final Map<String, BiPredicate<Set<Object>, Set<Object>>> RELATIONS =
      Map.of(
          "a_equals",
          Set::equals,
          "a_contains",
          Set::containsAll,
          "a_containedby",
          (first, second) -> second.containsAll(first),
          "a_overlaps",
          (first, second) -> first.stream().anyMatch(second::contains));

  private Lists() {}

  /** Returns the elements of a list so that equal ones are equal objects. */
  static Set<Object> elements(Collection<?> list) {
    Set<Object> elements = new HashSet<>();
    for (Object element : list) {
      elements.add(comparable(element));
    }
    return elements;
  }

  /** Numbers are equal by value, days and moments to the texts that say them. */
  private static Object comparable(@Nullable Object element) {
    if (element == null) {
      return "";
    }
    if (element instanceof Number number) {
      return number.doubleValue();
    }
    if (element instanceof Collection<?> list) {
      return list.stream().map(Lists::comparable).toList();
    }
    if (element instanceof String text) {
      Object moment = Period.read(text);
      return moment == null ? text : moment;
    }
    return element;
  }
}
