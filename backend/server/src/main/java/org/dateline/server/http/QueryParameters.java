package org.dateline.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/** The query parameters of a request, each known and given at most once; values typed on demand. */
public final class QueryParameters {

  private final MultiValueMap<String, String> given;

  private QueryParameters(MultiValueMap<String, String> given) {
    this.given = given;
  }

  /**
   * Reads the parameters of a request.
   *
   * @param known the names there may be
   * @throws ProblemException naming the parameter that is unknown or repeated
   */
  public static QueryParameters of(ServerWebExchange exchange, Set<String> known) {
    MultiValueMap<String, String> given = exchange.getRequest().getQueryParams();
    for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
      String name = parameter.getKey();
      if (!known.contains(name)) {
        throw new ProblemException(
            ProblemType.UNKNOWN_PARAMETER,
            "The parameter \"" + name + "\" is not known here.",
            "query parameter " + name,
            known.isEmpty()
                ? "This path takes no parameters."
                : "Known here: " + String.join(", ", new TreeSet<>(known)) + ".");
      }
      if (parameter.getValue().size() > 1) {
        throw ProblemException.parameter(
            name, "The parameter \"" + name + "\" is given more than once.", "Give it once.");
      }
      if (parameter.getValue().stream().anyMatch(QueryParameters::wasNotUtf8)) {
        throw ProblemException.parameter(
            name, "The parameter \"" + name + "\" is not UTF-8.", "Percent-encode it as UTF-8.");
      }
    }
    return new QueryParameters(given);
  }

  /** Returns whether decoding had to put the sign for what it could not read. */
  private static boolean wasNotUtf8(@Nullable String value) {
    return value != null && value.indexOf('\uFFFD') >= 0;
  }

  /** Refuses every parameter. */
  public static void none(ServerWebExchange exchange) {
    of(exchange, Set.of());
  }

  /** Returns a parameter's text, empty when it is missing. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(given.getFirst(name));
  }

  /** Returns a whole number, or the default when the parameter is missing. */
  public int integer(String name, int min, int max, int otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get().strip());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number outside the range.
    }
    throw ProblemException.parameter(
        name,
        "\"" + text.get() + "\" is not a whole number from " + min + " to " + max + ".",
        "For example " + name + "=" + otherwise + ".");
  }

  /** Returns one of two values, the usual one when the parameter is missing. */
  public String oneOf(String name, String usual, String other) {
    String value = text(name).orElse(usual);
    if (!value.equals(usual) && !value.equals(other)) {
      throw ProblemException.parameter(
          name,
          "\"" + value + "\" is not a value of " + name + ".",
          "There are: " + (usual.equals(other) ? usual : usual + ", " + other) + ".");
    }
    return value;
  }

  /** Returns a degree value between the bounds; the parameter must be there. */
  public double degrees(String name, double bound) {
    String text =
        text(name)
            .orElseThrow(
                () ->
                    ProblemException.parameter(
                        name,
                        "The parameter \"" + name + "\" is missing.",
                        "Give decimal degrees."));
    return Bbox.degrees(name, text, bound);
  }

  /** Returns the box that {@code bbox} gives, empty when it is missing. */
  public Optional<List<Envelope>> bbox() {
    return text("bbox").map(value -> Bbox.parse("bbox", value));
  }
}
