package org.dateline.server.position;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of a link, as far as they can be read: what people paste need be no valid URI. Values
 * and segments are as they stand there; {@link #decodings} tells what they say.
 *
 * @param host in small letters
 * @param query its parameters and those that some maps write behind the number sign
 */
record LinkParts(String host, String path, Map<String, String> query, String fragment) {

  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://)?([a-z0-9.-]+)(?::\\d+)?(/[^?#]*)?(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MEANT =
      Pattern.compile("https?://.*|(?:[a-z0-9-]+\\.)+[a-z]{2,}/.*", Pattern.CASE_INSENSITIVE);

  /** Returns a link's parts, empty when the text is no link. */
  static Optional<LinkParts> of(String text) {
    Matcher matcher = LINK.matcher(text);
    return MEANT.matcher(text).matches() && matcher.matches()
        ? Optional.of(
            of(
                matcher.group(1).toLowerCase(Locale.ROOT),
                Optional.ofNullable(matcher.group(2)).orElse(""),
                Optional.ofNullable(matcher.group(3)).orElse(""),
                Optional.ofNullable(matcher.group(4)).orElse("")))
        : Optional.empty();
  }

  private static LinkParts of(String host, String path, String query, String fragment) {
    Map<String, String> parameters = parameters(query);
    parameters(fragment).forEach(parameters::putIfAbsent);
    return new LinkParts(host, path, parameters, fragment);
  }

  /** Returns the parameters of a query by their names in small letters. */
  static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && equals < parameter.length() - 1) {
        parameters.putIfAbsent(
            parameter.substring(0, equals).toLowerCase(Locale.ROOT),
            parameter.substring(equals + 1));
      }
    }
    return parameters;
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  List<String> segments() {
    return Stream.of(path.split("/")).filter(segment -> !segment.isBlank()).toList();
  }

  /** A plus sign is a space to most, but parts the digits of a plus code to some. */
  static List<String> decodings(String value) {
    return List.of(decoded(value.replace("+", "%2B")), decoded(value));
  }

  /** Returns a value with its percent signs and plus signs decoded. */
  static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
