package org.dateline.server.feature;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they stand in ids: lower case, digits and hyphens. */
public final class Slug {

  private static final int MAX_LENGTH = 60;

  private Slug() {}

  /**
   * Returns the slug of a name: accents dropped, everything but letters and digits a hyphen.
   * Letters of other scripts stay. "place" when nothing is left.
   */
  public static String of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("['\u2019\u02bc]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-");
    if (plain.codePointCount(0, plain.length()) > MAX_LENGTH) {
      plain = plain.substring(0, plain.offsetByCodePoints(0, MAX_LENGTH));
    }
    String trimmed = plain.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "place" : trimmed;
  }
}
