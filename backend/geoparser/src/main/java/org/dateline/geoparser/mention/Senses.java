package org.dateline.geoparser.mention;

import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * Tells the place itself from the government or people that bears its name, by the grammar around
 * the name and by word classes. Only countries, their parts and capitals stand for governments.
 */
final class Senses {

  private static final long VERBS = WordClass.bits(WordClass.SAY, WordClass.ACT);

  private static final SenseModel MODEL = SenseModel.read();

  private final Document document;

  Senses(Document document) {
    this.document = document;
  }

  /** Returns the sense of a name, given that it names a place. */
  MentionKind of(NameMatch match, boolean inOrganisation) {
    if (match.candidates().isEmpty()) {
      return inOrganisation ? MentionKind.EMBEDDED : MentionKind.LITERAL;
    }
    NameKind kind = match.candidates().get(0).kind();
    if (match.has(NameKind.DEMONYM) && (kind == NameKind.DEMONYM || isAdjectival(match))) {
      return MentionKind.DEMONYM;
    }
    if (match.has(NameKind.METONYM)) {
      return MentionKind.METONYMIC;
    }
    if (inOrganisation) {
      return MentionKind.EMBEDDED;
    }
    SenseFeatures features = features(match);
    boolean metonym = features.isDecided() ? features.rule() : MODEL.score(features) > 0;
    return metonym ? MentionKind.METONYMIC : MentionKind.LITERAL;
  }

  /** Returns what tells the sense of a name that is neither a people's nor a seat of power. */
  SenseFeatures features(NameMatch match) {
    return SenseFeatures.of(document, match, hasGovernment(match) && isMetonymic(match));
  }

  private boolean isAdjectival(NameMatch match) {
    int end = match.end();
    return document.sameSentence(match.first(), end)
        && document.token(end).shape() == Shape.LOWER
        && !document.token(end).is(WordClass.FUNCTION);
  }

  private static boolean hasGovernment(NameMatch match) {
    for (Candidate candidate : match.candidates()) {
      if (candidate.place().isCountry() || candidate.place().featureCode().equals("PPLC")) {
        return true;
      }
    }
    return false;
  }

  private boolean isMetonymic(NameMatch match) {
    int first = match.first();
    int governor = Context.governor(document, first);
    if (governor >= 0) {
      Token word = document.token(governor);
      if (word.is(WordClass.SLOGAN)
          || word.is(WordClass.ACCORDING)
          || word.is(WordClass.RATHER_THAN)
          || word.is(WordClass.POWER)
          || word.is(WordClass.AGAINST)) {
        return true;
      }
      if (word.is(WordClass.WITH)) {
        return follows(governor, WordClass.RELATION) || follows(governor, WordClass.SLOGAN);
      }
      if (word.is(WordClass.BETWEEN)) {
        return follows(governor, WordClass.RELATION);
      }
      if (word.is(WordClass.BY)) {
        // "backed by Russia": what was done to someone was done by someone.
        return document.sameSentence(first, governor - 1)
            && (document.token(governor - 1).classes() & (VERBS | WordClass.ADDRESS.bit())) != 0;
      }
      if (word.is(WordClass.OF)) {
        if (follows(governor, WordClass.INFLUENCE) && isGenitive(governor)) {
          return true;
        }
        if (!document.language().equals("fr")) {
          return false;
        }
      }
      if (word.is(WordClass.LIKE)) {
        return listsActors(governor, match.end());
      }
      if (word.is(WordClass.ADDRESS) && !word.is(WordClass.MOTION) && !isNoun(governor)) {
        return true;
      }
      if (word.is(WordClass.LOCATIVE)
          || word.is(WordClass.FROM)
          || word.is(WordClass.TO)
          || word.is(WordClass.MOTION)
          || word.is(WordClass.BORDER)) {
        return false;
      }
      if (word.is(WordClass.OF) && !word.is(WordClass.AND)) {
        return false;
      }
      if (word.is(WordClass.AND)) {
        int other = previousName(governor);
        if (other >= 0) {
          // The second of a pair is taken like the first: "backed by Russia and China".
          int before = Context.governor(document, other);
          if (before >= 0
              && (document.is(before, WordClass.LOCATIVE)
                  || document.is(before, WordClass.FROM)
                  || document.is(before, WordClass.OF))) {
            return false;
          }
        }
      }
    }
    if (possesses(match)) {
      return true;
    }
    return isActingSubject(match);
  }

  /** Returns whether the word before the one at an index is in a class, an adjective between. */
  private boolean follows(int index, WordClass wordClass) {
    for (int i = index - 1; i >= index - 2 && document.sameSentence(index, i); i--) {
      if (document.is(i, wordClass)) {
        return true;
      }
      if (!document.token(i).isWord() || document.is(i, WordClass.BORDER)) {
        return false;
      }
    }
    return false;
  }

  /** "the support of Russia" is Russia's; "the president of Mali" is president of a country. */
  private boolean isGenitive(int of) {
    Token noun = document.token(of - 1);
    return !noun.is(WordClass.TITLE) && !noun.is(WordClass.ROLE) && !noun.is(WordClass.FORCE);
  }

  /** "to support France" is a verb; "his support Mali needs" is not met. */
  private boolean isNoun(int index) {
    return document.is(index - 1, WordClass.DETERMINER) || document.is(index - 1, WordClass.OF);
  }

  /** "several countries, including Germany, are considering": members of a group that acts. */
  private boolean listsActors(int like, int end) {
    boolean group = false;
    for (int i = like - 1; i >= like - 4 && document.sameSentence(like, i); i--) {
      group |= document.is(i, WordClass.STATES) || document.is(i, WordClass.POWER);
    }
    if (!group) {
      return false;
    }
    for (int i = end; i < end + 12 && document.sameSentence(like, i); i++) {
      Token token = document.token(i);
      if (!token.isCapitalised()
          && (token.is(WordClass.BE)
              || token.is(WordClass.HAVE)
              || token.is(WordClass.MODAL)
              || token.is(WordClass.ACT))) {
        return acts(i);
      }
    }
    return false;
  }

  private int previousName(int and) {
    int i = and - 1;
    while (i >= 0 && document.sameSentence(and, i) && document.token(i).isCapitalised()) {
      i--;
    }
    return i + 1 < and ? i + 1 : -1;
  }

  /** "Russia's influence", "Russias influence", "Malis new course": what only a government has. */
  private boolean possesses(NameMatch match) {
    int i = match.end();
    boolean possessive = match.trimmed() > 0;
    if (Context.near(document, match.first(), i, '\'')
        || (document.sameSentence(match.first(), i) && document.token(i).text().equals("'s"))) {
      possessive = true;
      i++;
    }
    if (!possessive) {
      return false;
    }
    for (int k = i; k < i + 4 && document.sameSentence(match.first(), k); k++) {
      Token token = document.token(k);
      if (!token.isWord()
          || token.is(WordClass.FUNCTION)
              && !token.is(WordClass.DETERMINER)
              && !token.lower().equals("new")) {
        return false;
      }
      if (token.is(WordClass.INFLUENCE)) {
        return true;
      }
    }
    return false;
  }

  /** "Russia seems", "Bamako is cheering", "Paris, which has denied", "la Russie a annoncé". */
  private boolean isActingSubject(NameMatch match) {
    if (!mayBeSubject(match)) {
      return false;
    }
    int i = match.end();
    if (Context.near(document, match.first(), i, ',')) {
      int relative = i + 1;
      if (Context.near(document, match.first(), relative, WordClass.RELATIVE)
          && !document.token(relative).lower().equals("where")
          && !document.token(relative).lower().equals("où")) {
        return document.sameSentence(match.first(), relative + 1) && acts(relative + 1);
      }
      return false;
    }
    return document.sameSentence(match.first(), i) && acts(i);
  }

  /** Nothing that governs a name stands before it: it opens the sentence or a clause. */
  private boolean mayBeSubject(NameMatch match) {
    int first = match.first();
    int governor = Context.governor(document, first);
    if (governor < 0) {
      return true;
    }
    Token word = document.token(governor);
    if (word.is(WordClass.CLAUSE) || word.is(WordClass.AND) || word.is(WordClass.ADVERB)) {
      return true;
    }
    // "to do with Russia, which is gaining": the relative clause tells.
    return Context.near(document, first, match.end(), ',');
  }

  /** Returns whether the verb that starts at an index is one of deciding, saying or doing. */
  private boolean acts(int at) {
    int i = at;
    while (i < at + 3 && document.sameSentence(at, i) && document.is(i, WordClass.ADVERB)) {
      i++;
    }
    if (!document.sameSentence(at, i)) {
      return false;
    }
    Token verb = document.token(i);
    if (verb.isCapitalised() || !verb.isWord()) {
      return false;
    }
    if (verb.is(WordClass.MODAL)) {
      return actsAfterModal(i + 1);
    }
    if (verb.is(WordClass.BE)) {
      int next = skipAdverbs(i + 1);
      if (!document.sameSentence(at, next)) {
        return false;
      }
      Token complement = document.token(next);
      return complement.is(WordClass.ATTITUDE)
          || ((complement.classes() & VERBS) != 0 && isActive(complement));
    }
    if (verb.is(WordClass.HAVE)) {
      int next = skipAdverbs(i + 1);
      return document.sameSentence(at, next)
          && !document.is(next, WordClass.BE)
          && (document.token(next).classes() & VERBS) != 0;
    }
    return (verb.classes() & VERBS) != 0;
  }

  private boolean actsAfterModal(int at) {
    int i = skipAdverbs(at);
    if (!document.sameSentence(at - 1, i)) {
      return false;
    }
    Token verb = document.token(i);
    return !verb.is(WordClass.BE) || document.is(skipAdverbs(i + 1), WordClass.ATTITUDE);
  }

  /** English: "is cheering" acts, "is attacked" does not. French has no such form. */
  private static boolean isActive(Token verb) {
    return verb.lower().endsWith("ing");
  }

  private int skipAdverbs(int at) {
    int i = at;
    while (i < at + 3 && document.is(i, WordClass.ADVERB) && !document.is(i, WordClass.BE)) {
      i++;
    }
    return i;
  }
}
