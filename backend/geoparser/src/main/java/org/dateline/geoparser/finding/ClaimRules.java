package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds what someone says of a place: "According to X, ...", and what another denies right after.
 */
final class ClaimRules {

  private static final int DENIAL_WITHIN = 3;

  private final ReportText text;
  private final SentenceMentions bySentence;

  ClaimRules(ReportText text, SentenceMentions bySentence) {
    this.text = text;
    this.bySentence = bySentence;
  }

  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (int s = 0; s < text.sentences().size(); s++) {
      int denial = denial(s);
      Span by = attribution(s);
      if (by == null && denial >= 0) {
        by = speaker(s);
      }
      if (by == null) {
        continue;
      }
      Referent about = about(s, by);
      if (about != null) {
        Span denier = denial < 0 ? null : denier(denial);
        claims.add(
            new Claim(
                about,
                by.of(text.text()),
                text.sentences().get(s),
                denier == null ? null : denier.of(text.text()),
                denier == null ? null : text.sentences().get(denial)));
      }
    }
    return claims;
  }

  /** The words behind "according to" up to a comma. */
  private @Nullable Span attribution(int s) {
    for (int i = text.firstToken(s); i < text.endToken(s); i++) {
      String word = text.lower(i, i);
      int from = -1;
      if (text.lexicon().is(WordClass.ATTRIBUTION, word + "_" + text.lower(i + 1, i))) {
        from = i + 2;
      } else if (text.lexicon().is(WordClass.ATTRIBUTION, word)) {
        from = i + 1;
      }
      if (from < 0) {
        continue;
      }
      int end = from;
      while (end < text.endToken(s) && end < from + 10 && text.tokens().get(end).word()) {
        end++;
      }
      if (end > from) {
        return new Span(text.tokens().get(from).start(), text.tokens().get(end - 1).end());
      }
    }
    return null;
  }

  /** Who says it: the words from the start of the sentence to a verb of saying and "that". */
  private @Nullable Span speaker(int s) {
    int first = text.firstToken(s);
    for (int i = first + 1; i < text.endToken(s); i++) {
      boolean that = text.lower(i + 1, i).equals("that") || text.lower(i + 1, i).equals("que");
      if (that && text.lexicon().is(WordClass.SAY, text.lower(i, i))) {
        return new Span(text.tokens().get(first).start(), text.tokens().get(i - 1).end());
      }
    }
    return null;
  }

  /**
   * Returns the number of a sentence soon after that denies what this one says, -1 when there is
   * none.
   */
  private int denial(int s) {
    for (int d = s + 1; d < Math.min(text.sentences().size(), s + 1 + DENIAL_WITHIN); d++) {
      if (attribution(d) != null) {
        return -1;
      }
      if (denier(d) != null) {
        return d;
      }
    }
    return -1;
  }

  /** Who denies: the words before a verb of denying near the start of a sentence. */
  private @Nullable Span denier(int s) {
    int first = text.firstToken(s);
    int limit = Math.min(text.endToken(s), first + 8);
    for (int i = first + 1; i < limit; i++) {
      if (text.lexicon().is(WordClass.DENY, text.lower(i, i))) {
        return new Span(text.tokens().get(first).start(), text.tokens().get(i - 1).end());
      }
    }
    return null;
  }

  /**
   * The place the sentence speaks of: a literal mention outside the speaker's words, else a
   * people's.
   */
  private @Nullable Referent about(int s, Span by) {
    Referent people = null;
    for (SentenceMentions.Placed placed : bySentence.in(s)) {
      Mention mention = placed.mention();
      if (by.overlaps(mention.span()) || mention.referent() == null) {
        continue;
      }
      if (mention.kind() == MentionKind.LITERAL || mention.kind() == MentionKind.VAGUE) {
        return mention.referent();
      }
      if (mention.kind() == MentionKind.DEMONYM && people == null) {
        people = mention.referent();
      }
    }
    return people;
  }
}
