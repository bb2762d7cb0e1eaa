package org.dateline.server.notation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers, as JSON and CQL2 have them; what else Java reads as one ("0x1p3", "1d") is none.
 */
public final class Decimal {

  private Decimal() {}

  /** Returns a number, null when the text is none or beyond what a double has. */
  public static @Nullable BigDecimal parse(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return Double.isFinite(number.doubleValue()) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
