package org.dateline.geoparser.text;

/**
 * A stretch of the received text.
 *
 * @param start offset of the first UTF-16 unit
 * @param end offset after the last UTF-16 unit, greater than start
 */
public record Span(int start, int end) {

  /** Checks the order of the ends. */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  /** Returns how many UTF-16 units the span has. */
  public int length() {
    return end - start;
  }

  /** Returns whether the other span lies wholly within this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Returns whether the spans share a unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Returns the spanned characters, to the letter. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
