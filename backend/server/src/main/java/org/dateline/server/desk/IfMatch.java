package org.dateline.server.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The versions that a request means to change ({@code If-Match}). A tag that a proxy weakened when
 * it compressed the answer counts as the strong one it was.
 *
 * @param versions empty for {@code *}: whatever is there
 */
record IfMatch(List<Integer> versions) {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"v(\\d{1,9})[^\"]*\"");

  /**
   * Reads the header.
   *
   * @throws ProblemException 428 when it is missing, 412 when it names no version
   */
  static IfMatch of(ServerWebExchange exchange) {
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.IF_MATCH);
    if (header == null) {
      throw new ProblemException(
          ProblemType.VERSION_MISSING,
          "The request does not say which version it changes.",
          "header If-Match",
          "Send the ETag that came with the version you changed, as If-Match. Nothing was"
              + " changed.");
    }
    if (header.strip().equals("*")) {
      return new IfMatch(List.of());
    }
    List<Integer> versions = new ArrayList<>();
    Matcher tags = TAG.matcher(header);
    while (tags.find()) {
      versions.add(Integer.valueOf(tags.group(1)));
    }
    // A tag of another form is that of no version: it is told as one that has passed.
    return new IfMatch(versions.isEmpty() ? List.of(-1) : versions);
  }

  /** Returns whether a version is one of those meant. */
  boolean matches(int version) {
    return versions.isEmpty() || versions.contains(version);
  }
}
