package org.dateline.server.problem;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Why something is not JSON, in words. */
public final class JsonFault {

  /** Where the parser began to read something, which it tells in terms of its own settings. */
  private static final Pattern INNER_PLACE = Pattern.compile(" ?\\([^()\\[]*\\[Source:.*?]\\)");

  private JsonFault() {}

  /** Returns what is wrong, without what only the parser's authors understand. */
  public static String of(JacksonException e) {
    return INNER_PLACE.matcher(e.getOriginalMessage()).replaceAll("");
  }
}
