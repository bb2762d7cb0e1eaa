package org.dateline.server.format;

import java.util.List;
import java.util.stream.Collectors;
import org.dateline.server.feature.Json;
import tools.jackson.core.JsonGenerator;

/**
 * The same thing in other formats.
 *
 * @param address of the thing, without the parameter {@code f}
 * @param offered the formats there are
 * @param given the one that the answer has
 */
public record Alternates(String address, List<Format> offered, Format given) {

  /** A format and where to get it. */
  public record Alternate(String parameter, String href, String type, String title) {}

  /** Returns the others. */
  public List<Alternate> others() {
    String start = address + (address.indexOf('?') < 0 ? '?' : '&') + "f=";
    return offered.stream()
        .filter(format -> format != given)
        .map(
            format ->
                new Alternate(
                    format.parameter(),
                    start + format.parameter(),
                    format.type().toString(),
                    format.title()))
        .toList();
  }

  /** Writes a link to each of the others. */
  public void write(JsonGenerator json) {
    for (Alternate other : others()) {
      Json.link(json, "alternate", other.href(), other.type(), "As " + other.title());
    }
  }

  /** Returns the value of a {@code Link} header (RFC 8288) with the others. */
  String header() {
    return others().stream()
        .map(
            other ->
                "<%s>; rel=\"alternate\"; type=\"%s\"; title=\"%s\""
                    .formatted(other.href(), other.type().replace("\"", "\\\""), other.title()))
        .collect(Collectors.joining(", "));
  }
}
