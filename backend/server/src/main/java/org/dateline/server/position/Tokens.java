package org.dateline.server.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a pair of angles. */
record Tokens(List<Token> list) {

  /** What a part can be. */
  enum Kind {
    NUMBER,
    SIGN,
    DEGREE,
    MINUTE,
    SECOND,
    LETTER,
    SEPARATOR
  }

  /** A part, its text made uniform: numbers with a point, letters N, S, E and W. */
  record Token(Kind kind, String text) {}

  /** The marks of an angle's numbers, in order. */
  static final List<Kind> MARKS = List.of(Kind.DEGREE, Kind.MINUTE, Kind.SECOND);

  private static final String REST =
      "|(?<sign>[-+\u2212\u2013])"
          + "|(?<degree>[\u00b0\u00ba\u02da]|deg(?:rees?)?\\b|d(?=[ \\d]))"
          + "|(?<second>\"|\u201d|\u201c|\u2033|''|\u2019\u2019|\u2032\u2032|sec(?:onds?)?\\b)"
          + "|(?<minute>['\u2018\u2019\u2032\u00b4`]|min(?:utes?)?\\b|m(?=[ \\d]))"
          + "|(?<colon>:)"
          + "|(?<letter>(?:north|nord|norte|south|sud|sur|east|est|este|ost|west|ouest|oeste|[nsewo])(?![a-z]))"
          + "|(?<separator>[,;/|]))";
  private static final Pattern POINT = pattern("\\d{1,3}(?:\\.\\d{1,20})?");
  private static final Pattern COMMA = pattern("\\d{1,3}(?:[.,]\\d{1,20})?");

  /** More than two angles can have. */
  private static final int MOST = 24;

  private static Pattern pattern(String number) {
    return Pattern.compile(
        "\\G ?(?:(?<number>" + number + ")(?!\\d)" + REST, Pattern.CASE_INSENSITIVE);
  }

  /**
   * Cuts a text into its parts.
   *
   * @param comma whether a comma within digits is a decimal one; at least one must then be there
   * @return empty when something else is in it
   */
  static Optional<Tokens> of(String text, boolean comma) {
    Matcher matcher = (comma ? COMMA : POINT).matcher(text);
    List<Token> tokens = new ArrayList<>();
    int end = 0;
    boolean decimalComma = false;
    while (tokens.size() < MOST && matcher.find()) {
      end = matcher.end();
      decimalComma |= matcher.group("number") != null && matcher.group("number").contains(",");
      tokens.add(token(matcher));
    }
    boolean all = text.substring(end).isBlank();
    return all && (!comma || decimalComma) ? Optional.of(new Tokens(tokens)) : Optional.empty();
  }

  private static Token token(Matcher matcher) {
    if (matcher.group("number") != null) {
      return new Token(Kind.NUMBER, matcher.group("number").replace(',', '.'));
    }
    if (matcher.group("sign") != null) {
      return new Token(Kind.SIGN, matcher.group("sign"));
    }
    if (matcher.group("letter") != null) {
      return new Token(Kind.LETTER, letter(matcher.group("letter").toUpperCase(Locale.ROOT)));
    }
    if (matcher.group("degree") != null) {
      return new Token(Kind.DEGREE, "");
    }
    if (matcher.group("minute") != null) {
      return new Token(Kind.MINUTE, "");
    }
    if (matcher.group("second") != null) {
      return new Token(Kind.SECOND, "");
    }
    return new Token(Kind.SEPARATOR, matcher.group("colon") != null ? ":" : ",");
  }

  /** O alone is west, as in French and Spanish; German east is written out. */
  private static String letter(String word) {
    return switch (word) {
      case "O", "OUEST", "OESTE" -> "W";
      case "OST" -> "E";
      default -> word.substring(0, 1);
    };
  }

  int size() {
    return list.size();
  }

  /** Returns the parts before an index. */
  Tokens before(int index) {
    return new Tokens(list.subList(0, index));
  }

  /** Returns the parts from an index on, without a separator there. */
  Tokens after(int index) {
    int start = isComma(list.get(index)) ? index + 1 : index;
    return new Tokens(list.subList(start, list.size()));
  }

  /** Returns whether something beside numbers tells where angles begin and end. */
  boolean hasMarks() {
    return list.stream()
        .anyMatch(
            token ->
                token.kind() == Kind.LETTER
                    || token.kind() == Kind.DEGREE
                    || token.kind() == Kind.SEPARATOR && !isComma(token));
  }

  private static boolean isComma(Token token) {
    return token.kind() == Kind.SEPARATOR && token.text().equals(",");
  }

  Reader reader() {
    return new Reader();
  }

  /** Reads the parts one after the other. */
  final class Reader {

    private int at;

    /** Returns the next part's text when it is of a kind, and goes on behind it. */
    Optional<String> next(Kind kind) {
      return at < list.size() && list.get(at).kind() == kind
          ? Optional.of(list.get(at++).text())
          : Optional.empty();
    }

    /** Goes on behind a mark, or a colon in its place. */
    void skip(Kind mark) {
      if (next(mark).isEmpty() && at < list.size() && list.get(at).text().equals(":")) {
        at++;
      }
    }

    boolean isAtEnd() {
      return at == list.size();
    }
  }
}
