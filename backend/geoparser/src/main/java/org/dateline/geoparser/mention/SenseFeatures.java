package org.dateline.geoparser.mention;

import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * What tells a place from the government, people or team that bears its name: what sort of place it
 * is, what stands left of it, what stands right of it, and what the rules of {@link Senses} say.
 *
 * @param sort what sort of place
 * @param left the class of what governs the name
 * @param right the class of what follows it
 * @param rule whether the rules take it for a metonym
 */
record SenseFeatures(Sort sort, Left left, Right right, boolean rule) {

  /** Sorts of places by whether governments are called after them. */
  enum Sort {
    COUNTRY,
    CAPITAL,
    UNIT,
    TOWN,
    OTHER
  }

  /** What stands before a name, articles passed over. */
  enum Left {
    SENTENCE_START,
    QUOTATION_START,
    COMMA,
    OTHER_MARK,
    AND,
    CLAUSE,
    LOCATIVE,
    FROM,
    TO,
    OF_POLITICS,
    OF_PLACE,
    OF_PERSONS,
    OF_OTHER,
    WITH_RELATION,
    WITH,
    AGAINST,
    BY_DOER,
    BY,
    BETWEEN_RELATION,
    BETWEEN,
    LIKE,
    ACCORDING,
    RATHER_THAN,
    SLOGAN,
    POWER,
    ADDRESS,
    MOTION,
    VERB,
    FUNCTION,
    WORD
  }

  /** What stands behind a name. */
  enum Right {
    SAY,
    ACT,
    MODAL,
    BE_DOING,
    BE_WILLING,
    BE,
    /** "has been trapped", "was hit": what is done to it. */
    UNDERGO,
    HAVE_DONE,
    HAVE,
    NEGATION,
    VERB_LIKE,
    PERSONS,
    POLITICS_OWNED,
    OWNED,
    AND_SUBJECT,
    AND,
    COMMA_RELATIVE,
    COMMA,
    NUMBER,
    HYPHEN,
    PREPOSITION,
    FUNCTION,
    CAPITAL,
    MARK,
    END,
    WORD
  }

  static SenseFeatures of(Document document, NameMatch match, boolean rule) {
    Reader reader = new Reader(document, match);
    return new SenseFeatures(sortOf(match), reader.left(), reader.right(match.end(), true), rule);
  }

  /**
   * Returns whether the construction is so plain that the rules decide: "according to X", "down
   * with X", "like X".
   */
  boolean isDecided() {
    return switch (left) {
      case SLOGAN, ACCORDING, RATHER_THAN, POWER, LIKE ->
          sort == Sort.COUNTRY || sort == Sort.CAPITAL;
      default -> false;
    };
  }

  private static Sort sortOf(NameMatch match) {
    Sort sort = Sort.OTHER;
    for (Candidate candidate : match.candidates()) {
      Place place = candidate.place();
      if (place.isCountry()) {
        return Sort.COUNTRY;
      }
      if (place.featureCode().equals("PPLC")) {
        sort = Sort.CAPITAL;
      } else if (sort != Sort.CAPITAL && place.isFirstLevel()) {
        sort = Sort.UNIT;
      } else if (sort == Sort.OTHER && place.isPopulated()) {
        sort = Sort.TOWN;
      }
    }
    return sort;
  }

  /** Reads the words around one name. */
  private record Reader(Document document, NameMatch match) {

    private boolean is(int index, WordClass wordClass) {
      return Context.near(document, match.first(), index, wordClass);
    }

    Left left() {
      int first = match.first();
      int governor = Context.governor(document, first);
      if (governor < 0) {
        return mark();
      }
      Token word = document.token(governor);
      if (word.is(WordClass.SLOGAN)) {
        return Left.SLOGAN;
      }
      if (word.is(WordClass.ACCORDING)) {
        return Left.ACCORDING;
      }
      if (word.is(WordClass.RATHER_THAN)) {
        return Left.RATHER_THAN;
      }
      if (word.is(WordClass.POWER)) {
        return Left.POWER;
      }
      if (word.is(WordClass.AGAINST)) {
        return Left.AGAINST;
      }
      if (word.is(WordClass.WITH)) {
        return relation(governor) ? Left.WITH_RELATION : Left.WITH;
      }
      if (word.is(WordClass.BETWEEN)) {
        return relation(governor) ? Left.BETWEEN_RELATION : Left.BETWEEN;
      }
      if (word.is(WordClass.BY)) {
        boolean doer =
            is(governor - 1, WordClass.ACT)
                || is(governor - 1, WordClass.SAY)
                || is(governor - 1, WordClass.ADDRESS);
        return doer ? Left.BY_DOER : Left.BY;
      }
      if (word.is(WordClass.OF)) {
        return of(governor);
      }
      if (word.is(WordClass.LIKE)) {
        return Left.LIKE;
      }
      if (word.is(WordClass.LOCATIVE)) {
        return Left.LOCATIVE;
      }
      if (word.is(WordClass.FROM)) {
        return Left.FROM;
      }
      if (word.is(WordClass.TO)) {
        return Left.TO;
      }
      if (word.is(WordClass.AND)) {
        return Left.AND;
      }
      if (word.is(WordClass.CLAUSE)) {
        return Left.CLAUSE;
      }
      if (!word.isCapitalised() && word.is(WordClass.MOTION)) {
        return Left.MOTION;
      }
      if (!word.isCapitalised() && word.is(WordClass.ADDRESS)) {
        return Left.ADDRESS;
      }
      if (!word.isCapitalised() && (word.is(WordClass.SAY) || word.is(WordClass.ACT))) {
        return Left.VERB;
      }
      return word.is(WordClass.FUNCTION) ? Left.FUNCTION : Left.WORD;
    }

    private Left mark() {
      int before = match.first() - 1;
      while (before >= 0
          && document.sameSentence(match.first(), before)
          && document.is(before, WordClass.DETERMINER)) {
        before--;
      }
      if (!document.sameSentence(match.first(), before)) {
        return Left.SENTENCE_START;
      }
      if (document.is(before, '"')) {
        return Left.QUOTATION_START;
      }
      return document.is(before, ',') ? Left.COMMA : Left.OTHER_MARK;
    }

    private boolean relation(int governor) {
      return is(governor - 1, WordClass.RELATION) || is(governor - 2, WordClass.RELATION);
    }

    private Left of(int governor) {
      if (is(governor - 1, WordClass.ROLE)
          || is(governor - 1, WordClass.TITLE)
          || is(governor - 1, WordClass.FORCE)) {
        return Left.OF_PERSONS;
      }
      if (is(governor - 1, WordClass.INFLUENCE) || is(governor - 1, WordClass.RELATION)) {
        return Left.OF_POLITICS;
      }
      boolean place =
          document.sameSentence(match.first(), governor - 1)
              && (document.token(governor - 1).classes() & Cues.GENERIC_HEADS) != 0;
      return place ? Left.OF_PLACE : Left.OF_OTHER;
    }

    Right right(int at, boolean follow) {
      if (!document.sameSentence(match.first(), at)) {
        return Right.END;
      }
      Token next = document.token(at);
      if (next.text().equals("'s") || match.trimmed() > 0) {
        return owned(match.trimmed() > 0 ? at : at + 1);
      }
      if (next.is(',')) {
        return is(at + 1, WordClass.RELATIVE) ? Right.COMMA_RELATIVE : Right.COMMA;
      }
      if (next.is('-')) {
        return Right.HYPHEN;
      }
      if (next.shape() == Shape.NUMBER) {
        return Right.NUMBER;
      }
      if (!next.isWord()) {
        return Right.MARK;
      }
      if (next.is(WordClass.AND)) {
        return follow && followsSubject(at + 1) ? Right.AND_SUBJECT : Right.AND;
      }
      if (next.isCapitalised()) {
        return Right.CAPITAL;
      }
      return verb(at);
    }

    /** "Paris and Berlin failed": both do what follows the second. */
    private boolean followsSubject(int at) {
      int i = is(at, WordClass.DETERMINER) ? at + 1 : at;
      int end = i;
      while (document.sameSentence(match.first(), end) && document.token(end).isCapitalised()) {
        end++;
      }
      if (end == i || !document.sameSentence(match.first(), end)) {
        return false;
      }
      return switch (right(end, false)) {
        case SAY, ACT, MODAL, BE_DOING, BE_WILLING, HAVE_DONE, NEGATION, VERB_LIKE -> true;
        default -> false;
      };
    }

    private Right owned(int at) {
      for (int i = at; i < at + 4 && document.sameSentence(match.first(), i); i++) {
        Token token = document.token(i);
        if (token.is(WordClass.INFLUENCE)) {
          return Right.POLITICS_OWNED;
        }
        if (!token.isWord() || token.is(WordClass.FUNCTION)) {
          break;
        }
      }
      return Right.OWNED;
    }

    private Right verb(int at) {
      int i = at;
      while (i < at + 3 && is(i, WordClass.ADVERB) && !is(i, WordClass.SAY)) {
        i++;
      }
      if (!document.sameSentence(match.first(), i)) {
        return Right.END;
      }
      Token word = document.token(i);
      if (i > at
          && (document.token(at).lower().equals("ne") || document.token(at).lower().equals("n'"))) {
        return Right.NEGATION;
      }
      if (word.is(WordClass.SAY)) {
        return Right.SAY;
      }
      if (word.is(WordClass.MODAL)) {
        return Right.MODAL;
      }
      if (word.is(WordClass.BE)) {
        int next = skipAdverbs(i + 1);
        if (is(next, WordClass.ATTITUDE)) {
          return Right.BE_WILLING;
        }
        boolean doing =
            (is(next, WordClass.ACT) || is(next, WordClass.SAY))
                && document.token(next).lower().endsWith("ing");
        if (doing) {
          return Right.BE_DOING;
        }
        return document.sameSentence(match.first(), next) && isParticiple(document.token(next))
            ? Right.UNDERGO
            : Right.BE;
      }
      if (word.is(WordClass.HAVE)) {
        int next = skipAdverbs(i + 1);
        if (is(next, WordClass.BE)
            || (document.sameSentence(match.first(), next)
                && document.token(next).lower().equals("été"))) {
          return Right.UNDERGO;
        }
        boolean done = is(next, WordClass.ACT) || is(next, WordClass.SAY);
        return done ? Right.HAVE_DONE : Right.HAVE;
      }
      if (word.is(WordClass.ACT)) {
        return Right.ACT;
      }
      if (word.is(WordClass.ROLE) || word.is(WordClass.FORCE) || word.is(WordClass.FACILITY)) {
        return Right.PERSONS;
      }
      if (word.is(WordClass.LOCATIVE)
          || word.is(WordClass.OF)
          || word.is(WordClass.FROM)
          || word.is(WordClass.TO)
          || word.is(WordClass.WITH)
          || word.is(WordClass.BY)) {
        return Right.PREPOSITION;
      }
      if (word.is(WordClass.FUNCTION) || !word.isWord()) {
        return Right.FUNCTION;
      }
      return isVerbLike(word) ? Right.VERB_LIKE : Right.WORD;
    }

    private static boolean isParticiple(Token word) {
      return word.lower().endsWith("ed")
          || word.lower().endsWith("é")
          || word.lower().endsWith("ée");
    }

    /** By its ending: in French, nouns hardly ever follow a name; in English many end in s too. */
    private boolean isVerbLike(Token word) {
      String text = word.lower();
      return document.language().equals("fr")
          || text.endsWith("ed")
          || (text.endsWith("s") && !text.endsWith("ss"));
    }

    private int skipAdverbs(int at) {
      int i = at;
      while (i < at + 3 && is(i, WordClass.ADVERB) && !is(i, WordClass.BE)) {
        i++;
      }
      return i;
    }
  }
}
