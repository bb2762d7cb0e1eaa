package org.dateline.server.command;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A text of any length in sections of about a megabyte, which end where a paragraph does, else
 * where a line or a sentence does, else between words.
 */
final class Sections {

  /** Longest section, UTF-16 units. */
  static final int LONGEST = 1 << 20;

  private final Reader reader;
  private final StringBuilder ahead = new StringBuilder();
  private boolean ended;
  private int start;
  private int next;

  Sections(Reader reader) {
    this.reader = reader;
  }

  /** Returns the next section, null behind the last; an empty text is one empty section. */
  @Nullable String next() throws IOException {
    fill();
    if (ahead.isEmpty() && next > 0) {
      return null;
    }
    int length = ended ? ahead.length() : cut();
    String section = ahead.substring(0, length);
    ahead.delete(0, length);
    start = next;
    next += Math.max(1, length);
    return section;
  }

  /** Returns where the section that was returned last starts in the whole text, UTF-16. */
  int start() {
    return start;
  }

  private void fill() throws IOException {
    char[] buffer = new char[1 << 16];
    while (!ended && ahead.length() <= LONGEST) {
      int read = reader.read(buffer);
      ended = read < 0;
      ahead.append(buffer, 0, Math.max(0, read));
    }
  }

  private int cut() {
    for (String end : new String[] {"\n\n", "\n", ". ", " "}) {
      int at = ahead.lastIndexOf(end, LONGEST - end.length());
      if (at > LONGEST / 2) {
        return at + end.length();
      }
    }
    return Character.isHighSurrogate(ahead.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }
}
