package org.dateline.server.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder cannot be used: in words for whoever starts the server. */
public final class UnusableStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String action;

  UnusableStoreException(Path home, String why, String action, @Nullable Throwable cause) {
    super(
        "The data folder " + home.toAbsolutePath().normalize() + " cannot be used: " + why + ".",
        cause);
    this.action = action;
  }

  /** Returns what to do about it. */
  public String action() {
    return action;
  }
}
