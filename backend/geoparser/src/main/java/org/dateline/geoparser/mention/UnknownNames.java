package org.dateline.geoparser.mention;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.dateline.geoparser.text.Dictionary;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * Finds proper names that no gazetteer has but that stand where the name of a place may stand: a
 * village that is in no list is still named, and said to be so.
 */
final class UnknownNames {

  private static final int LONGEST = 3;

  private static final long EXCLUDED =
      WordClass.bits(
          WordClass.FUNCTION,
          WordClass.MONTH,
          WordClass.WEEKDAY,
          WordClass.TITLE,
          WordClass.COMPASS);

  /** Words for natural features that are part of a feature's name. */
  private static final long FEATURES =
      WordClass.bits(
          WordClass.RIVER,
          WordClass.LAKE,
          WordClass.SEA,
          WordClass.MOUNTAIN,
          WordClass.ISLAND,
          WordClass.LAND);

  private UnknownNames() {}

  /** Returns the matches and the unknown names together, in order, longer ones first. */
  static List<NameMatch> join(
      Document document, Runs runs, PersonNames persons, List<NameMatch> found) {
    BitSet whole = new BitSet();
    BitSet part = new BitSet();
    for (NameMatch match : found) {
      int run = runs.start(match.first());
      boolean starts = run >= match.first();
      boolean ends = runs.end(match.end() - 1) <= match.end();
      if (starts && ends) {
        whole.set(run);
      } else if (starts || ends) {
        part.set(run);
      }
    }
    List<NameMatch> all = new ArrayList<>(found);
    for (int i = 0; i < document.size(); i = Math.max(i + 1, runs.end(i))) {
      int road = roadEnd(document, runs, i);
      if (road > 0) {
        all.add(new NameMatch(i, road, 0, List.of()));
      } else if (!whole.get(i) && isName(document, runs, persons, i)) {
        int end = runs.end(i);
        // "Kiser Lake" is no town of Kiser; any other run with a known name in it is left to that.
        boolean feature = end - i > 1 && (isFeature(document, i) || isFeature(document, end - 1));
        if (feature || (!part.get(i) && isPlaceLike(document, i, end))) {
          all.add(new NameMatch(i, end, 0, List.of()));
        }
      }
    }
    all.sort(Comparator.comparingInt(NameMatch::first).thenComparingInt(m -> -m.end()));
    return all;
  }

  /**
   * Returns the end of a road's name ("Main Street", "County Road 35", "Highway 29"), 0 where there
   * is none.
   */
  private static int roadEnd(Document document, Runs runs, int start) {
    int end = runs.end(start);
    if (runs.shouted(start)
        || !document.token(start).isCapitalised()
        || document.is(start, WordClass.FUNCTION)) {
      return 0;
    }
    boolean numbered =
        document.sameSentence(start, end)
            && document.token(end).shape() == Shape.NUMBER
            && !document.is(end + 1, ':');
    boolean road = document.is(end - 1, WordClass.ROAD) && end - start <= 2 * LONGEST;
    if (road && numbered) {
      return end + 1;
    }
    return road && end - start >= 2 ? end : 0;
  }

  /** "Agriculture", "Natural Resources": words of the language, written big. */
  private static boolean isDictionaryWord(Document document, int start, int end) {
    if (isFeature(document, start) || isFeature(document, end - 1)) {
      return false;
    }
    Dictionary dictionary = Dictionary.of(document.language());
    for (int i = start; i < end; i++) {
      Token token = document.token(i);
      if (token.isWord() && !dictionary.has(token.lower())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFeature(Document document, int i) {
    return (document.token(i).classes() & FEATURES) != 0;
  }

  private static boolean isName(Document document, Runs runs, PersonNames persons, int start) {
    int end = runs.end(start);
    if (runs.shouted(start) || end - start > 2 * LONGEST || persons.isPerson(start)) {
      return false;
    }
    int words = 0;
    for (int i = start; i < end; i++) {
      Token token = document.token(i);
      if ((token.classes() & EXCLUDED) != 0
          || token.shape() == Shape.UPPER
          || token.text().length() == 1) {
        return false;
      }
      words += token.isWord() ? 1 : 0;
    }
    Token first = document.token(start);
    if (document.is(end - 1, WordClass.ORGANISATION)
        || document.is(start, WordClass.ORGANISATION)) {
      return false;
    }
    if (words == 0
        || words > LONGEST
        || first.shape() != Shape.CAPITAL
        || first.text().length() < 3) {
      return false;
    }
    return (words > 1 || !persons.knows(first.lower())) && !isDictionaryWord(document, start, end);
  }

  /** "a Sizzler restaurant": one of many is no place's name. */
  private static boolean isIndefinite(Document document, int start) {
    if (!document.sameSentence(start, start - 1)) {
      return false;
    }
    String before = document.token(start - 1).lower();
    return before.equals("a") || before.equals("an") || before.equals("un") || before.equals("une");
  }

  private static boolean isPlaceLike(Document document, int start, int end) {
    int governor = Context.governor(document, start);
    if (governor >= 0) {
      Token word = document.token(governor);
      boolean officeOf =
          word.is(WordClass.OF)
              && document.sameSentence(start, governor - 1)
              && document.token(governor - 1).isCapitalised();
      if (word.is(WordClass.ACCORDING) || officeOf || isIndefinite(document, start)) {
        return false;
      }
      if (word.is(WordClass.LOCATIVE)
          || word.is(WordClass.FROM)
          || word.is(WordClass.TO)
          || word.is(WordClass.MOTION)) {
        return true;
      }
      if ((word.classes() & Cues.GENERIC_HEADS) != 0) {
        return true;
      }
      if (word.is(WordClass.OF) || word.is(WordClass.AND)) {
        return true;
      }
    }
    return Context.near(document, start, start - 1, ',') || Context.near(document, start, end, ',');
  }
}
