package org.dateline.geoparser.place;

import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.mention.NameMatch;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * What sort of place the words around a name say it is: "the town of Douentza", "the central
 * regions of Mopti and Ségou", "Lafourche Parish", "the Niger river".
 */
final class Heads {

  static final long HEADS =
      WordClass.bits(
          WordClass.REGION,
          WordClass.DISTRICT,
          WordClass.TOWN,
          WordClass.QUARTER,
          WordClass.RIVER,
          WordClass.LAKE,
          WordClass.SEA,
          WordClass.MOUNTAIN,
          WordClass.ISLAND,
          WordClass.LAND,
          WordClass.AIRPORT,
          WordClass.CAMP,
          WordClass.COUNTRY,
          WordClass.CAPITAL);

  /** Those of them that may stand behind a name: "Mopti region", but not "Bamako airport". */
  private static final long BEHIND =
      HEADS & ~(WordClass.AIRPORT.bit() | WordClass.CAMP.bit() | WordClass.CAPITAL.bit());

  /** A list of names that one head governs is no longer than this, in tokens. */
  private static final int LONGEST_LIST = 14;

  private Heads() {}

  /** Returns the classes of the head nouns that govern a name, as bits; 0 when none does. */
  static long of(Document document, NameMatch match) {
    return before(document, match) | after(document, match);
  }

  private static long before(Document document, NameMatch match) {
    int first = match.first();
    boolean of = false;
    boolean list = false;
    for (int i = first - 1; i >= first - LONGEST_LIST && document.sameSentence(first, i); i--) {
      Token token = document.token(i);
      long heads = token.classes() & HEADS;
      if (heads != 0 && token.shape() == Shape.LOWER) {
        boolean direct = i == first - 1;
        // Over a list only a plural head reaches: "regions of A and B", not "the town of A and B".
        boolean reaches = of && (!list || isPlural(token));
        return direct || reaches ? heads : 0;
      }
      if (token.is(WordClass.OF) && !token.is(WordClass.AND)) {
        of = true;
      } else if (token.is(',') || token.is(WordClass.AND)) {
        list = true;
      } else if (!token.isCapitalised() && !token.is('-') && !token.is(WordClass.DETERMINER)) {
        return 0;
      } else if (!list && token.isCapitalised()) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isPlural(Token token) {
    return token.lower().endsWith("s") || token.lower().endsWith("x");
  }

  private static long after(Document document, NameMatch match) {
    int end = match.end();
    if (!document.sameSentence(match.first(), end)) {
      return 0;
    }
    Token next = document.token(end);
    if (document.language().equals("fr") && next.shape() == Shape.LOWER) {
      return 0;
    }
    if (next.is(',') || next.is(WordClass.AND)) {
      return document.language().equals("en") ? behindList(document, match) : 0;
    }
    return next.isWord() ? next.classes() & BEHIND : 0;
  }

  /** "Clay, Douglas and Grant counties": the head of a list stands behind its last name. */
  private static long behindList(Document document, NameMatch match) {
    boolean and = false;
    for (int i = match.end(); i < match.end() + LONGEST_LIST; i++) {
      if (!document.sameSentence(match.first(), i)) {
        return 0;
      }
      Token token = document.token(i);
      if (token.is(WordClass.AND)) {
        and = true;
      } else if (token.shape() == Shape.LOWER) {
        return and && isPlural(token) ? token.classes() & BEHIND : 0;
      } else if (!token.is(',') && !token.isCapitalised()) {
        return 0;
      }
    }
    return 0;
  }

  /** Returns whether a place is of a sort that the heads name. */
  static boolean agrees(long heads, Place place) {
    return has(heads, WordClass.REGION)
            && (place.isFirstLevel() || place.featureCode().equals("RGN"))
        || has(heads, WordClass.DISTRICT)
            && (place.featureCode().startsWith("ADM2") || place.featureCode().startsWith("ADM3"))
        || (has(heads, WordClass.TOWN) || has(heads, WordClass.CAPITAL)) && place.isPopulated()
        || has(heads, WordClass.QUARTER)
            && (place.featureCode().equals("PPLX") || place.isPopulated())
        || has(heads, WordClass.RIVER) && place.featureCode().startsWith("STM")
        || has(heads, WordClass.LAKE) && place.featureCode().startsWith("LK")
        || has(heads, WordClass.SEA) && place.featureClass() == 'H'
        || has(heads, WordClass.MOUNTAIN) && place.featureClass() == 'T'
        || has(heads, WordClass.ISLAND) && place.featureCode().startsWith("ISL")
        || has(heads, WordClass.LAND) && "VTL".indexOf(place.featureClass()) >= 0
        || has(heads, WordClass.AIRPORT) && place.featureCode().startsWith("AIR")
        || has(heads, WordClass.CAMP) && place.isPopulated()
        || has(heads, WordClass.COUNTRY) && place.isCountry();
  }

  private static boolean has(long heads, WordClass wordClass) {
    return (heads & wordClass.bit()) != 0;
  }
}
