package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geoparser.finding.Story.Link;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Sentence;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Span;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Finds what someone says happens at a place, and who denies it: "According to X, ... in Y.", "X
 * says that ... in Y. Z denies this."
 */
final class ClaimFinder {

  /** A denial stands at most this many sentences after what it denies. */
  private static final int DENIAL_REACH = 2;

  private static final int LONGEST_SOURCE = 12;

  /** What is rejected stands within so many tokens of the verb. */
  private static final int STATEMENT_REACH = 8;

  /** Who is told stands within so many tokens behind the verb. */
  private static final int TOLD_REACH = 5;

  private final Story story;
  private final Document document;

  ClaimFinder(Story story) {
    this.story = story;
    this.document = story.document();
  }

  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (int s = 0; s < document.sentences().size(); s++) {
      Source source = source(s);
      Referent about = source == null ? null : about(s, source);
      if (source != null && about != null) {
        int denial = denial(s, source);
        Span denier = denial < 0 ? null : denier(denial, source);
        claims.add(
            new Claim(
                about,
                source.words().of(document.text()),
                document.sentences().get(s).span(),
                denier == null ? null : denier.of(document.text()),
                denier == null ? null : document.sentences().get(denial).span()));
      }
    }
    return claims;
  }

  /**
   * Who says something.
   *
   * @param words the words that name them
   * @param first index of the first token of what they say
   * @param end index after its last token
   */
  private record Source(Span words, int first, int end) {}

  /** Who says it: behind "according to", or at a verb of saying. */
  private @Nullable Source source(int s) {
    Sentence sentence = document.sentences().get(s);
    for (int i = sentence.first(); i < sentence.end(); i++) {
      // "pour" is "according to" in a few phrases only.
      boolean bare = document.phraseStart(i) == i;
      if (document.is(i, WordClass.ACCORDING) && !(bare && document.is(i, WordClass.TO))) {
        int end = nounPhraseEnd(sentence, i + 1);
        if (end > i + 1) {
          return new Source(document.span(i + 1, end), sentence.first(), sentence.end());
        }
      }
    }
    for (CueHit hit : story.cuesIn(s)) {
      boolean claims =
          hit.cue().kind() == CueKind.CLAIM
              || hit.cue().kind() == CueKind.TELL && isTold(sentence, hit);
      if (claims && !isHeadline(sentence)) {
        Source source = speaker(sentence, hit);
        if (source != null) {
          return source;
        }
      }
    }
    return null;
  }

  /** "told reporters that", not "told them to leave". */
  private boolean isTold(Sentence sentence, CueHit verb) {
    for (int i = verb.end(); i < Math.min(sentence.end(), verb.end() + TOLD_REACH); i++) {
      if (document.is(i, WordClass.TO)) {
        return false;
      }
      if (document.is(i, WordClass.CLAUSE)) {
        return true;
      }
    }
    return document.is(verb.first() - 1, ',')
        || hasQuotation(document.sentenceIndexOf(verb.first()));
  }

  private boolean isHeadline(Sentence sentence) {
    return sentence.first() == 0
        && document.size() > sentence.end()
        && document.token(sentence.end()).breaks() >= 2;
  }

  private int nounPhraseEnd(Sentence sentence, int first) {
    int end = first;
    while (end < sentence.end()
        && !(end > first + 1
            && document.is(end, WordClass.DETERMINER)
            && !document.is(end - 1, WordClass.FUNCTION))
        && end - first <= LONGEST_SOURCE
        && isSourceWord(end)
        && !document.is(end, WordClass.RELATIVE)
        && !(end > first && (document.is(end, WordClass.BE) || document.is(end, WordClass.HAVE)))) {
      end++;
    }
    return end;
  }

  private boolean isSourceWord(int i) {
    Token token = document.token(i);
    return token.isWord() || token.is('-') || token.is('\'') || token.shape() == Shape.NUMBER;
  }

  /** "Residents said ...", "..., the ministry said", "..., said the governor of Gao". */
  private @Nullable Source speaker(Sentence sentence, CueHit verb) {
    if (isPassive(sentence, verb.first())) {
      return byAgent(sentence, verb);
    }
    int first = subjectStart(sentence, verb.first());
    int end = subjectEnd(sentence, verb.first());
    if (first < end && isNounPhrase(first, end)) {
      boolean behind = isContentBefore(sentence, first, verb.end());
      return behind
          ? new Source(document.span(first, end), sentence.first(), first)
          : new Source(document.span(first, end), verb.end(), sentence.end());
    }
    return speakerBehind(sentence, verb);
  }

  /** "was reported": nobody says it. */
  private boolean isPassive(Sentence sentence, int verb) {
    int before = verb - 1;
    while (before > sentence.first()
        && (document.is(before, WordClass.ADVERB) || document.is(before, WordClass.HAVE))
        && !document.is(before, WordClass.BE)
        && !document.token(before).lower().equals("été")) {
      before--;
    }
    return before >= sentence.first()
        && (document.is(before, WordClass.BE) || document.token(before).lower().equals("été"));
  }

  /** "were accused by survivors of". */
  private @Nullable Source byAgent(Sentence sentence, CueHit verb) {
    int by = verb.end();
    if (by >= sentence.end() || !document.is(by, WordClass.BY)) {
      return null;
    }
    int end = by + 1;
    while (end < sentence.end()
        && end - by <= LONGEST_SOURCE
        && isSourceWord(end)
        && (end <= by + 2 || !document.is(end, WordClass.OF))) {
      end++;
    }
    return end > by + 1 ? new Source(document.span(by + 1, end), end, sentence.end()) : null;
  }

  private int subjectEnd(Sentence sentence, int verb) {
    int end = behindApposition(sentence, verb);
    while (end > sentence.first()
        && (document.is(end - 1, WordClass.HAVE)
            || document.is(end - 1, WordClass.ADVERB)
            || isObjectPronoun(end - 1))) {
      end--;
    }
    return end;
  }

  /**
   * "Leaders in Kutupalong, the largest of the camps, said": the subject ends at the first comma.
   */
  private int behindApposition(Sentence sentence, int verb) {
    if (!document.is(verb - 1, ',')) {
      return verb;
    }
    int comma = verb - 2;
    while (comma > sentence.first() && document.token(comma).isWord()) {
      comma--;
    }
    boolean apposition =
        comma > sentence.first()
            && document.is(comma, ',')
            && (document.is(comma + 1, WordClass.DETERMINER)
                || document.is(comma + 1, WordClass.RELATIVE));
    return apposition ? comma : verb;
  }

  private boolean isObjectPronoun(int i) {
    return document.token(i).lower().equals("l'") || document.token(i).lower().equals("en");
  }

  private int subjectStart(Sentence sentence, int verb) {
    int end = subjectEnd(sentence, verb);
    int first = end;
    while (first > sentence.first()
        && end - first < LONGEST_SOURCE
        && isSourceWord(first - 1)
        && !opensClause(first - 1)) {
      first--;
    }
    // "a charge Yerevan", "something the commission": what is denied, then who denies it.
    int noun = document.is(first, WordClass.DETERMINER) ? first + 1 : first;
    for (CueHit hit : story.cuesIn(document.sentenceIndexOf(verb))) {
      if (hit.cue().kind() == CueKind.STATEMENT && hit.first() == noun && hit.end() < end) {
        return hit.end();
      }
    }
    return first;
  }

  private boolean opensClause(int i) {
    return document.is(i, WordClass.RELATIVE)
        || document.is(i, WordClass.CLAUSE) && !document.is(i, WordClass.AND);
  }

  /** Returns whether words can name someone: no pronoun alone, and no verb among them. */
  private boolean isNounPhrase(int first, int end) {
    if (end - first == 1 && document.is(first, WordClass.FUNCTION)) {
      return false;
    }
    for (int i = first; i < end; i++) {
      Token token = document.token(i);
      boolean verb =
          token.is(WordClass.BE)
              || token.is(WordClass.HAVE)
              || token.is(WordClass.MODAL)
              || token.is(WordClass.CLAUSE) && !token.is(WordClass.AND);
      boolean participle =
          token.shape() == Shape.LOWER
              && token.lower().endsWith("ed")
              && i + 1 < end
              && document.is(i + 1, WordClass.DETERMINER);
      if (verb || participle) {
        return false;
      }
    }
    for (CueHit hit : story.cuesIn(document.sentenceIndexOf(first))) {
      boolean verb =
          hit.cue().kind() == CueKind.CLAIM
              || hit.cue().kind() == CueKind.DENY
              || hit.cue().kind() == CueKind.REJECT;
      if (verb && hit.first() >= first && hit.end() <= end) {
        return false;
      }
    }
    // "to demand", "pour rejoindre": an infinitive.
    return !document.is(first, WordClass.TO) && !document.is(first, WordClass.FROM)
        || document.token(first).isCapitalised() && end - first > 2
        || document.is(first, WordClass.DETERMINER);
  }

  /** Returns whether what is said stands before its speaker: "..., residents said". */
  private boolean isContentBefore(Sentence sentence, int subject, int verbEnd) {
    boolean behind = subject > sentence.first() && document.is(subject - 1, ',');
    boolean last =
        verbEnd >= sentence.end() - 1
            || !document.token(verbEnd).isWord()
            || document.is(verbEnd, WordClass.LOCATIVE)
            || document.is(verbEnd, WordClass.BY);
    return behind && last;
  }

  /** French speakers have an article or a name; English ones are no adverbs. */
  private boolean isName(int i) {
    Token token = document.token(i);
    return document.language().equals("fr")
        ? token.isCapitalised() || token.is(WordClass.DETERMINER)
        : !token.is(WordClass.ADVERB) && !token.is(WordClass.LOCATIVE);
  }

  /** Behind a quotation or a comma the verb may come first. */
  private @Nullable Source speakerBehind(Sentence sentence, CueHit verb) {
    int before = subjectEnd(sentence, verb.first()) - 1;
    boolean behind =
        before >= sentence.first()
            && (document.is(before, ',')
                || document.is(before, '"')
                || document.is(before, '?')
                || document.is(before, '!')
                || document.is(before, WordClass.LIKE)
                || document.token(before).lower().equals("comme"));
    int first = verb.end();
    if (document.is(first, WordClass.WEEKDAY) && first + 1 < sentence.end()) {
      // "a annoncé lundi le ministère".
      first++;
    }
    int end = nounPhraseEnd(sentence, first);
    boolean clause =
        end < sentence.end()
            && (document.is(end, WordClass.BE)
                || document.is(end, WordClass.HAVE)
                || document.is(end, WordClass.MODAL)
                || document.is(end, WordClass.DETERMINER));
    return behind
            && !clause
            && end > first
            && isName(first)
            && !document.token(verb.first()).lower().endsWith("ing")
            && isNounPhrase(first, end)
        ? new Source(document.span(first, end), sentence.first(), verb.first())
        : null;
  }

  /**
   * The place of which it is said. A whole country counts only where the sentence puts something in
   * it that the report would otherwise have to answer for.
   */
  private @Nullable Referent about(int s, Source source) {
    Referent wide = null;
    Referent site = null;
    boolean quoted = hasQuotation(s);
    for (PlacedMention place : story.inSentence(s)) {
      if (!place.isPlace()
          || story.isDateline(place)
          || place.first() < source.first()
          || place.end() > source.end()
          || quoted && !isQuoted(s, place)
          || source.words().overlaps(place.mention().span())) {
        continue;
      }
      Link link = story.linkOf(place);
      boolean located = link != Link.OF && link != Link.NONE && link != Link.FROM;
      if (place.isSite()) {
        if (located) {
          return place.mention().referent();
        }
        site = site == null ? place.mention().referent() : site;
      } else if (located && wide == null && hasEvent(s)) {
        wide = place.mention().referent();
      }
    }
    return site != null ? site : wide != null ? wide : hasEvent(s) ? home(s, source) : null;
  }

  /** "Residents of Jos said that gunmen had come": what they tell of happened to them. */
  private @Nullable Referent home(int s, Source source) {
    for (PlacedMention place : story.inSentence(s)) {
      boolean theirs = story.linkOf(place) == Link.OF || story.linkOf(place) == Link.FROM;
      if (theirs && place.isSite() && source.words().contains(place.mention().span())) {
        return place.mention().referent();
      }
    }
    return null;
  }

  private boolean hasQuotation(int s) {
    Sentence sentence = document.sentences().get(s);
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (document.is(i, '"')) {
        return true;
      }
    }
    return false;
  }

  private boolean isQuoted(int s, PlacedMention place) {
    boolean open = false;
    for (int i = document.sentences().get(s).first(); i < place.first(); i++) {
      open ^= document.is(i, '"');
    }
    return open;
  }

  private boolean hasEvent(int s) {
    Sentence sentence = document.sentences().get(s);
    for (CueHit hit : story.cuesIn(s)) {
      Layer layer = hit.cue().kind().layer;
      if (layer != null && layer != Layer.SCENES || hit.cue().eventType() != null) {
        return true;
      }
    }
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Token token = document.token(i);
      if (token.is(WordClass.FORCE) && !token.isCapitalised()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the sentence that denies: this one or one soon after; -1 when there is none. */
  private int denial(int s, Source source) {
    for (int d = s; d <= s + DENIAL_REACH && d < document.sentences().size(); d++) {
      if (denier(d, source) != null) {
        return d;
      }
    }
    return -1;
  }

  /** "rejected the charge", "which Kigali rejects", not "rejected a plan". */
  private boolean isOfStatement(Sentence sentence, CueHit verb) {
    int next = verb.end();
    if (next >= sentence.end() || !document.token(next).isWord()) {
      return true;
    }
    for (CueHit hit : story.cuesIn(document.sentenceIndexOf(verb.first()))) {
      if (hit.cue().kind() == CueKind.STATEMENT
          && Math.abs(hit.first() - next) <= STATEMENT_REACH
          && hit.first() != verb.first()) {
        return true;
      }
    }
    return document.is(next, WordClass.FUNCTION)
        && !document.is(next + 1, WordClass.OF)
        && document.sameSentence(next, next + 1)
        && !document.token(next + 1).isWord();
  }

  /** Who denies: "The Malian rulers deny this", "..., which Kigali rejects". */
  private @Nullable Span denier(int s, Source source) {
    Sentence sentence = document.sentences().get(s);
    for (CueHit hit : story.cuesIn(s)) {
      boolean denies =
          hit.cue().kind() == CueKind.DENY
              || hit.cue().kind() == CueKind.REJECT && isOfStatement(sentence, hit);
      if (!denies
          || document.token(hit.first()).isCapitalised()
          || isPassive(sentence, hit.first())) {
        continue;
      }
      int first = subjectStart(sentence, hit.first());
      int end = subjectEnd(sentence, hit.first());
      if (first < end && isNounPhrase(first, end)) {
        Span denier = document.span(first, end);
        if (!denier.overlaps(source.words())) {
          return denier;
        }
      }
    }
    return null;
  }
}
