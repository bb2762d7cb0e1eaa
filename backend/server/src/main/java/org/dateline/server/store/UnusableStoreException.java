package org.dateline.server.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data cannot be used: in words for whoever starts the server. */
public final class UnusableStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String action;

  private UnusableStoreException(String message, String action, @Nullable Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /** Returns the exception of a data folder. */
  static UnusableStoreException folder(
      Path home, String why, String action, @Nullable Throwable cause) {
    return new UnusableStoreException(
        "The data folder " + home.toAbsolutePath().normalize() + " cannot be used: " + why + ".",
        action,
        cause);
  }

  /** Returns the exception of a database server. */
  static UnusableStoreException server(
      String url, String why, String action, @Nullable Throwable cause) {
    return new UnusableStoreException(
        "The database " + url + " cannot be used: " + why + ".", action, cause);
  }

  /** Returns the exception of a row that is damaged or that another version wrote. */
  static UnusableStoreException unreadable(
      StoreSettings settings, String table, String id, Exception cause) {
    String why =
        "the row \""
            + id
            + "\" of the table \""
            + table
            + "\" cannot be read ("
            + cause.getMessage()
            + ")";
    String url = settings.store().url();
    return url == null || settings.store().isFile()
        ? folder(
            settings.home(),
            why,
            "Put back a copy from before the damage, or move the file dateline.mv.db away to start"
                + " anew from the seed reports.",
            cause)
        : server(url, why, "Put back a copy from before the damage.", cause);
  }

  /** Returns what to do about it. */
  public String action() {
    return action;
  }
}
