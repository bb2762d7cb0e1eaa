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
   * @param file what is read, null when its length is not known
   */
  static Progress of(GeoparseArguments arguments, PrintStream err) throws IOException {
    if (!arguments.progress()) {
      return new Progress(null);
    }
    Path file = arguments.file();
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName("geoparse")
            .setInitialMax(file == null ? -1 : Files.size(file))
            .setUnit(" MB", 1 << 20)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(EVERY_MILLISECONDS)
            .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
            .build());
  }

  /**
   * Shows that a document is done.
   *
   * @param bytes how much of the input is read
   */
  void step(long bytes) {
    documents++;
    if (bar != null) {
      bar.stepTo(bytes);
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
