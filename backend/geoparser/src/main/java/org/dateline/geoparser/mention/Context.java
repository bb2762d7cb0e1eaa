package org.dateline.geoparser.mention;

import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/** What stands around a stretch of tokens, with articles and the like skipped. */
public final class Context {

  /** Words for what a place is. */
  private static final long NOUNS =
      WordClass.bits(
          WordClass.TOWN,
          WordClass.QUARTER,
          WordClass.DISTRICT,
          WordClass.REGION,
          WordClass.AREA,
          WordClass.CAMP);

  private static final int LONGEST_REMARK = 5;

  private Context() {}

  /**
   * Returns the index of the word that governs what starts at a token: the one before it and before
   * its articles, within the sentence; -1 when there is none or a mark stands between.
   */
  public static int governor(Document document, int first) {
    int i = first - 1;
    while (document.sameSentence(first, i) && isSkipped(document.token(i))) {
      i--;
    }
    return document.sameSentence(first, i) && document.token(i).isWord() ? i : -1;
  }

  private static boolean isSkipped(Token token) {
    // "du" and "au" are an article and a preposition in one: they govern.
    return token.is(WordClass.DETERMINER)
        && !token.is(WordClass.OF)
        && !token.is(WordClass.LOCATIVE);
  }

  /**
   * Returns the index after a name, after the small word for what it is, and after a remark in
   * brackets: where the unit that contains it may follow. "Fouka town (outside), Haut-Mbomou".
   *
   * @param end index after the name
   */
  public static int behindNoun(Document document, int end) {
    int i = end;
    if (document.sameSentence(end - 1, i)
        && document.token(i).shape() == Shape.LOWER
        && (document.token(i).classes() & NOUNS) != 0) {
      i++;
    }
    if (near(document, end - 1, i, '(')) {
      int close = i + 1;
      while (close < i + LONGEST_REMARK
          && document.sameSentence(i, close)
          && document.token(close).shape() == Shape.LOWER) {
        close++;
      }
      i = close > i + 1 && near(document, i, close, ')') ? close + 1 : i;
    }
    return i;
  }

  /** Returns whether the token at an index within the sentence of another is in a class. */
  public static boolean near(Document document, int anchor, int index, WordClass wordClass) {
    return document.sameSentence(anchor, index) && document.is(index, wordClass);
  }

  /** Returns whether a mark stands at an index within the sentence of another. */
  public static boolean near(Document document, int anchor, int index, char mark) {
    return document.sameSentence(anchor, index) && document.is(index, mark);
  }
}
