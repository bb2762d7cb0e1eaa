package org.dateline.geoparser.place;

/**
 * How precisely a geometry stands for what a text says, with the numbers that ACLED ({@code
 * geo_precision}) and UCDP ({@code where_prec}) give the same thing.
 */
public enum Precision {
  /** A facility or a spot. */
  EXACT(1, 1),
  /** A town or village: the point stands for its centre. */
  TOWN(1, 1),
  /** Part of a town, or near a place. */
  VICINITY(2, 2),
  /** A second-level unit. */
  DISTRICT(2, 3),
  /** A first-level unit. */
  REGION(3, 4),
  /** No exact border, or between places. */
  VAGUE(3, 5),
  /** A whole country. */
  COUNTRY(3, 6),
  /** A continent, or a region across countries. */
  SUPRANATIONAL(3, 6),
  /** A river, lake, sea or other natural feature. */
  NATURAL(3, 7);

  private final int acled;
  private final int ucdp;

  Precision(int acled, int ucdp) {
    this.acled = acled;
    this.ucdp = ucdp;
  }

  /** Returns ACLED's {@code geo_precision}, 1 to 3. */
  public int geoPrecision() {
    return acled;
  }

  /** Returns UCDP's {@code where_prec}, 1 to 7. */
  public int wherePrec() {
    return ucdp;
  }
}
