package org.dateline.geoparser.mention;

/** In which sense a stretch of text names a place. */
public enum MentionKind {
  /** The place itself. */
  LITERAL,
  /** The place's name for its government, people or team. */
  METONYMIC,
  /** A people or an adjective: "Malian". */
  DEMONYM,
  /** Within the name of something else: "Paris" in "Paris Police Department". */
  EMBEDDED,
  /** A place with no exact border: "the north", "the tri-border area". */
  VAGUE
}
