package org.dateline.geodata.tier;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines of a text, none of which may be so long that it fills the memory. */
final class BoundedLines {

  /** A line longer than this is no place's. */
  static final int LONGEST = 1 << 18;

  private final BufferedReader reader;
  private final StringBuilder line = new StringBuilder();
  private long number;
  private boolean ended = true;

  BoundedLines(BufferedReader reader) {
    this.reader = reader;
  }

  /**
   * Returns the next line without its end, null after the last.
   *
   * @throws ImportException when the line is longer than any that holds a place
   */
  @Nullable String next() throws IOException, ImportException {
    line.setLength(0);
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    number++;
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      line.append((char) c);
      if (line.length() > LONGEST) {
        throw new ImportException(
            "Line " + number + " has more than " + LONGEST + " characters: it is no place's.");
      }
    }
    ended = c == '\n';
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }

  /** Returns the number of the line that was read last; the first is 1. */
  long number() {
    return number;
  }

  /**
   * Returns whether the line that was read last had an end: the last of a cut-off file has none.
   */
  boolean ended() {
    return ended;
  }
}
