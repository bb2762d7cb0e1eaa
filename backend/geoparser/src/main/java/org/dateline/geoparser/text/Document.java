package org.dateline.geoparser.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A received text with its sentences and tokens. Rules walk it by token index; every token knows
 * its offsets in the text as received.
 */
public final class Document {

  private final String text;
  private final String language;
  private final List<Token> tokens;
  private final List<Sentence> sentences;
  private final int[] sentenceOf;
  private final int[] phraseStarts;
  private final boolean hasApostrophes;

  private Document(String text, String language, List<Token> tokens, int[] phraseStarts) {
    this.text = text;
    this.language = language;
    this.tokens = tokens;
    this.phraseStarts = phraseStarts;
    this.sentences = SentenceSplitter.split(text, tokens);
    this.sentenceOf = new int[tokens.size()];
    for (int s = 0; s < sentences.size(); s++) {
      for (int i = sentences.get(s).first(); i < sentences.get(s).end(); i++) {
        sentenceOf[i] = s;
      }
    }
    this.hasApostrophes = tokens.stream().anyMatch(token -> token.text().indexOf('\'') >= 0);
  }

  /**
   * Reads a text.
   *
   * @param language BCP 47 tag, null to detect it
   */
  public static Document of(String text, @Nullable String language) {
    return of(text, language, word -> false);
  }

  /**
   * Reads a text.
   *
   * @param language BCP 47 tag, null to detect it
   * @param startsName whether a name in the gazetteer starts with a word, which tells where a
   *     particle that is written together with it ends
   */
  public static Document of(String text, @Nullable String language, Predicate<String> startsName) {
    NormalText view = NormalText.of(text);
    String given = language == null ? null : primarySubtag(language);
    Lexicon lexicon = Lexicon.of(given == null ? "en" : given);
    List<Token> tokens = Tokenizer.tokenize(view, lexicon, startsName);
    String known = given;
    if (known == null) {
      known = LanguageGuess.of(tokens);
      if (!known.equals("en")) {
        lexicon = Lexicon.of(known);
        tokens = Tokenizer.tokenize(view, lexicon, startsName);
      }
    }
    int[] phraseStarts = lexicon.markPhrases(tokens);
    return new Document(text, known, tokens, phraseStarts);
  }

  private static String primarySubtag(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }

  /** Returns the text as received. */
  public String text() {
    return text;
  }

  /** Returns the language as a BCP 47 primary subtag, "und" when nothing tells it. */
  public String language() {
    return language;
  }

  /** Returns all sentences, in order. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /** Returns how many tokens there are. */
  public int size() {
    return tokens.size();
  }

  /** Returns the token at an index. */
  public Token token(int index) {
    return tokens.get(index);
  }

  /** Returns whether the token at an index, which may lie outside the text, is in a class. */
  public boolean is(int index, WordClass wordClass) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(wordClass);
  }

  /** Returns whether the token at an index, which may lie outside the text, is a mark. */
  public boolean is(int index, char mark) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(mark);
  }

  /**
   * Returns where the phrase of the lexicon that ends with a token starts ("tri-border"); the token
   * itself when it ends none.
   */
  public int phraseStart(int token) {
    return phraseStarts[token];
  }

  /** Returns the index of the sentence that a token stands in. */
  public int sentenceIndexOf(int token) {
    return sentenceOf[token];
  }

  /** Returns the sentence that a token stands in. */
  public Sentence sentenceOf(int token) {
    return sentences.get(sentenceOf[token]);
  }

  /** Returns whether two token indexes lie in one sentence; false where one is outside the text. */
  public boolean sameSentence(int a, int b) {
    return a >= 0
        && b >= 0
        && a < tokens.size()
        && b < tokens.size()
        && sentenceOf[a] == sentenceOf[b];
  }

  /** Returns the stretch of the received text from one token to before another. */
  public Span span(int first, int end) {
    return new Span(tokens.get(first).start(), tokens.get(end - 1).end());
  }

  /**
   * Returns whether the text has apostrophes at all. One without has often lost them on its way:
   * "Malis new course".
   */
  public boolean hasApostrophes() {
    return hasApostrophes;
  }
}
