package org.dateline.server.position;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URIs of RFC 5870, and Android's with a query. */
final class GeoUri {

  private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d{1,20})?)";
  private static final Pattern URI =
      Pattern.compile(
          "geo:(?://)?" + NUMBER + "," + NUMBER + "(?:,[^;?]*)?(;[^?]*)?(?:\\?(.*))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UNCERTAINTY = Pattern.compile(";u=(\\d{1,7}(?:\\.\\d{1,9})?)");
  private static final Pattern SYSTEM = Pattern.compile(";crs=([^;]*)");

  private GeoUri() {}

  static Optional<Pasted> read(String text) {
    if (!text.regionMatches(true, 0, "geo:", 0, 4)) {
      return Optional.empty();
    }
    Matcher matcher = URI.matcher(text);
    return Optional.of(
        matcher.matches()
            ? read(matcher)
            : Pasted.Positions.none("A geo: URI has latitude and longitude: geo:12.53,-7.95."));
  }

  private static Pasted read(Matcher matcher) {
    String query = Optional.ofNullable(matcher.group(4)).orElse("");
    String asked = LinkParts.parameters(query).get("q");
    if (asked != null) {
      Pasted place = MapLink.place(asked);
      return place instanceof Pasted.Positions at ? at.as(Notation.GEO_URI, 0) : place;
    }
    String parameters = Optional.ofNullable(matcher.group(3)).orElse("").toLowerCase(Locale.ROOT);
    Matcher system = SYSTEM.matcher(parameters);
    if (system.find() && !system.group(1).equals("wgs84")) {
      return Pasted.Positions.none(
          "The geo: URI is in the system \"" + system.group(1) + "\"; only wgs84 is read.");
    }
    Matcher uncertainty = UNCERTAINTY.matcher(parameters);
    double least = uncertainty.find() ? Double.parseDouble(uncertainty.group(1)) : 0;
    return Degrees.pair(matcher.group(1), matcher.group(2)).as(Notation.GEO_URI, least);
  }
}
