package org.dateline.server.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** Which format a request asks for: by {@code f}, or else by {@code Accept} (RFC 9110, 12.5.1). */
public final class Negotiation {

  private static final int EXACT = 2;

  private Negotiation() {}

  /** How welcome a format is, the weight first, then how exactly it was named. */
  private record Welcome(double weight, int exactness) {

    static final Welcome NONE = new Welcome(0, -1);

    boolean isMoreThan(Welcome other) {
      return weight > other.weight || (weight == other.weight && exactness > other.exactness);
    }
  }

  /**
   * Returns the format to answer in; where several are as welcome, the first of them.
   *
   * @param offered in the order in which they are preferred
   * @throws ProblemException listing the formats when none of them is asked for
   */
  public static Format choose(ServerWebExchange exchange, List<Format> offered) {
    exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    String f = exchange.getRequest().getQueryParams().getFirst("f");
    return f == null
        ? byHeader(exchange, offered)
        : offered.stream()
            .filter(format -> format.isAskedForBy(f))
            .findFirst()
            .orElseThrow(
                () ->
                    notThere(
                        "There is no format \"" + f + "\" here.", "query parameter f", offered));
  }

  private static Format byHeader(ServerWebExchange exchange, List<Format> offered) {
    List<MediaType> accepted;
    try {
      accepted = exchange.getRequest().getHeaders().getAccept();
    } catch (InvalidMediaTypeException e) {
      throw notThere("The Accept header cannot be read.", "header Accept", offered);
    }
    if (accepted.isEmpty()) {
      return offered.get(0);
    }
    Format best = null;
    Welcome most = Welcome.NONE;
    for (Format format : offered) {
      Welcome welcome = welcome(format, accepted);
      if (welcome.weight > 0 && welcome.isMoreThan(most)) {
        best = format;
        most = welcome;
      }
    }
    return Optional.ofNullable(best)
        .orElseThrow(
            () ->
                notThere(
                    "There is no format here that the Accept header asks for.",
                    "header Accept",
                    offered));
  }

  /**
   * The most exact of the ranges that take a media type says its weight; other names must be named.
   */
  private static Welcome welcome(Format format, List<MediaType> accepted) {
    Welcome most = Welcome.NONE;
    for (MediaType type : format.types()) {
      Welcome ofType = Welcome.NONE;
      for (MediaType range : accepted) {
        int exactness = exactness(range, type);
        boolean counts = type.equals(format.type()) || exactness == EXACT;
        if (counts && exactness > ofType.exactness) {
          ofType = new Welcome(range.getQualityValue(), exactness);
        }
      }
      if (ofType.isMoreThan(most)) {
        most = ofType;
      }
    }
    return most;
  }

  private static int exactness(MediaType range, MediaType type) {
    if (range.equalsTypeAndSubtype(type)) {
      return EXACT;
    }
    if (range.isWildcardSubtype() && range.getType().equals(type.getType())) {
      return 1;
    }
    return range.isWildcardType() ? 0 : -1;
  }

  private static ProblemException notThere(
      String detail, @Nullable String where, List<Format> offered) {
    List<Map<String, String>> formats = new ArrayList<>();
    for (Format format : offered) {
      Map<String, String> members = new LinkedHashMap<>();
      members.put("f", format.parameter());
      members.put("type", format.type().toString());
      members.put("title", format.title());
      formats.add(members);
    }
    String names =
        offered.stream().map(f -> "f=" + f.parameter()).collect(Collectors.joining(", "));
    return new ProblemException(
            ProblemType.NOT_ACCEPTABLE,
            detail,
            where,
            "Ask for one of: " + names + ", or for their media types by Accept.")
        .with("formats", formats);
  }
}
