package org.dateline.geoparser.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

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

  /** "and", "so"; then "in", "to", "like": Arabic particles that stand before a word unspaced. */
  private static final String CONJUNCTIONS = "وف";

  private static final String PREPOSITIONS = "بلك";
  private static final String ARTICLE = "ال";
  private static final char TATWEEL = '\u0640';

  private final NormalText view;
  private final Lexicon lexicon;
  private final Predicate<String> startsName;
  private final List<Token> tokens = new ArrayList<>();
  private int previousEnd;
  private int breaks;

  private Tokenizer(NormalText view, Lexicon lexicon, Predicate<String> startsName) {
    this.view = view;
    this.lexicon = lexicon;
    this.startsName = startsName;
  }

  static List<Token> tokenize(NormalText view, Lexicon lexicon, Predicate<String> startsName) {
    Tokenizer tokenizer = new Tokenizer(view, lexicon, startsName);
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
    if (lexicon.hasProclitics() && shapeOf(start, end) == Shape.UNCASED) {
      proclitics(start, end);
    } else {
      add(start, end, shapeOf(start, end));
    }
    return end;
  }

  /**
   * Makes tokens of a word and of the particles at its start: "ومصر" is "and" and "Egypt",
   * "بالخرطوم" is "in" and "Khartoum". Only what leaves a word that is known is taken off, so that
   * "ولاية" stays whole.
   */
  private void proclitics(int start, int end) {
    String word = view.substring(start, end);
    int particles = 0;
    if (word.length() >= 3 && !isKnownWord(word)) {
      int conjunction = CONJUNCTIONS.indexOf(word.charAt(0)) >= 0 ? 1 : 0;
      boolean preposition =
          PREPOSITIONS.indexOf(word.charAt(conjunction)) >= 0 && word.length() >= conjunction + 4;
      if (conjunction > 0 && leavesWord(word.substring(1))) {
        particles = 1;
      } else if (preposition && leavesWord(withArticle(word.substring(conjunction + 1)))) {
        particles = conjunction + 1;
      }
    }
    for (int i = 0; i < particles; i++) {
      add(start + i, start + i + 1, Shape.UNCASED);
    }
    String rest = word.substring(particles);
    boolean to = particles > 0 && word.charAt(particles - 1) == 'ل';
    add(start + particles, end, Shape.UNCASED, to ? withArticle(rest) : rest);
  }

  /** "To the" is written with two l and no alef: the article gets it back. */
  private static String withArticle(String afterTo) {
    return afterTo.startsWith("ل") && afterTo.length() > 3 ? "ا" + afterTo : afterTo;
  }

  private boolean leavesWord(String rest) {
    return (rest.startsWith(ARTICLE) && rest.length() > 4)
        || (rest.length() > 2 ? isKnownWord(rest) : lexicon.classesOf(rest) != 0);
  }

  private boolean isKnownWord(String word) {
    return lexicon.classesOf(word) != 0 || startsName.test(word);
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
    if (upper > 1 && lower == 0) {
      return Shape.UPPER;
    }
    return lexicon.isBigNoun(view.substring(start, end).toLowerCase(Locale.ROOT))
        ? Shape.LOWER
        : Shape.CAPITAL;
  }

  private void add(int start, int end, Shape shape) {
    add(start, end, shape, view.substring(start, end));
  }

  private void add(int start, int end, Shape shape, String text) {
    String lower =
        switch (shape) {
          case PUNCTUATION -> text;
          case UNCASED -> withoutVowelSigns(text);
          default -> text.toLowerCase(Locale.ROOT);
        };
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

  /** Arabic may be written with signs for its short vowels, and drawn out to fill a line. */
  private static String withoutVowelSigns(String word) {
    StringBuilder bare = null;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean sign = c == TATWEEL || Character.getType(c) == Character.NON_SPACING_MARK;
      if (sign && bare == null) {
        bare = new StringBuilder(word.length()).append(word, 0, i);
      } else if (!sign && bare != null) {
        bare.append(c);
      }
    }
    return bare == null ? word : bare.toString();
  }
}
