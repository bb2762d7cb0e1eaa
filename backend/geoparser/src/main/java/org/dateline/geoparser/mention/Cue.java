package org.dateline.geoparser.mention;

/**
 * What the recogniser looks at in a name and around it. The weights of these features stand in
 * {@code recognition.tsv}; each is multiplied by the feature's value, 1 where not said otherwise.
 */
enum Cue {
  BIAS,
  /** A country, or a continent, by its name. */
  COUNTRY,
  CONTINENT,
  CAPITAL_CITY,
  FIRST_LEVEL,
  SECOND_LEVEL,
  /** A river, sea, mountain, region or other natural or informal feature. */
  NATURAL,
  /** Value: logarithm to base 10 of the largest population. */
  POPULATION,
  /** From the reviewed supplement or the newsroom's own places. */
  REVIEWED,
  /** Written to the letter like a place's main name. */
  EXACT_NAME,
  ONLY_ALTERNATE,
  INEXACT,
  SEVERAL_WORDS,
  SHORT,
  SHOUTED_SHORT,
  DEMONYM,
  ABBREVIATION,
  METONYM,
  LOST_APOSTROPHE,
  LOCATIVE_BEFORE,
  FROM_TO_BEFORE,
  OF_BEFORE,
  MOTION_BEFORE,
  GENERIC_BEFORE,
  GENERIC_AFTER,
  APPOSITION,
  PARENT_AFTER,
  CHILD_BEFORE,
  LISTED,
  DATELINE,
  MODIFIER,
  CAPITAL_LEFT,
  CAPITAL_RIGHT,
  IN_PERSON,
  KNOWN_PERSON,
  TITLE_BEFORE,
  SPEAKS,
  GIVEN_NAME,
  COMMON_WORD,
  COMMON_WORD_FIRST,
  SMALL_ELSEWHERE,
  MONTH_DAY_OR_COMPASS,
  FUNCTION_WORD,
  IN_ORGANISATION,
  SHOUTED_LINE,
  /** The same name was told to be a place elsewhere in the text. */
  SEEN_ELSEWHERE,
  /** A place in a country that the text names. */
  IN_NAMED_COUNTRY,
  /** A little place in a country that the text does not name. */
  OBSCURE
}
