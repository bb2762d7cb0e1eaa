package org.dateline.geoparser.place;

/**
 * What speaks for or against one of the places that a name may mean. The weights stand in {@code
 * resolution.tsv}; each is multiplied by the evidence's value, 1 where not said otherwise.
 */
enum Evidence {
  COUNTRY,
  /** A state that is no more. */
  HISTORICAL,
  CONTINENT,
  /** A region, sea, river or mountain range. */
  NATURAL,
  FIRST_LEVEL,
  /** A first-level unit whose seat bears the same name: without a word for it the seat is meant. */
  SEAT_OF_SAME_NAME,
  SECOND_LEVEL,
  CAPITAL_CITY,
  /** The seat of a first-level unit. */
  SEAT,
  QUARTER,
  /** Value: logarithm to base 10 of a town's population. */
  POPULATION,
  /**
   * The largest town of the name. Value: the logarithm to base 10 of how many times it is larger
   * than the second, 2 at most.
   */
  LARGEST_BY_FAR,
  /** From the reviewed supplement or the newsroom's own places. */
  REVIEWED,
  ALTERNATE_NAME,
  /** Another name of a city of 100,000 people and more: often its name in the text's language. */
  ALTERNATE_OF_CITY,
  /** A name that it no longer has. */
  FORMER_NAME,
  /** A town of a million people and more. */
  METROPOLIS,
  /** An article stands before the name, as before no town's: "the Ganges". */
  ARTICLE_BEFORE_TOWN,
  /** An article stands before the name, as before a sea's, a river's or a region's. */
  ARTICLE_BEFORE_NATURAL,
  ABBREVIATION,
  INEXACT,
  /** The words around say what sort of place it is, and it is one. */
  KIND_AGREES,
  KIND_DIFFERS,
  /** "Paris, Texas". */
  PARENT_NAMED,
  /** A unit that contains it is named nearby. */
  PARENT_NEARBY,
  /** The words say which town or country it lies by or in. */
  LANDMARK,
  /** Value: share of the text's other places that lie in its country. */
  COUNTRY_SHARE,
  /** Value: share of the text's other places in its country that lie in its first-level unit. */
  UNIT_SHARE,
  /** Value: 1 beside the nearest other place of the text, 0 at 1,000 km. */
  NEARNESS,
  /**
   * Value: how much of the text's other names bear places of its first-level unit, resolved or not.
   */
  COMPANY,
  /** Value: 1 beside the label point of another country that the text names, 0 at 3,000 km. */
  COUNTRY_NEARBY,
  /** In a country of which the caller says that the text is about it. */
  CALLER_COUNTRY,
  CALLER_BOX,
  /** Near the place in the outlet's name or the dateline. */
  OUTLET,
  /** The place that is meant is none of those that the gazetteer has under this name. */
  UNLISTED,
  /**
   * The same, where the text has others to compare with. Value: 0 beside no other place, towards 1
   * beside many.
   */
  UNLISTED_IN_CONTEXT
}
