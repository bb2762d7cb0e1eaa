package org.dateline.geodata.gazetteer;

import java.text.Normalizer;

/**
 * The key under which a name is found: what remains of it when case, accents, hyphens, apostrophes
 * and points are gone. "Ti-n-Zaouâtene" and "Ti n Zaouatene" have one key, so have "St. Louis" and
 * "Saint-Louis".
 */
public final class NameKey {

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
    int start = key.length();
    boolean ascii = true;
    for (int i = 0; i < name.length() && ascii; i++) {
      ascii = name.charAt(i) < 128;
    }
    CharSequence source = ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
    boolean gap = start > 0;
    int token = -1;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && key.length() > 0) {
          shorten(key, token);
          key.append(' ');
        }
        if (gap || token < 0) {
          token = key.length();
        }
        gap = false;
        letter(key, Character.toLowerCase(c));
      } else if (c == '-'
          || c == '‐'
          || c == '‑'
          || c == '–'
          || c == '/'
          || c == '_'
          || Character.isSpaceChar(c)
          || Character.isWhitespace(c)) {
        gap = true;
      }
      // Apostrophes, points, combining marks and the rest leave no trace.
    }
    if (token >= 0) {
      shorten(key, token);
    }
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

  /** Makes "saint" and "mount" what their short forms are. */
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
    }
  }

  private static void letter(StringBuilder key, char c) {
    switch (c) {
      case 'ß' -> key.append("ss");
      case 'æ' -> key.append("ae");
      case 'œ' -> key.append("oe");
      case 'ø', 'ɔ' -> key.append('o');
      case 'ł' -> key.append('l');
      case 'đ', 'ð', 'ɗ' -> key.append('d');
      case 'þ' -> key.append("th");
      case 'ı' -> key.append('i');
      case 'ɛ', 'ə', 'ǝ' -> key.append('e');
      case 'ŋ' -> key.append("ng");
      case 'ɓ' -> key.append('b');
      case 'ƙ' -> key.append('k');
      case 'أ', 'إ', 'آ', 'ٱ' -> key.append('ا');
      case 'ى' -> key.append('ي');
      case 'ة' -> key.append('ه');
      default -> key.append(c);
    }
  }
}
