package org.dateline.server.desk;

import org.dateline.server.http.QueryParameters;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Why something is written: the query parameter {@code why}, since a removal has no body. */
final class Reason {

  private static final int LONGEST = 500;

  private Reason() {}

  /** Returns the reason, null when none is given. */
  static @Nullable String of(QueryParameters query) {
    String why = query.text("why").map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    if (why != null && (why.length() > LONGEST || why.indexOf('\0') >= 0)) {
      throw ProblemException.parameter(
          "why",
          "The reason has " + why.length() + " characters; " + LONGEST + " are possible.",
          "Say it in a few words.");
    }
    return why;
  }
}
