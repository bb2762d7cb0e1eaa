package org.dateline.geoparser.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dateline.geoparser.lexicon.Lexicon;

/** A received text with its tokens and sentences. */
public final class ReportText {

  private final String text;
  private final String language;
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final int[] sentenceOfToken;
  private final List<int[]> ranges;
  private final List<Span> sentences = new ArrayList<>();

  private ReportText(String text, String language) {
    this.text = text;
    this.language = language;
    lexicon = Lexicon.of(language);
    tokens = Tokenizer.tokens(text);
    ranges = new SentenceSplitter(text, tokens, lexicon).split();
    sentenceOfToken = new int[tokens.size()];
    for (int s = 0; s < ranges.size(); s++) {
      int[] range = ranges.get(s);
      Arrays.fill(sentenceOfToken, range[0], range[1], s);
      sentences.add(new Span(tokens.get(range[0]).start(), tokens.get(range[1] - 1).end()));
    }
  }

  /**
   * Reads a text.
   *
   * @param language BCP 47 tag
   */
  public static ReportText of(String text, String language) {
    return new ReportText(text, language);
  }

  /** Returns the text as received. */
  public String text() {
    return text;
  }

  /** Returns the BCP 47 tag of its language. */
  public String language() {
    return language;
  }

  /** Returns the word classes of its language. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** Returns the tokens in order. */
  public List<Token> tokens() {
    return tokens;
  }

  /** Returns the sentences in order. */
  public List<Span> sentences() {
    return sentences;
  }

  /** Returns the number of the sentence that a token stands in. */
  public int sentenceOf(int token) {
    return sentenceOfToken[token];
  }

  /** Returns the index of the first token of a sentence. */
  public int firstToken(int sentence) {
    return ranges.get(sentence)[0];
  }

  /** Returns the index after the last token of a sentence. */
  public int endToken(int sentence) {
    return ranges.get(sentence)[1];
  }

  /** Returns whether two tokens stand in one sentence; false when either is outside the text. */
  public boolean sameSentence(int one, int other) {
    return one >= 0
        && other >= 0
        && one < tokens.size()
        && other < tokens.size()
        && sentenceOfToken[one] == sentenceOfToken[other];
  }

  /**
   * Returns the lower-case form of a token of the same sentence as another, "" when there is none.
   */
  public String lower(int token, int sameSentenceAs) {
    return sameSentence(token, sameSentenceAs) ? tokens.get(token).lower() : "";
  }
}
