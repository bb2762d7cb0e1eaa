package org.dateline.server.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The bootstrap token that is set can be guessed: the server does not start. */
final class ShortTokenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ShortTokenException(int length, int needed) {
    super(
        "The bootstrap token (setting dateline.bootstrap-token, variable DATELINE_BOOTSTRAP_TOKEN)"
            + " has "
            + length
            + " characters; it needs "
            + needed
            + " or more, so that nobody guesses it.");
  }

  /** Tells it in words instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<ShortTokenException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, ShortTokenException cause) {
      return new FailureAnalysis(
          cause.getMessage(),
          "Set a random one, for example what \"openssl rand -hex 32\" prints, or none.",
          cause);
    }
  }
}
