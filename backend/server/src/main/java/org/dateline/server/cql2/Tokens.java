package org.dateline.server.cql2;

import org.dateline.server.notation.Decimal;

/** The words of a filter in CQL2 text, one at a time. */
final class Tokens {

  /** What a word is. */
  enum Kind {
    NAME,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  /**
   * A word.
   *
   * @param text what it means: without quotes, escapes resolved
   * @param start where it begins, 0-based
   */
  record Token(Kind kind, String text, int start) {

    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it is a keyword, which may be written large or small. */
    boolean isWord(String word) {
      return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    String place() {
      return "at character " + (start + 1);
    }
  }

  private static final String SIGNS = "()<>=,+-*/%^";

  private final String filter;
  private int at;
  private Token next;

  Tokens(String filter) {
    this.filter = filter;
    this.next = read();
  }

  /** Returns the next word without taking it. */
  Token peek() {
    return next;
  }

  /** Takes the next word. */
  Token take() {
    Token taken = next;
    next = read();
    return taken;
  }

  /**
   * Takes what stands in brackets, as it is written, from the next word on, which is the opening
   * bracket. Used for geometries, which have a grammar of their own.
   *
   * @param deepest how many brackets may be open at once
   */
  String takeBrackets(int deepest) {
    int start = next.start();
    int open = 0;
    for (int i = start; i < filter.length(); i++) {
      char c = filter.charAt(i);
      if (c == '(' && ++open > deepest) {
        throw Parsed.tooDeep("at character " + (i + 1));
      }
      if (c == ')' && --open == 0) {
        at = i + 1;
        next = read();
        return filter.substring(start, i + 1);
      }
    }
    throw wrong("A bracket is opened and never closed.", start, "Close it with ).");
  }

  private Token read() {
    while (at < filter.length() && isSpace(filter.charAt(at))) {
      at++;
    }
    int start = at;
    if (at == filter.length()) {
      return new Token(Kind.END, "", start);
    }
    char c = filter.charAt(at);
    if (c == '\'') {
      return text(start);
    }
    if (c == '"') {
      int end = filter.indexOf('"', start + 1);
      if (end <= start + 1) {
        throw wrong(
            "A name in quotation marks is empty or has no end.", start, "Close it with \".");
      }
      at = end + 1;
      return new Token(Kind.QUOTED_NAME, filter.substring(start + 1, end), start);
    }
    if (isDigit(c) || (c == '.' && at + 1 < filter.length() && isDigit(filter.charAt(at + 1)))) {
      return number(start);
    }
    if (startsName(filter.codePointAt(at))) {
      while (at < filter.length() && continuesName(filter.codePointAt(at))) {
        at += Character.charCount(filter.codePointAt(at));
      }
      return new Token(Kind.NAME, filter.substring(start, at), start);
    }
    if (SIGNS.indexOf(c) < 0) {
      String shown = new String(Character.toChars(filter.codePointAt(at)));
      throw wrong(
          "\"" + shown + "\" means nothing here.",
          start,
          "Texts stand in single quotation marks, names in none or in double ones.");
    }
    at++;
    if (at < filter.length()) {
      String two = filter.substring(start, at + 1);
      if (two.equals("<>") || two.equals("<=") || two.equals(">=")) {
        at++;
        return new Token(Kind.SIGN, two, start);
      }
    }
    return new Token(Kind.SIGN, String.valueOf(c), start);
  }

  private Token text(int start) {
    StringBuilder text = new StringBuilder();
    for (int i = start + 1; i < filter.length(); i++) {
      char c = filter.charAt(i);
      boolean quoteFollows = i + 1 < filter.length() && filter.charAt(i + 1) == '\'';
      if ((c == '\'' || c == '\\') && quoteFollows) {
        text.append('\'');
        i++;
      } else if (c == '\'') {
        at = i + 1;
        return new Token(Kind.TEXT, text.toString(), start);
      } else {
        text.append(c);
      }
    }
    throw wrong("A text has no end.", start, "Close it with '. Write ' within a text as ''.");
  }

  private Token number(int start) {
    digits();
    if (at < filter.length() && filter.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < filter.length() && (filter.charAt(at) == 'e' || filter.charAt(at) == 'E')) {
      at++;
      if (at < filter.length() && (filter.charAt(at) == '+' || filter.charAt(at) == '-')) {
        at++;
      }
      digits();
    }
    String number = filter.substring(start, at);
    if (Decimal.parse(number) == null
        || (at < filter.length() && startsName(filter.codePointAt(at)))) {
      throw wrong("\"" + number + "\" is not a number.", start, "For example 12, 0.5 or 1e6.");
    }
    return new Token(Kind.NUMBER, number, start);
  }

  private void digits() {
    while (at < filter.length() && isDigit(filter.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean startsName(int c) {
    return c == ':' || c == '_' || Character.isLetter(c);
  }

  private static boolean continuesName(int c) {
    return startsName(c)
        || c == '.'
        || Character.isDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static InvalidFilterException wrong(String detail, int at, String hint) {
    return new InvalidFilterException(detail, "at character " + (at + 1), hint);
  }
}
