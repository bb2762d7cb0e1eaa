package org.dateline.server.cql2;

/** A filter that cannot be understood, or that makes no sense for the collection. */
public final class InvalidFilterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * Makes one.
   *
   * @param detail what is wrong, a sentence
   * @param place where: "at character 7" or "at /args/1"; empty when it is the whole
   * @param hint what to do about it, a sentence
   */
  InvalidFilterException(String detail, String place, String hint) {
    super(
        place.isEmpty() ? detail : detail.replaceFirst("\\.$", "") + " (" + place + ").",
        null,
        false,
        false);
    this.hint = hint;
  }

  /** Returns what to do about it. */
  public String hint() {
    return hint;
  }
}
