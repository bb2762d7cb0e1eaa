package org.dateline.geodata.gazetteer;

/** What sort of name a string is for a place. */
public enum NameKind {
  /** The place's main name. */
  NAME,
  /** Another name or spelling. */
  ALTERNATE,
  /** A people or adjective: "Malian", "Maliennes", "the French". */
  DEMONYM,
  /** A postal, press or colloquial short form: "Calif.", "U.S.", "CAR". */
  ABBREVIATION,
  /** A seat of power that stands for a state: "the Kremlin", "the Elysée". */
  METONYM,
  /** A name or short name that a language prefers to the other names: as good as the main one. */
  PREFERRED,
  /** What the place was called: "Léopoldville". */
  HISTORIC;

  /** Returns whether this is a name of the place itself, of today or of the past. */
  public boolean isProper() {
    return switch (this) {
      case NAME, ALTERNATE, PREFERRED, HISTORIC -> true;
      case DEMONYM, ABBREVIATION, METONYM -> false;
    };
  }

  /**
   * Returns what being known by such a name adds to a place's {@link Fame}: its own counts as ten
   * times the people of another, a former one as a tenth of another's.
   */
  public int fame() {
    return switch (this) {
      case ALTERNATE -> -1;
      case HISTORIC -> -2;
      case NAME, PREFERRED, DEMONYM, ABBREVIATION, METONYM -> 0;
    };
  }
}
