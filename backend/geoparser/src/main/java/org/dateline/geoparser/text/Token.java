package org.dateline.geoparser.text;

/**
 * A word, number or punctuation mark.
 *
 * @param start offset in the received text
 * @param end offset in the received text after it
 * @param text the characters in the normalised view
 * @param lower the text in lower case
 * @param shape how it is written
 * @param spaced whether white space stands before it
 * @param breaks line ends before it, those of markup counted
 * @param classes the word classes it belongs to, as {@link WordClass} bits
 */
public record Token(
    int start,
    int end,
    String text,
    String lower,
    Shape shape,
    boolean spaced,
    int breaks,
    long classes) {

  /** Returns whether it is a word. */
  public boolean isWord() {
    return shape != Shape.PUNCTUATION && shape != Shape.NUMBER;
  }

  /** Returns whether it is a word that starts with a capital. */
  public boolean isCapitalised() {
    return shape == Shape.CAPITAL || shape == Shape.UPPER;
  }

  /** Returns whether it is written with a capital, be it only since all nouns are. */
  public boolean startsBig() {
    return Character.isUpperCase(text.charAt(0));
  }

  /** Returns whether it is a single capital, with or without a point. */
  public boolean isCapitalisedInitial() {
    return isCapitalised() && (text.length() == 1 || (text.length() == 2 && text.charAt(1) == '.'));
  }

  /** Returns whether the word belongs to a class. */
  public boolean is(WordClass wordClass) {
    return (classes & wordClass.bit()) != 0;
  }

  /** Returns whether it is this punctuation mark. */
  public boolean is(char mark) {
    return shape == Shape.PUNCTUATION && text.charAt(0) == mark;
  }
}
