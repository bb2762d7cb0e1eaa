package org.dateline.geoparser.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits tokens into sentences: at points, question and exclamation marks, at blank lines, and at
 * line ends unless the text is wrapped to a width. A headline is a sentence.
 */
final class SentenceSplitter {

  /** A text none of whose lines is longer is wrapped: its line ends mean nothing. */
  private static final int WRAP_WIDTH = 100;

  /**
   * Tokens after which a sentence is cut wherever it stands. Nobody writes one as long; a list
   * without marks or a machine's output may go on for ever, and what reads a sentence compares its
   * words with each other.
   */
  private static final int LONGEST = 400;

  private final List<Token> tokens;
  private final boolean wrapped;

  private SentenceSplitter(String text, List<Token> tokens) {
    this.tokens = tokens;
    this.wrapped = isWrapped(text);
  }

  static List<Sentence> split(String text, List<Token> tokens) {
    return new SentenceSplitter(text, tokens).run();
  }

  private static boolean isWrapped(String text) {
    int lines = 0;
    int longest = 0;
    int full = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int length = end - start;
      longest = Math.max(longest, length);
      if (length > 0) {
        lines++;
        full += length >= 50 ? 1 : 0;
      }
      start = end + 1;
    }
    return lines >= 4 && longest <= WRAP_WIDTH && full * 2 > lines;
  }

  private List<Sentence> run() {
    List<Sentence> sentences = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 == tokens.size() || i + 1 - first == LONGEST || endsAfter(i, first)) {
        sentences.add(
            new Sentence(new Span(tokens.get(first).start(), tokens.get(i).end()), first, i + 1));
        first = i + 1;
      }
    }
    return sentences;
  }

  private boolean endsAfter(int i, int first) {
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    int lineEnds = next.breaks();
    if (lineEnds >= 2) {
      return true;
    }
    boolean closed = isEnd(token) || (isClosing(token) && i > first && isEnd(tokens.get(i - 1)));
    if (lineEnds == 1 && (!wrapped || closed)) {
      return true;
    }
    if (!closed) {
      return isEndingAbbreviation(token, next);
    }
    if (token.is('.') && i > first && isDay(tokens.get(i - 1)) && next.is(WordClass.MONTH)) {
      // "am 24. Februar".
      return false;
    }
    if (isClosing(next) && !next.spaced()) {
      // The mark that closes the quotation belongs to this sentence.
      return false;
    }
    if (next.spaced()) {
      return next.startsBig() || next.shape() != Shape.LOWER && !next.is(',');
    }
    // "Bamako.Then": a lost space. "example.com" and "3.5" go on in small letters or digits.
    return next.shape() == Shape.CAPITAL
        && i > first
        && !tokens.get(i - 1).isCapitalisedInitial()
        && next.text().length() > 1;
  }

  /** Returns whether an abbreviation ("the U.S.") also ends a sentence: "... the U.S. The army". */
  private static boolean isEndingAbbreviation(Token token, Token next) {
    return token.shape() == Shape.UPPER
        && token.text().length() > 2
        && token.text().endsWith(".")
        && next.shape() == Shape.CAPITAL
        && next.is(WordClass.FUNCTION);
  }

  private static boolean isDay(Token token) {
    return token.shape() == Shape.NUMBER && token.text().length() <= 2;
  }

  private static boolean isEnd(Token token) {
    return token.is('.')
        || token.is('!')
        || token.is('?')
        || token.is('…')
        || token.is('؟')
        || token.is('۔')
        || token.is('。');
  }

  private static boolean isClosing(Token token) {
    return token.is('"') || token.is('\'') || token.is(')') || token.is(']');
  }
}
