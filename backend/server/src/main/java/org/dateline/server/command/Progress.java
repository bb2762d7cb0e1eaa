package org.dateline.server.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on standard error how much of a file is read, when it will be done, and how fast. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 100;
  private static final int EVERY_MILLISECONDS = 500;

  private final @Nullable ProgressBar bar;
  private long documents;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Makes a bar.
   *
   * @param task what is being done, in a word
   * @param file what is read, null when its length is not known
   * @param shown whether the bar is shown
   */
  static Progress of(String task, @Nullable Path file, boolean shown, PrintStream err)
      throws IOException {
    if (!shown) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(file == null ? -1 : Files.size(file))
            .setUnit(" MB", 1 << 20)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(EVERY_MILLISECONDS)
            .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
            .build());
  }

  /** Shows how much of the input is read, in bytes. */
  void read(long bytes) {
    if (bar != null) {
      bar.stepTo(bytes);
    }
  }

  /**
   * Shows that a document is done.
   *
   * @param bytes how much of the input is read
   */
  void step(long bytes) {
    documents++;
    read(bytes);
    if (bar != null) {
      bar.setExtraMessage(documents + " documents");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
