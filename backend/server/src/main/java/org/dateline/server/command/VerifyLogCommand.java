package org.dateline.server.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.dateline.server.store.LogVerification;
import org.dateline.server.store.StoreSettings;
import org.dateline.server.store.UnusableStoreException;

/** Checks the change log and that what is kept is what it says. */
final class VerifyLogCommand {

  private final Home home;
  private final PrintStream out;
  private final PrintStream err;

  VerifyLogCommand(Home home, PrintStream out, PrintStream err) {
    this.home = home;
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) throws UsageException {
    if (!words.isEmpty()) {
      throw new UsageException("usage: verify-log [--dateline.home=DIR]");
    }
    try {
      LogVerification.Verdict verdict =
          LogVerification.of(
              new StoreSettings(home.folder(), StoreSettings.Database.ofVariables()));
      verdict.faults().forEach(fault -> err.println("Broken: " + fault + "."));
      if (!verdict.faults().isEmpty()) {
        return Commands.INPUT_FAILED;
      }
      out.printf(
          Locale.ROOT,
          "The log is whole: %,d changes, the last one sealed by %s.%n",
          verdict.changes(),
          verdict.hash());
      out.flush();
      return Commands.OK;
    } catch (UnusableStoreException e) {
      err.println(e.getMessage());
      err.println(e.action());
      return Commands.INPUT_FAILED;
    }
  }
}
