package org.dateline.server.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.dateline.server.change.Actor;

/**
 * The name that readers see beside what someone did. Not an e-mail address: public data would give
 * it to everyone.
 *
 * @param text normalised (NFC), without blanks around it
 */
public record PublicName(String text) {

  /** The most characters of a name. */
  public static final int LONGEST = 60;

  /** Names that the log uses for what is not a person. */
  private static final Set<String> RESERVED = Set.of(Actor.GEOPARSER, "bootstrap", "system");

  /**
   * Checks a name.
   *
   * @throws IllegalArgumentException saying in a sentence what is wrong with it
   */
  public PublicName {
    text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
      throw new IllegalArgumentException("A name has 1 to " + LONGEST + " characters.");
    }
    if (text.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "The name is public, so it must not be an e-mail address: leave the @ out.");
    }
    if (text.codePoints().anyMatch(PublicName::isInvisible)) {
      throw new IllegalArgumentException("The name has characters that cannot be seen.");
    }
    if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "The name \"" + text + "\" stands in the log for what is not a person.");
    }
  }

  /** Returns what two names that look the same have in common. */
  public String key() {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }
}
