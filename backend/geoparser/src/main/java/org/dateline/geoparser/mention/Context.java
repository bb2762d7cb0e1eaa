package org.dateline.geoparser.mention;

import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/** What stands around a stretch of tokens, with articles and the like skipped. */
public final class Context {

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

  /** Returns whether the token at an index within the sentence of another is in a class. */
  public static boolean near(Document document, int anchor, int index, WordClass wordClass) {
    return document.sameSentence(anchor, index) && document.is(index, wordClass);
  }

  /** Returns whether a mark stands at an index within the sentence of another. */
  public static boolean near(Document document, int anchor, int index, char mark) {
    return document.sameSentence(anchor, index) && document.is(index, mark);
  }
}
