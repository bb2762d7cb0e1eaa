package org.dateline.geoparser.lexicon;

import java.util.Locale;

/** The classes of words that rules speak of; each is a heading in the lexicon's files. */
public enum WordClass {
  LOCATIVE,
  PREPOSITION,
  MOTION,
  ARTICLE,
  FUNCTION,
  MONTHS,
  TITLES,
  GIVEN,
  ORG_AFTER,
  PLACE_NOUN_BEFORE,
  PLACE_NOUN_AFTER,
  UNIT_REGION,
  UNIT_DISTRICT,
  UNIT_TOWN,
  UNIT_WATER,
  COMPASS,
  COMPASS_ADJECTIVE,
  SAY,
  STATE_VERB,
  POLITICAL_NOUN,
  POWER_NOUN,
  METONYMY_PREPOSITION,
  METONYMY_NOUN_OF,
  EXCLAIM,
  VAGUE_NOUN,
  FIGHTING,
  BATTLE,
  REMOTE,
  CIVILIAN_VIOLENCE,
  DISPLACEMENT,
  DISPLACEMENT_SITE,
  SUPPLY,
  SCENES,
  PROTEST,
  NEGATION,
  COMPARE,
  FLEE,
  ARRIVE,
  WITHDRAW,
  ATTRIBUTION,
  DENY,
  DEMONYM_PEOPLE,
  ABBREVIATIONS;

  String heading() {
    return name().toLowerCase(Locale.ROOT);
  }
}
