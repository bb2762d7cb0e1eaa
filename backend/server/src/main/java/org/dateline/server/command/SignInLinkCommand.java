package org.dateline.server.command;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.dateline.server.account.LinkFolder;
import org.dateline.server.account.PublicName;
import org.dateline.server.account.Secret;

/** Makes a link that signs an admin in, for whoever can write into the server's home. */
final class SignInLinkCommand {

  private static final String USAGE =
      "usage: sign-in-link [--user=NAME] [--server.port=PORT] [--dateline.home=DIR]";
  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final String USER = "--user=";
  private static final String PORT = "--server.port=";

  private final Home home;
  private final PrintStream out;

  SignInLinkCommand(Home home, PrintStream out) {
    this.home = home;
    this.out = out;
  }

  int run(List<String> words) throws UsageException, IOException {
    String user = "";
    String port = Objects.requireNonNullElse(System.getenv("SERVER_PORT"), "8080");
    for (String word : words) {
      if (word.startsWith(USER)) {
        user = name(word.substring(USER.length()));
      } else if (word.startsWith(PORT)) {
        port = word.substring(PORT.length());
      } else {
        throw new UsageException(USAGE);
      }
    }
    Secret key = Secret.random();
    Instant expires = Instant.now().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS);
    LinkFolder.of(home.folder()).put(key.hash(), new LinkFolder.Entry(user, expires));
    out.println("http://localhost:" + port + "/sign-in?key=" + key.text());
    out.println(
        "It signs in once, until "
            + expires
            + ", at the server whose home is "
            + home.folder()
            + "; under another address, put that in place of http://localhost:"
            + port
            + ".");
    return Commands.OK;
  }

  private static String name(String text) throws UsageException {
    try {
      return new PublicName(text).text();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + "\n" + USAGE);
    }
  }
}
