package org.dateline.server.command;

/** A command line that is not understood; the message says what there is. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
