package org.dateline.geoparser.place;

import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.lexicon.Lexicon;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.text.ReportText;

/** What a word beside a name says that the place is. */
enum Cue {
  NONE,
  REGION,
  DISTRICT,
  TOWN,
  WATER,
  ISLAND;

  /** Reads the cue of the tokens from first up to end. */
  static Cue of(ReportText text, int first, int end) {
    Cue after = kind(text.lexicon(), text.lower(end, first));
    if (after != NONE && after != TOWN) {
      return after;
    }
    int at = first - 1;
    // "regions of Mopti and Ségou": the noun speaks for each name of the list.
    while (isListed(text, at, first)) {
      at--;
    }
    String before = text.lower(at, first);
    if (before.equals("the") || before.equals("la") || before.equals("le") || before.equals("l'")) {
      before = text.lower(--at, first);
    }
    if (before.equals("of")
        || before.equals("de")
        || before.equals("du")
        || before.equals("d'")
        || before.equals("des")) {
      return kind(text.lexicon(), text.lower(at - 1, first));
    }
    Cue adjoining = kind(text.lexicon(), before);
    return adjoining == TOWN || adjoining == WATER ? adjoining : NONE;
  }

  private static boolean isListed(ReportText text, int at, int first) {
    String word = text.lower(at, first);
    if (word.isEmpty()) {
      return false;
    }
    if (word.equals(",")
        || word.equals("and")
        || word.equals("et")
        || word.equals("or")
        || word.equals("ou")) {
      return true;
    }
    // A capitalised word within the list, once it is clear that there is a list.
    String next = text.lower(at + 1, first);
    boolean inList =
        next.equals(",")
            || next.equals("and")
            || next.equals("et")
            || next.equals("or")
            || next.equals("ou");
    return text.tokens().get(at).capitalised()
        && (inList || text.tokens().get(at + 1).capitalised());
  }

  private static Cue kind(Lexicon lexicon, String word) {
    if (lexicon.is(WordClass.UNIT_REGION, word)) {
      return REGION;
    }
    if (lexicon.is(WordClass.UNIT_DISTRICT, word)) {
      return DISTRICT;
    }
    if (lexicon.is(WordClass.UNIT_TOWN, word)) {
      return TOWN;
    }
    if (lexicon.is(WordClass.UNIT_WATER, word)) {
      return WATER;
    }
    return word.equals("island") || word.equals("île") ? ISLAND : NONE;
  }

  boolean fits(Place place) {
    return switch (this) {
      case NONE -> false;
      case REGION -> place.isFirstLevel() || place.featureClass() == 'L';
      case DISTRICT -> place.featureClass() == 'A' && !place.isCountry() && !place.isFirstLevel();
      case TOWN -> place.isPopulated();
      case WATER -> place.featureClass() == 'H';
      case ISLAND -> place.featureClass() == 'T';
    };
  }
}
