package org.dateline.geoparser.mention;

/**
 * What the recogniser looks at in a name and around it: each holds or does not. The weights stand
 * in {@code recognition.tsv}.
 */
enum Cue {
  BIAS,
  // What the gazetteer says of the name.
  COUNTRY,
  CONTINENT,
  CAPITAL_CITY,
  FIRST_LEVEL,
  SECOND_LEVEL,
  /** "Rapides Parish": a unit's name with the word for it. */
  UNIT_WITH_WORD,
  /** A river, sea, mountain, region or other natural or informal feature. */
  NATURAL,
  POPULATION_UNKNOWN,
  POPULATION_BELOW_5K,
  POPULATION_5K,
  POPULATION_20K,
  POPULATION_100K,
  POPULATION_1M,
  /** From the reviewed supplement or the newsroom's own places. */
  REVIEWED,
  /** Written to the letter like a place's main name. */
  EXACT_NAME,
  ONLY_ALTERNATE,
  INEXACT,
  /** More than five places bear it. */
  AMBIGUOUS,
  DEMONYM,
  ABBREVIATION,
  METONYM,
  /** No gazetteer has it: only the words around can tell. */
  UNKNOWN,
  /** A place in a country that the text names. */
  IN_NAMED_COUNTRY,
  /** A little place in a country that the text does not name. */
  OBSCURE,
  // How it is written.
  TWO_WORDS,
  MORE_WORDS,
  SHORT,
  SHOUTED_SHORT,
  SMALL_LETTERS,
  LOST_APOSTROPHE,
  SENTENCE_FIRST,
  SHOUTED_LINE,
  GIVEN_NAME,
  GIVEN_NAME_KNOWN_PLACE,
  SURNAME,
  SURNAME_LOCATED,
  NO_PLACE,
  ROAD,
  COMMON_WORD,
  COMMON_WORD_FIRST,
  COMMON_WORD_LOCATED,
  SMALL_ELSEWHERE,
  MONTH_DAY_OR_COMPASS,
  FUNCTION_WORD,
  ORGANISATION_WORD,
  TITLE_WORD,
  // What stands before it.
  LOCATIVE_BEFORE,
  FROM_TO_BEFORE,
  OF_BEFORE,
  BY_WITH_BEFORE,
  MOTION_BEFORE,
  GENERIC_BEFORE,
  ARTICLE_BEFORE,
  CHILD_BEFORE,
  LISTED,
  LISTED_WITH_UNKNOWN,
  /** "from Sake to Goma": the other end is a known place. */
  PAIRED,
  COMMA_BEFORE,
  NUMBER_BEFORE,
  HYPHEN_BEFORE,
  COMPASS_BEFORE,
  TITLE_BEFORE,
  SAYING_BEFORE,
  CAPITAL_LEFT,
  // What stands behind it.
  GENERIC_AFTER,
  /** "West Nile virus": a disease is called so. */
  DISEASE_AFTER,
  APPOSITION,
  PARENT_AFTER,
  DATELINE,
  ROLE_AFTER,
  FORCE_AFTER,
  FACILITY_AFTER,
  HYPHEN_AFTER,
  POSSESSIVE_AFTER,
  COMMA_AFTER,
  ROAD_AFTER,
  NUMBER_AFTER,
  SAYING_AFTER,
  VERB_AFTER,
  ORGANISATION_AFTER,
  CAPITAL_RIGHT,
  // What it stands in.
  IN_PERSON,
  IN_ORGANISATION,
  IN_ORGANISATION_KNOWN_PLACE,
  IN_LONGER_NAME,
  // What the rest of the text says.
  KNOWN_PERSON,
  KNOWN_PERSON_LOCATED,
  /** The same name was plainly a place elsewhere in the text. */
  SEEN_ELSEWHERE,
  /** "Central African Republic: Bria.": nothing beside it, behind the name of its country. */
  ALONE_IN_COUNTRY,
  // Names that no gazetteer has.
  UNKNOWN_LOCATED,
  UNKNOWN_AFTER_GENERIC,
  UNKNOWN_LISTED,
  UNKNOWN_OF,
  UNKNOWN_FROM_TO,
  UNKNOWN_SEVERAL_WORDS
}
