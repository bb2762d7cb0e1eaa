package org.dateline.geoparser.place;

/**
 * What speaks for or against a place as the referent of a mention. Values are 0 to 1; the weight of
 * each is in {@code resolution.tsv}.
 */
enum Evidence {
  /** Logarithm of the population, a hundred million being 1. */
  POPULATION,
  COUNTRY,
  CAPITAL,
  FIRST_LEVEL,
  SECOND_LEVEL,
  SEAT_OF_FIRST_LEVEL,
  SEAT_OF_SECOND_LEVEL,
  REGION_OR_CONTINENT,
  WATER_OR_RELIEF,
  SECTION_OF_TOWN,
  HISTORICAL,
  /** The string is the place's main name. */
  MAIN_NAME,
  /** The string agrees to the letter with a name of the place. */
  EXACT,
  ABBREVIATION,
  /** Share of the text's other places that lie in the same country. */
  COUNTRY_OF_TEXT,
  /** Share of the text's other places that lie in the same first-level unit. */
  UNIT_OF_TEXT,
  /** Nearness to the nearest other place of the text: 1 at it, a third at 150 km. */
  NEAR_ANCHOR,
  /** Nearness to a town named in the same sentence, for parts of towns and airports. */
  NEAR_IN_SENTENCE,
  /** A parent named behind a comma holds it. */
  PARENT_AGREES,
  /** A parent is named behind a comma and does not hold it. */
  PARENT_DISAGREES,
  /** A word beside the name says what kind of place it is, and it is one. */
  CUE_AGREES,
  /** A word beside the name says what kind of place it is, and it is another. */
  CUE_DISAGREES,
  /** The caller says that the text is about this country. */
  BIAS_COUNTRY,
  /** The caller's box holds it. */
  BIAS_BOX,
  SUPPLEMENT,
  OWN
}
