package org.dateline.server.cql2;

import java.text.Normalizer;
import java.util.Locale;

/** How texts are compared: {@code CASEI}, {@code ACCENTI} and {@code LIKE}. */
final class Texts {

  private Texts() {}

  /**
   * Returns a text without the difference of small and capital letters. Each letter is taken for
   * itself, so that a part of a text is folded as it is within the whole (Greek has a sigma of its
   * own for the end of words).
   */
  static String foldCase(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                Character.toString(c)
                    .toUpperCase(Locale.ROOT)
                    .codePoints()
                    .map(Character::toLowerCase)
                    .forEach(folded::appendCodePoint));
    return folded.toString();
  }

  /** Returns a text without accents and other marks on letters. */
  static String foldAccents(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /**
   * Tells whether a text is as a pattern says: {@code %} stands for any characters or none, {@code
   * _} for one, a backslash before a character for that character. Only the last {@code %} is ever
   * tried again, so that time stays within the product of the lengths.
   */
  static boolean like(String text, String pattern) {
    int[] letters = text.codePoints().toArray();
    int[] signs = pattern.codePoints().toArray();
    int at = 0;
    int sign = 0;
    int afterAny = -1;
    int retry = 0;
    while (at < letters.length) {
      if (sign < signs.length && signs[sign] == '%') {
        afterAny = ++sign;
        retry = at;
        continue;
      }
      boolean escaped = sign + 1 < signs.length && signs[sign] == '\\';
      boolean fits =
          sign < signs.length
              && (escaped
                  ? signs[sign + 1] == letters[at]
                  : signs[sign] == '_' || signs[sign] == letters[at]);
      if (fits) {
        at++;
        sign += escaped ? 2 : 1;
      } else if (afterAny >= 0) {
        at = ++retry;
        sign = afterAny;
      } else {
        return false;
      }
    }
    while (sign < signs.length && signs[sign] == '%') {
      sign++;
    }
    return sign == signs.length;
  }
}
