package org.dateline.geoparser.text;

/**
 * Classes of words that the rules go by, so that no rule names a word. The members of each class
 * stand in the resources {@code lexicon-*.txt}, one file a language.
 */
public enum WordClass {
  /** Articles, prepositions, pronouns, conjunctions, common adverbs: never part of a name. */
  FUNCTION,
  DETERMINER,
  /** Prepositions of place: "in", "near", "across". */
  LOCATIVE,
  FROM,
  TO,
  OF,
  AND,
  WITH,
  AGAINST,
  BY,
  BETWEEN,
  /** "like", "such as", "including": brings in examples and comparisons. */
  LIKE,
  /** "rather than". */
  RATHER_THAN,
  /** "according to". */
  ACCORDING,
  /** "who", "which", "where". */
  RELATIVE,
  /** Opens a clause: "that", "when", "but". */
  CLAUSE,
  MODAL,
  BE,
  HAVE,
  /** "now", "also", "no longer": may stand between a subject and its verb. */
  ADVERB,
  /** Verbs of saying. */
  SAY,
  /** What only someone who decides can do: "announce", "deploy", "want". */
  ACT,
  /** What one does to someone who decides: "accuse", "urge", "thank". */
  ADDRESS,
  /** Verbs of motion and stay whose object or complement is a place: "leave", "reach". */
  MOTION,
  /** "welcome", "willing", "concerned": said of those who have a will. */
  ATTITUDE,
  /** "influence", "policy", "support": what a government has or gives. */
  INFLUENCE,
  /** "talks", "ties", "war", "deal": what governments have with each other. */
  RELATION,
  /** "ally", "colonizer", "power": what a government is to another. */
  POWER,
  /** "down with", "long live". */
  SLOGAN,
  /** "countries", "powers", "nations": a group whose members are named after it. */
  STATES,
  /** "President", "Colonel", "Mr". */
  TITLE,
  /** "tailor", "spokesman", "resident": nouns that a person's name stands beside. */
  ROLE,
  GIVEN_NAME,
  SURNAME,
  /** Peoples not named after a country, religions, feasts: capitalised, never places. */
  NO_PLACE,
  /** "al", "ag", "van": may stand inside a person's name. */
  PARTICLE,
  /** "Group", "Commission", "University": ends an organisation's name. */
  ORGANISATION,
  /** "army", "forces", "troops", "mission". */
  FORCE,
  MONTH,
  WEEKDAY,
  /** "north", "central", "south-east". */
  COMPASS,
  /** "area", "part", "zone". */
  AREA,
  /** "region", "province", "state". */
  REGION,
  /** "county", "district", "cercle". */
  DISTRICT,
  /** "town", "city", "village". */
  TOWN,
  /** "neighbourhood", "suburb", "quarter". */
  QUARTER,
  RIVER,
  LAKE,
  /** "sea", "ocean", "gulf", "strait". */
  SEA,
  MOUNTAIN,
  ISLAND,
  /** "forest", "desert", "park", "valley". */
  LAND,
  AIRPORT,
  /** "camp", "shelter", "site": where displaced people live. */
  CAMP,
  /** "base", "bridge", "mine", "hospital". */
  FACILITY,
  /** "country", "nation". */
  COUNTRY,
  CAPITAL,
  /** "border", "frontier". */
  BORDER,
  /** "tri-border": where three countries meet. */
  TRIPOINT,
  OUTSKIRTS,
  /** "km", "miles". */
  DISTANCE,
  ROAD,
  /** "virus", "fever". */
  DISEASE;

  private static final WordClass[] ALL = values();

  private final long bit = 1L << ordinal();

  /** Returns the bit that stands for the class in a token's set. */
  public long bit() {
    return bit;
  }

  /** Returns the bits of several classes. */
  public static long bits(WordClass... classes) {
    long bits = 0;
    for (WordClass each : classes) {
      bits |= each.bit();
    }
    return bits;
  }

  static WordClass named(String name) {
    for (WordClass each : ALL) {
      if (each.name().equalsIgnoreCase(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no word class is called " + name);
  }
}
