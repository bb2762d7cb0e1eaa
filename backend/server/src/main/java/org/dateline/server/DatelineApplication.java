package org.dateline.server;

import ch.qos.logback.classic.Level;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dateline.server.command.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the command that the first word names; serves when there are options only. */
@SpringBootApplication
public class DatelineApplication {

  /** Starts; options ({@code --server.port=9000}) are Spring's. */
  public static void main(String[] args) {
    List<String> words = List.of(args);
    if (Commands.areMeant(words)) {
      System.exit(command(words));
    } else {
      SpringApplication.run(DatelineApplication.class, args);
    }
  }

  /** Commands start no Spring: they answer at once. */
  private static int command(List<String> words) {
    quiet();
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return new Commands(System.in, out, err).run(words);
  }

  /** What a command has to say it prints; libraries would write their steps between its lines. */
  private static void quiet() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.ERROR);
    }
  }
}
