package org.dateline.server.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells of an unusable data folder without a stack trace. */
class UnusableStoreAnalyzer extends AbstractFailureAnalyzer<UnusableStoreException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableStoreException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), rootFailure);
  }
}
