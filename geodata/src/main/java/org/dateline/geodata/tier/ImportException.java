package org.dateline.geodata.tier;

/** A file that cannot be imported; its message says why and what would do. Nothing was changed. */
public final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Takes a message for the one who asked. */
  public ImportException(String message) {
    super(message);
  }

  /** Takes a message for the one who asked, and what led to it. */
  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
