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
  METONYM
}
