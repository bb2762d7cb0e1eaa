package org.dateline.server.feature;

import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/** Country codes. */
public final class Countries {

  private Countries() {}

  /** Returns the ISO 3166-1 alpha-3 code of an alpha-2 code, null when there is none (XK). */
  public static @Nullable String iso3(String iso2) {
    try {
      String code = new Locale.Builder().setRegion(iso2).build().getISO3Country();
      return code.isEmpty() ? null : code;
    } catch (MissingResourceException | java.util.IllformedLocaleException e) {
      return null;
    }
  }
}
