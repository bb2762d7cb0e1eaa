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

  private final Story story;
  private final Document document;

  ClaimFinder(Story story) {
    this.story = story;
    this.document = story.document();
  }

  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (int s = 0; s < document.sentences().size(); s++) {
      Span by = source(s);
      Referent about = by == null ? null : about(s, by);
      if (by != null && about != null) {
        int denial = denial(s);
        Span denier = denial < 0 ? null : denier(denial);
        claims.add(
            new Claim(
                about,
                by.of(document.text()),
                document.sentences().get(s).span(),
                denier == null ? null : denier.of(document.text()),
                denier == null ? null : document.sentences().get(denial).span()));
      }
    }
    return claims;
  }

  /** Who says it: behind "according to", or before a verb of saying. */
  private @Nullable Span source(int s) {
    Sentence sentence = document.sentences().get(s);
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (document.is(i, WordClass.ACCORDING)) {
        int end = i + 1;
        while (end < sentence.end() && end <= i + LONGEST_SOURCE && isSourceWord(end)) {
          end++;
        }
        if (end > i + 1) {
          return document.span(i + 1, end);
        }
      }
    }
    return speaker(sentence);
  }

  private boolean isSourceWord(int i) {
    Token token = document.token(i);
    return token.isWord() || token.is('-') || token.shape() == Shape.NUMBER;
  }

  /** "Residents said ...", "..., the ministry said", "..., said the governor of Gao". */
  private @Nullable Span speaker(Sentence sentence) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Token verb = document.token(i);
      if (!verb.is(WordClass.SAY) || verb.isCapitalised() || isDenial(i)) {
        continue;
      }
      Span before = subjectBefore(sentence, i);
      Span speaker = before == null ? subjectAfter(sentence, i) : before;
      if (speaker != null) {
        return speaker;
      }
    }
    return null;
  }

  private @Nullable Span subjectBefore(Sentence sentence, int verb) {
    int end = verb;
    while (end > sentence.first()
        && (document.is(end - 1, WordClass.HAVE) || document.is(end - 1, WordClass.ADVERB))) {
      end--;
    }
    int first = end;
    while (first > sentence.first()
        && end - first < LONGEST_SOURCE
        && isSourceWord(first - 1)
        && !opensClause(first - 1)) {
      first--;
    }
    boolean opens =
        first == sentence.first() || document.is(first - 1, ',') || document.is(first - 1, '"');
    return opens && first < end && !isPronoun(first, end) ? document.span(first, end) : null;
  }

  /** Behind a quotation or a comma the verb may come first. */
  private @Nullable Span subjectAfter(Sentence sentence, int verb) {
    int before = verb - 1;
    while (before >= sentence.first() && document.is(before, WordClass.HAVE)) {
      before--;
    }
    boolean behind =
        before >= sentence.first()
            && (document.is(before, ',')
                || document.is(before, '"')
                || document.is(before, '?')
                || document.is(before, '!'));
    int end = verb + 1;
    while (end < sentence.end() && end - verb <= LONGEST_SOURCE && isSourceWord(end)) {
      end++;
    }
    return behind && end > verb + 1 && !isPronoun(verb + 1, end)
        ? document.span(verb + 1, end)
        : null;
  }

  private boolean opensClause(int i) {
    return document.is(i, WordClass.CLAUSE) && !document.is(i, WordClass.AND);
  }

  private boolean isPronoun(int first, int end) {
    return end - first == 1 && document.is(first, WordClass.FUNCTION);
  }

  /**
   * The place of which it is said: one that the sentence puts something in that the report would
   * otherwise have to answer for.
   */
  private @Nullable Referent about(int s, Span by) {
    if (!hasEvent(s)) {
      return null;
    }
    Referent wide = null;
    for (PlacedMention place : story.inSentence(s)) {
      if (!place.isPlace() || by.overlaps(place.mention().span())) {
        continue;
      }
      Link link = story.linkOf(place);
      boolean located = link != Link.OF && link != Link.NONE && link != Link.FROM;
      if (place.isSite() && (located || link == Link.OF)) {
        return place.mention().referent();
      }
      if (located && wide == null) {
        wide = place.mention().referent();
      }
    }
    return wide;
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
  private int denial(int s) {
    for (int d = s; d <= s + DENIAL_REACH && d < document.sentences().size(); d++) {
      if (denier(d) != null) {
        return d;
      }
    }
    return -1;
  }

  /** Who denies: "The Malian rulers deny this", "..., which Kigali rejects". */
  private @Nullable Span denier(int s) {
    Sentence sentence = document.sentences().get(s);
    for (int i = sentence.first() + 1; i < sentence.end(); i++) {
      if (!isDenial(i)) {
        continue;
      }
      int end = i;
      while (end > sentence.first()
          && (document.is(end - 1, WordClass.HAVE) || document.is(end - 1, WordClass.ADVERB))) {
        end--;
      }
      int first = end;
      while (first > sentence.first()
          && end - first < LONGEST_SOURCE
          && isSourceWord(first - 1)
          && !opensClause(first - 1)
          && !document.is(first - 1, WordClass.RELATIVE)) {
        first--;
      }
      if (first < end && !isPronoun(first, end)) {
        return document.span(first, end);
      }
    }
    return null;
  }

  private boolean isDenial(int i) {
    String word = document.token(i).lower();
    return !document.token(i).isCapitalised()
        && (word.startsWith("den") && document.is(i, WordClass.SAY)
            || word.startsWith("démen")
            || word.startsWith("reject")
            || word.startsWith("rejet")
            || word.startsWith("refut")
            || word.startsWith("réfut")
            || word.startsWith("dismiss")
            || word.startsWith("dispute")
            || word.startsWith("contest")
            || word.equals("nie")
            || word.equals("nient")
            || word.equals("nié"));
  }
}
