package org.dateline.geoparser.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dateline.geoparser.lexicon.Lexicon;
import org.dateline.geoparser.lexicon.WordClass;

/**
 * Finds where sentences end: at a mark that ends one, at the end of a line, and where two are
 * glued.
 */
final class SentenceSplitter {

  private static final Set<String> ENDS = Set.of(".", "!", "?", "…", "؟", "۔", "。");
  private static final Set<String> CLOSERS = Set.of("\"", "'", ")", "]");

  private final String text;
  private final List<Token> tokens;
  private final Lexicon lexicon;
  private final boolean wrapped;

  SentenceSplitter(String text, List<Token> tokens, Lexicon lexicon) {
    this.text = text;
    this.tokens = tokens;
    this.lexicon = lexicon;
    wrapped = isHardWrapped(text);
  }

  /** Returns, for each sentence, the indexes of its first token and of the one after its last. */
  List<int[]> split() {
    List<int[]> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 == tokens.size() || endsAfter(i)) {
        sentences.add(new int[] {start, i + 1});
        start = i + 1;
      }
    }
    return sentences;
  }

  private boolean endsAfter(int i) {
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    if (newline(token.end(), next.start())) {
      return true;
    }
    int mark = i;
    while (mark > 0
        && CLOSERS.contains(tokens.get(mark).form())
        && !tokens.get(mark).spaceBefore()) {
      mark--;
    }
    Token end = tokens.get(mark);
    boolean pointInWord = end.word() && end.form().endsWith(".") && mark == i;
    if (!ENDS.contains(end.form()) && !pointInWord) {
      return false;
    }
    if (CLOSERS.contains(next.form()) && !next.spaceBefore()) {
      return false;
    }
    boolean startsNew =
        next.capitalised()
            || !next.word()
            || Character.isDigit(next.form().charAt(0))
            || !Character.isLowerCase(next.form().codePointAt(0));
    if (!startsNew) {
      return false;
    }
    if (pointInWord) {
      // "U.S. Army" goes on; "in the U.S. The army" does not.
      return next.spaceBefore()
          && lexicon.is(WordClass.FUNCTION, next.lower())
          && next.capitalised();
    }
    if (end.is(".") && mark > 0 && mark == i) {
      Token before = tokens.get(mark - 1);
      boolean glued = !next.spaceBefore();
      if (glued) {
        return before.word()
            && next.capitalised()
            && before.form().length() > 1
            && Character.isLowerCase(before.form().charAt(before.form().length() - 1))
            && next.form().length() > 1;
      }
      if (!end.spaceBefore()
          && before.word()
          && lexicon.is(WordClass.ABBREVIATIONS, before.lower())
          && before.capitalised()
          && !lexicon.is(WordClass.FUNCTION, next.lower())) {
        return false;
      }
      return !(before.word() && before.form().length() == 1 && before.capitalised());
    }
    return next.spaceBefore() || end.is("…");
  }

  private boolean newline(int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n'
          || c == '\u2029'
          || c == '\u2028'
          || (c == '\r' && (i + 1 >= to || text.charAt(i + 1) != '\n'))) {
        breaks++;
      } else if (c == '<' && isBlockTag(i)) {
        return true;
      }
    }
    return breaks > (wrapped ? 1 : 0);
  }

  private boolean isBlockTag(int at) {
    for (String tag :
        List.of(
            "p", "/p", "br", "div", "/div", "h1", "h2", "h3", "/h1", "/h2", "/h3", "li", "/li",
            "td", "tr")) {
      if (text.regionMatches(true, at + 1, tag, 0, tag.length())) {
        char after =
            at + 1 + tag.length() < text.length() ? text.charAt(at + 1 + tag.length()) : '>';
        if (!Character.isLetterOrDigit(after)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether lines end where a column does, as in mails and wire copy, and not where a paragraph
   * does.
   */
  private static boolean isHardWrapped(String text) {
    int lines = 0;
    int full = 0;
    int from = 0;
    while (from < text.length() && lines < 400) {
      int to = text.indexOf('\n', from);
      if (to < 0) {
        to = text.length();
      }
      if (to - from > 1) {
        lines++;
        if (to - from >= 50 && to - from <= 100 && ".!?\"”".indexOf(text.charAt(to - 1)) < 0) {
          full++;
        }
      }
      from = to + 1;
    }
    return lines >= 5 && full * 2 > lines;
  }
}
