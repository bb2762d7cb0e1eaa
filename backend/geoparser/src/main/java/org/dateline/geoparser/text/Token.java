package org.dateline.geoparser.text;

/**
 * A word or a mark of a text.
 *
 * @param start offset of its first UTF-16 unit in the received text
 * @param end offset after its last
 * @param form its normalised characters: straight quotes, no soft hyphens, entities decoded
 * @param lower the form in lower case
 * @param word whether it is a word or number, not a mark
 * @param spaceBefore whether something that separates words stands before it
 */
public record Token(
    int start, int end, String form, String lower, boolean word, boolean spaceBefore) {

  /** Returns whether the first letter is upper case. */
  public boolean capitalised() {
    return word && Character.isUpperCase(form.codePointAt(0));
  }

  /** Returns whether all letters are upper case and there are at least two. */
  public boolean allCaps() {
    int letters = 0;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (Character.isLetter(c)) {
        if (!Character.isUpperCase(c)) {
          return false;
        }
        letters++;
      }
    }
    return letters >= 2;
  }

  /** Returns whether the token is an elided article or pronoun: "l'", "d'". */
  public boolean elided() {
    return word && form.length() <= 3 && form.charAt(form.length() - 1) == '\'';
  }

  /** Returns whether the form is exactly this mark or word. */
  public boolean is(String other) {
    return form.equals(other);
  }
}
