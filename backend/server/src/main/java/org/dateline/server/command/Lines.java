package org.dateline.server.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes: what they mean is for the reader of each line to say. */
final class Lines {

  /** No more of a line is kept, so that a file without line ends does not fill the memory. */
  static final int LONGEST = 16 << 20;

  private final InputStream in;
  private long number;
  private long bytes;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * Returns the next line without its end, null after the last. Of a line that is longer than
   * {@link #LONGEST} one byte more than that is returned.
   */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    int unit = in.read();
    if (unit < 0) {
      return null;
    }
    for (; unit >= 0 && unit != '\n'; unit = in.read()) {
      bytes++;
      if (line.size() <= LONGEST) {
        line.write(unit);
      }
    }
    bytes++;
    number++;
    return line.toByteArray();
  }

  /** Returns the next line that is not blank, null after the last. */
  byte @Nullable [] nextDocument() throws IOException {
    byte[] line = next();
    while (line != null && isBlank(line)) {
      line = next();
    }
    return line;
  }

  private static boolean isBlank(byte[] line) {
    for (byte unit : line) {
      if (unit > ' ' || unit < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of the line that was read last; the first is 1. */
  long number() {
    return number;
  }

  /** Returns how many bytes were read. */
  long bytes() {
    return bytes;
  }
}
