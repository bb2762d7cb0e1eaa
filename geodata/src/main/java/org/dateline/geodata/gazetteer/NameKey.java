package org.dateline.geodata.gazetteer;

import java.text.Normalizer;

/**
 * The key under which a name is found: what remains of it when case, accents, hyphens, apostrophes
 * and points are gone. "Ti-n-Zaouâtene" and "Ti n Zaouatene" have one key, so have "St. Louis" and
 * "Saint-Louis".
 */
public final class NameKey {

  private static final char NOTHING = 0;
  private static final char SEVERAL = 1;
  private static final char GAP = ' ';

  /** Draws an Arabic word out to fill a line. */
  private static final char TATWEEL = '\u0640';

  private static final char[] FOLDED = table();

  private NameKey() {}

  /** Returns the strict key of a name: lower-case tokens parted by single spaces; may be empty. */
  public static String of(CharSequence name) {
    StringBuilder key = new StringBuilder(name.length());
    append(key, name);
    return key.length() > 4 && key.indexOf("the ") == 0 ? key.substring(4) : key.toString();
  }

  /**
   * Appends the folded tokens of a name to a key, parted from what is there by a space. Unlike
   * {@link #of} it keeps a leading article, since it may be called for one token of many.
   */
  public static void append(StringBuilder key, CharSequence name) {
    boolean simple = true;
    for (int i = 0; i < name.length() && simple; i++) {
      simple = name.charAt(i) < FOLDED.length;
    }
    CharSequence letters = simple ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
    boolean gap = key.length() > 0;
    int token = -1;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      char folded = c < FOLDED.length ? FOLDED[c] : fold(c);
      if (folded == NOTHING) {
        continue;
      }
      if (folded == GAP) {
        gap = true;
        continue;
      }
      if (gap || token < 0) {
        if (gap && key.length() > 0) {
          shorten(key, token);
          key.append(' ');
        }
        token = key.length();
        gap = false;
      }
      if (folded == SEVERAL) {
        severalLetters(key, c);
      } else {
        key.append(folded);
      }
    }
    shorten(key, token);
  }

  /**
   * Returns the loose key: the strict one with the spellings of French and English romanisation
   * made one (ou/u/w, dj/j, c/k/q, y/i, doubled letters, mute endings), all tokens run together.
   */
  public static String loose(CharSequence name) {
    String key =
        of(name)
            .replace(" ", "")
            .replace("ou", "u")
            .replace("oo", "u")
            .replace("w", "u")
            .replace("dj", "j")
            .replace("dg", "j")
            .replace("tch", "ch")
            .replace("sh", "ch")
            .replace("gh", "g")
            .replace("gue", "ge")
            .replace("gui", "gi")
            .replace("kh", "k")
            .replace("ph", "f")
            .replace("q", "k")
            .replace("c", "k")
            .replace("y", "i")
            .replace("z", "s")
            .replace("e", "i");
    StringBuilder loose = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == 'h' || (i > 0 && c == key.charAt(i - 1))) {
        continue;
      }
      loose.append(c);
    }
    while (loose.length() > 4 && "ieh".indexOf(loose.charAt(loose.length() - 1)) >= 0) {
      loose.setLength(loose.length() - 1);
    }
    return loose.toString();
  }

  /** Makes "saint", "mount" and "fort" what their short forms are. */
  private static void shorten(StringBuilder key, int token) {
    if (token < 0) {
      return;
    }
    int length = key.length() - token;
    if ((length == 5 && key.indexOf("saint", token) == token)
        || (length == 6 && key.indexOf("sainte", token) == token)
        || (length == 3 && key.indexOf("ste", token) == token)) {
      key.setLength(token);
      key.append("st");
    } else if (length == 5 && key.indexOf("mount", token) == token) {
      key.setLength(token);
      key.append("mt");
    } else if (length == 4 && key.indexOf("fort", token) == token) {
      key.setLength(token);
      key.append("ft");
    }
  }

  /** What a character leaves in a key: a letter or digit, or one of the marks below. */
  private static char fold(char c) {
    if (Character.isLetterOrDigit(c)) {
      return letter(Character.toLowerCase(c));
    }
    boolean parts =
        switch (c) {
          case '-', '‐', '‑', '–', '/', '_' -> true;
          default -> Character.isSpaceChar(c) || Character.isWhitespace(c);
        };
    // Apostrophes, points, combining marks and the rest leave no trace.
    return parts ? GAP : NOTHING;
  }

  private static char letter(char c) {
    return switch (c) {
      case 'ß', 'æ', 'œ', 'þ', 'ŋ' -> SEVERAL;
      case 'ø', 'ɔ' -> 'o';
      case 'ł' -> 'l';
      case 'đ', 'ð', 'ɗ' -> 'd';
      case 'ı' -> 'i';
      case 'ɛ', 'ə', 'ǝ' -> 'e';
      case 'ɓ' -> 'b';
      case 'ƙ' -> 'k';
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى' -> 'ي';
      case 'ة' -> 'ه';
      case 'ی' -> 'ي';
      case 'ک' -> 'ك';
      case TATWEEL -> NOTHING;
      default -> c;
    };
  }

  private static void severalLetters(StringBuilder key, char c) {
    key.append(
        switch (Character.toLowerCase(c)) {
          case 'ß' -> "ss";
          case 'æ' -> "ae";
          case 'œ' -> "oe";
          case 'þ' -> "th";
          default -> "ng";
        });
  }

  /** Folds the Latin letters at one look: a report's tokens are folded more often than all else. */
  private static char[] table() {
    char[] table = new char[0x250];
    for (char c = 0; c < table.length; c++) {
      // The first character of a decomposition is the letter, what follows are its marks.
      table[c] = fold(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).charAt(0));
    }
    return table;
  }
}
