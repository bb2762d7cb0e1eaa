package org.dateline.geoparser.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a normalised text into tokens. Hyphens and clitics are tokens of their own ("anti", "-",
 * "French"; "Mali", "'s"; "l'", "Algérie"), points of abbreviations are not ("U.S.", "Gen.").
 */
final class Tokenizer {

  /** What stands before an apostrophe as a word of its own in Romance languages. */
  private static final Set<String> ELIDED =
      Set.of(
          "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu",
          "dell", "all", "nell", "dall", "sull");

  private final NormalText view;
  private final Lexicon lexicon;
  private final List<Token> tokens = new ArrayList<>();
  private int previousEnd;
  private int breaks;

  private Tokenizer(NormalText view, Lexicon lexicon) {
    this.view = view;
    this.lexicon = lexicon;
  }

  static List<Token> tokenize(NormalText view, Lexicon lexicon) {
    Tokenizer tokenizer = new Tokenizer(view, lexicon);
    tokenizer.run();
    return tokenizer.tokens;
  }

  private void run() {
    int i = 0;
    while (i < view.length()) {
      char c = view.charAt(i);
      if (c == ' ' || c == '\n') {
        breaks += c == '\n' ? 1 : 0;
        i++;
      } else if (isWordPart(c)) {
        i = word(i);
      } else {
        // A pair of surrogates that is no letter, an emoji for one, is one mark.
        int end = Character.isHighSurrogate(c) && i + 1 < view.length() ? i + 2 : i + 1;
        add(i, end, Shape.PUNCTUATION);
        i = end;
      }
    }
  }

  private static boolean isWordPart(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK
            || c == '\u200D'
            || c == '\u200C';
  }

  private int word(int start) {
    int end = start;
    while (end < view.length()) {
      char c = view.charAt(end);
      if (isWordPart(c)) {
        end++;
      } else if (c == '\'' && end > start && isWordPart(at(end + 1))) {
        if (ELIDED.contains(view.substring(start, end).toLowerCase(Locale.ROOT))) {
          add(start, end + 1, shapeOf(start, end));
          start = end + 1;
          end = start;
        } else if (clitic(end) > 0) {
          add(start, end, shapeOf(start, end));
          add(end, end + clitic(end), Shape.LOWER);
          return end + clitic(end);
        } else {
          end++;
        }
      } else if ((c == ',' || c == '.') && isDigit(at(end - 1)) && isDigit(at(end + 1))) {
        end++;
      } else if (c == '.' && isInitial(start, end)) {
        end++;
      } else {
        break;
      }
    }
    // "Bamako.Then": a point between a small letter and a capital parts two sentences, so it was
    // never taken into the word above; an abbreviation's point is.
    if (at(end) == '.'
        && lexicon.isAbbreviation(view.substring(start, end).toLowerCase(Locale.ROOT))) {
      end++;
    }
    add(start, end, shapeOf(start, end));
    return end;
  }

  private char at(int index) {
    return index >= 0 && index < view.length() ? view.charAt(index) : '\n';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns the length of "'s" (or "'" and "re", "ve" ...) at an apostrophe, 0 when it is none. */
  private int clitic(int apostrophe) {
    int length = 0;
    while (isWordPart(at(apostrophe + 1 + length))) {
      length++;
    }
    if (length > 2 || at(apostrophe + 1 + length) == '\'') {
      return 0;
    }
    return switch (view.substring(apostrophe + 1, apostrophe + 1 + length)
        .toLowerCase(Locale.ROOT)) {
      case "s", "re", "ve", "ll", "d", "m" -> length + 1;
      default -> 0;
    };
  }

  /** Returns whether the point at the end closes a single letter: of "J." or of "U.S.". */
  private boolean isInitial(int start, int end) {
    boolean letter = Character.isUpperCase(at(end - 1)) && (end - 1 == start || at(end - 2) == '.');
    // "U.S" goes on; "J." stands before a name; "in Plan B." ends a sentence.
    return letter
        && (Character.isUpperCase(at(end + 1)) || at(end - 2) == '.' || followedByCapital(end));
  }

  private boolean followedByCapital(int point) {
    return at(point + 1) == ' ' && Character.isUpperCase(at(point + 2)) && point > 1;
  }

  private Shape shapeOf(int start, int end) {
    int upper = 0;
    int lower = 0;
    int digits = 0;
    for (int i = start; i < end; i++) {
      char c = view.charAt(i);
      if (Character.isUpperCase(c)) {
        upper++;
      } else if (Character.isLowerCase(c)) {
        lower++;
      } else if (Character.isDigit(c)) {
        digits++;
      }
    }
    if (Character.isDigit(view.charAt(start)) || (upper == 0 && lower == 0 && digits > 0)) {
      return Shape.NUMBER;
    }
    if (upper == 0 && lower == 0) {
      return Shape.UNCASED;
    }
    if (!Character.isUpperCase(view.charAt(start))) {
      return Shape.LOWER;
    }
    return upper > 1 && lower == 0 ? Shape.UPPER : Shape.CAPITAL;
  }

  private void add(int start, int end, Shape shape) {
    String text = view.substring(start, end);
    String lower = shape == Shape.PUNCTUATION ? text : text.toLowerCase(Locale.ROOT);
    tokens.add(
        new Token(
            view.originalStart(start),
            view.originalEnd(end - 1),
            text,
            lower,
            shape,
            start > previousEnd,
            breaks,
            lexicon.classesOf(lower)));
    previousEnd = end;
    breaks = 0;
  }
}
