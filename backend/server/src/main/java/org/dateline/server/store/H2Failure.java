package org.dateline.server.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** What H2 means when it does not open a file. Codes are those of {@code org.h2.api.ErrorCode}. */
final class H2Failure {

  private static final int ALREADY_OPEN = 90020;
  private static final int CORRUPTED = 90030;
  private static final int CANNOT_WRITE = 90028;

  private H2Failure() {}

  static UnusableStoreException explain(Path home, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return explain(home, sql);
      }
    }
    return UnusableStoreException.folder(
        home,
        "its tables are not those of this version (" + failure.getMessage() + ")",
        "Start the version of Dateline that wrote it, or move the folder away to start anew.",
        failure);
  }

  private static UnusableStoreException explain(Path home, SQLException sql) {
    return switch (sql.getErrorCode()) {
      case ALREADY_OPEN ->
          UnusableStoreException.folder(
              home,
              "another program has it open, most likely another Dateline",
              "Stop the other one, or give this one its own folder (setting dateline.home, variable"
                  + " DATELINE_HOME) and port (setting server.port).",
              sql);
      case CORRUPTED ->
          UnusableStoreException.folder(
              home,
              "its database file is damaged",
              "Put back a copy from before the damage, or move the file dateline.mv.db away to start"
                  + " anew from the seed reports.",
              sql);
      case CANNOT_WRITE ->
          UnusableStoreException.folder(
              home,
              "it cannot be written",
              "Make it writable for the user that runs Dateline.",
              sql);
      default ->
          UnusableStoreException.folder(
              home,
              "its database does not open (" + sql.getMessage() + ")",
              "Put back a copy that opens, or move the file dateline.mv.db away to start anew from"
                  + " the seed reports.",
              sql);
    };
  }
}
