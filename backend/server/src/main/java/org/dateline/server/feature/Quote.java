package org.dateline.server.feature;

import org.dateline.geoparser.text.Span;

/**
 * A stretch of a report's text, to the letter, as W3C Web Annotation selects one (TextQuoteSelector
 * with TextPositionSelector). Offsets are UTF-16 into the report's text.
 *
 * @param text the sentence
 * @param prefix up to 32 characters before it
 * @param suffix up to 32 characters after it
 * @param start where it starts
 * @param end where it ends
 * @param mentionStart where the place words within it start
 * @param mentionEnd where they end
 */
public record Quote(
    String text,
    String prefix,
    String suffix,
    int start,
    int end,
    int mentionStart,
    int mentionEnd) {

  private static final int CONTEXT = 32;

  /** Quotes a sentence of a text for the words that name the place. */
  public static Quote of(String text, Span sentence, Span mention) {
    int before = Math.max(0, sentence.start() - CONTEXT);
    if (before > 0 && splitsPair(text, before)) {
      before++;
    }
    int after = Math.min(text.length(), sentence.end() + CONTEXT);
    if (after < text.length() && splitsPair(text, after)) {
      after--;
    }
    return new Quote(
        sentence.of(text),
        text.substring(before, sentence.start()),
        text.substring(sentence.end(), after),
        sentence.start(),
        sentence.end(),
        mention.start(),
        mention.end());
  }

  /** Returns the sentence without what stands around it, which may not be shown. */
  Quote alone() {
    return new Quote(text, "", "", start, end, mentionStart, mentionEnd);
  }

  private static boolean splitsPair(String text, int offset) {
    return Character.isHighSurrogate(text.charAt(offset - 1))
        && Character.isLowSurrogate(text.charAt(offset));
  }
}
