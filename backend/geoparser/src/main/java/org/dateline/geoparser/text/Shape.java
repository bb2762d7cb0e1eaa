package org.dateline.geoparser.text;

/** How a token is written. */
public enum Shape {
  /** "town". */
  LOWER,
  /** "Mopti", "McAllen", also a single capital. */
  CAPITAL,
  /** "BAMAKO", "U.S.". */
  UPPER,
  /** Letters of a script without case. */
  UNCASED,
  /** "30,000", "15th". */
  NUMBER,
  /** Anything else, one character a token. */
  PUNCTUATION
}
