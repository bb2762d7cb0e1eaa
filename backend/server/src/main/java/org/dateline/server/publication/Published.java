package org.dateline.server.publication;

import java.util.List;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is published at the moment. Readers take the whole at once and never wait. */
@Component
public class Published {

  private volatile @Nullable Publication current;

  /**
   * Returns what is published.
   *
   * @throws ProblemException while the first reports are still being read
   */
  public Publication current() {
    Publication publication = current;
    if (publication == null) {
      throw new ProblemException(
          ProblemType.STARTING,
          "The map is starting: its first reports are still being read.",
          null,
          "Try again in a few seconds.");
    }
    return publication;
  }

  /** Returns whether anything is published yet. */
  public boolean ready() {
    return current != null;
  }

  /** Publishes these reports, in the order they were received, in place of everything before. */
  public void replace(List<Report> reports) {
    current = Publication.of(reports);
  }
}
