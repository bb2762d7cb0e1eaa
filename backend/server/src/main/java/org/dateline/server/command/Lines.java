package org.dateline.server.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes: what they mean is for the reader of each line to say. */
final class Lines {

  private final InputStream in;
  private long number;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** Returns the next line without its end, null after the last. */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    int unit = in.read();
    if (unit < 0) {
      return null;
    }
    for (; unit >= 0 && unit != '\n'; unit = in.read()) {
      line.write(unit);
    }
    number++;
    return line.toByteArray();
  }

  /** Returns the number of the line that was read last; the first is 1. */
  long number() {
    return number;
  }
}
