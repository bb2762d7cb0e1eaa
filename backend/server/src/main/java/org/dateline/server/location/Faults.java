package org.dateline.server.location;

import java.util.ArrayList;
import java.util.List;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in a feature, so that it can be told at once; the first hundred. */
public final class Faults {

  private static final int MAX = 100;

  private final List<Fault> found = new ArrayList<>();

  void add(String pointer, String detail, @Nullable String hint) {
    if (found.size() < MAX) {
      found.add(new Fault(pointer, detail, hint));
    }
  }

  /** Returns what was found, in the order it was found. */
  public List<Fault> found() {
    return List.copyOf(found);
  }

  /** Returns whether nothing was found. */
  public boolean none() {
    return found.isEmpty();
  }

  /** Returns the problem that tells all of them; there must be one. */
  public ProblemException problem() {
    Fault first = found.get(0);
    return new ProblemException(
            ProblemType.INVALID_FEATURE,
            found.size() == 1
                ? first.detail()
                : first.detail() + " There are " + found.size() + " faults in all.",
            first.pointer(),
            first.hint())
        .with("errors", found);
  }
}
