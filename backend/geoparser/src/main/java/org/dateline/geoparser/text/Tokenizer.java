package org.dateline.geoparser.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a text into tokens whose offsets are those of the received text, whatever had to be
 * normalised: curly quotes, soft hyphens, character references, pasted HTML, glued sentences.
 */
final class Tokenizer {

  private static final Set<String> ELISIONS =
      Set.of("l", "d", "j", "qu", "n", "s", "c", "m", "t", "jusqu", "lorsqu");

  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("nbsp", " "),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("rsquo", "'"),
          Map.entry("lsquo", "'"),
          Map.entry("rdquo", "\""),
          Map.entry("ldquo", "\""),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("ecirc", "ê"),
          Map.entry("euml", "ë"),
          Map.entry("agrave", "à"),
          Map.entry("acirc", "â"),
          Map.entry("ccedil", "ç"),
          Map.entry("ocirc", "ô"),
          Map.entry("ucirc", "û"),
          Map.entry("ugrave", "ù"),
          Map.entry("icirc", "î"),
          Map.entry("iuml", "ï"),
          Map.entry("iuml;", "ï"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("Eacute", "É"),
          Map.entry("hellip", "…"),
          Map.entry("shy", ""));

  private final String text;
  private final boolean html;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder form = new StringBuilder();
  private int at;
  private boolean space = true;

  private Tokenizer(String text) {
    this.text = text;
    html = looksLikeHtml(text);
    at = 0;
  }

  static List<Token> tokens(String text) {
    return new Tokenizer(text).run();
  }

  private static boolean looksLikeHtml(String text) {
    int open = text.indexOf('<');
    while (open >= 0 && open + 1 < text.length()) {
      char next = text.charAt(open + 1);
      if ((Character.isLetter(next) || next == '/' || next == '!') && text.indexOf('>', open) > 0) {
        return true;
      }
      open = text.indexOf('<', open + 1);
    }
    return false;
  }

  private List<Token> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (html && c == '<' && tag()) {
        space = true;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff') {
        space = true;
        at++;
      } else if (isInvisible(c)) {
        at++;
      } else if (isWordStart()) {
        word();
      } else {
        mark();
      }
    }
    return tokens;
  }

  /** Skips a tag with what it holds if that is no text: scripts and styles. */
  private boolean tag() {
    int close = text.indexOf('>', at);
    if (close < 0 || at + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    if (!Character.isLetter(next) && next != '/' && next != '!') {
      return false;
    }
    for (String hidden : List.of("script", "style")) {
      if (text.regionMatches(true, at + 1, hidden, 0, hidden.length())) {
        int end = text.toLowerCase(Locale.ROOT).indexOf("</" + hidden, close);
        if (end >= 0) {
          close = Math.max(text.indexOf('>', end), end);
        }
      }
    }
    at = close + 1;
    return true;
  }

  private boolean isWordStart() {
    char c = text.charAt(at);
    if (c == '&') {
      String decoded = entity(at);
      return decoded != null
          && !decoded.isEmpty()
          && Character.isLetterOrDigit(decoded.codePointAt(0));
    }
    return Character.isLetterOrDigit(text.codePointAt(at));
  }

  private void word() {
    int start = at;
    form.setLength(0);
    int end = at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
        form.appendCodePoint(c);
        at += Character.charCount(c);
        end = at;
      } else if (c < 0x10000 && isInvisible((char) c)) {
        at++;
      } else if (c == '&' && html(at)) {
        String decoded = entity(at);
        if (decoded == null || decoded.isEmpty() || !Character.isLetter(decoded.codePointAt(0))) {
          break;
        }
        form.append(decoded);
        at = text.indexOf(';', at) + 1;
        end = at;
      } else if (isApostrophe(c)
          && at + 1 < text.length()
          && Character.isLetter(text.charAt(at + 1))) {
        if (!apostrophe(start)) {
          return;
        }
        end = at;
      } else if (c == '.' && abbreviation()) {
        form.append('.');
        at++;
        end = at;
      } else if ((c == ',' || c == '.') && isDigitAround()) {
        form.append((char) c);
        at++;
        end = at;
      } else {
        break;
      }
    }
    add(start, end, form.toString(), true);
  }

  /**
   * Deals with an apostrophe between letters: an elision or a possessive ends the token.
   *
   * @return whether the word goes on
   */
  private boolean apostrophe(int start) {
    String before = form.toString().toLowerCase(Locale.ROOT);
    boolean capitalAfter = Character.isUpperCase(text.charAt(at + 1));
    boolean elision =
        ELISIONS.contains(before)
            && !(capitalAfter && Character.isUpperCase(form.charAt(0)) && before.equals("n"));
    if (elision) {
      form.append('\'');
      at++;
      add(start, at, form.toString(), true);
      return false;
    }
    char next = text.charAt(at + 1);
    boolean wordEnds = at + 2 >= text.length() || !Character.isLetter(text.charAt(at + 2));
    if ((next == 's' || next == 'S') && wordEnds) {
      add(start, at, form.toString(), true);
      add(at, at + 2, "'s", true);
      at += 2;
      return false;
    }
    form.append('\'');
    at++;
    return true;
  }

  /** A point within "U.S." or after a single capital, or before a short ending as in "a.m.". */
  private boolean abbreviation() {
    boolean single =
        form.length() == 1 || (form.length() >= 2 && form.charAt(form.length() - 2) == '.');
    if (!single || !Character.isLetter(form.charAt(form.length() - 1))) {
      return false;
    }
    boolean letterAfter = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    if (form.length() == 1) {
      // "U.S", and initials such as "J. Smith"; but not "a." at the end of a sentence.
      return Character.isUpperCase(form.charAt(0))
          || (letterAfter && at + 2 < text.length() && text.charAt(at + 2) == '.');
    }
    return true;
  }

  private boolean isDigitAround() {
    return at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private boolean html(int position) {
    return entity(position) != null;
  }

  private @org.jspecify.annotations.Nullable String entity(int position) {
    int semicolon = text.indexOf(';', position);
    if (semicolon < 0 || semicolon - position > 9 || semicolon == position + 1) {
      return null;
    }
    String name = text.substring(position + 1, semicolon);
    if (name.charAt(0) == '#') {
      try {
        int code =
            name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X')
                ? Integer.parseInt(name.substring(2), 16)
                : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return ENTITIES.get(name);
  }

  private void mark() {
    int c = text.codePointAt(at);
    int end = at + Character.charCount(c);
    String normal =
        switch (c) {
          case '‘', '’', '‛', '`', '´' -> "'";
          case '“', '”', '„', '«', '»' -> "\"";
          case '–', '—', '‒', '―' -> "—";
          case '‐', '‑' -> "-";
          default -> text.substring(at, end);
        };
    if (c == '&') {
      String decoded = entity(at);
      if (decoded != null) {
        end = text.indexOf(';', at) + 1;
        normal = decoded;
        if (decoded.isBlank()) {
          at = end;
          space = true;
          return;
        }
      }
    }
    add(at, end, normal, false);
    at = end;
  }

  private void add(int start, int end, String normal, boolean word) {
    tokens.add(new Token(start, end, normal, normal.toLowerCase(Locale.ROOT), word, space));
    space = false;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '`' || c == '´';
  }

  private static boolean isInvisible(char c) {
    return c == '\u00ad'
        || c == '\u200b'
        || c == '\u200c'
        || c == '\u200d'
        || c == '\u2060'
        || c == '\u200e'
        || c == '\u200f';
  }
}
