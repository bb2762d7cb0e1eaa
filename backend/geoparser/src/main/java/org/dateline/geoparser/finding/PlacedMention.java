package org.dateline.geoparser.finding;

import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Document;

/**
 * A mention with the tokens that name its place, or that take it up again.
 *
 * @param first index of the first token
 * @param end index after the last token
 * @param nested whether it lies within a longer mention
 * @param manner how the tokens name the place
 */
record PlacedMention(Mention mention, int first, int end, boolean nested, Manner manner) {

  /** How words name a place. */
  enum Manner {
    /** By its name or description. */
    NAMED,
    /** "the town": by what it is. */
    NOUN,
    /** "there". */
    ADVERB,
    /** Not at all: a sentence that names no place goes on to speak of it. */
    IMPLIED
  }

  /** Returns the same place taken up again by later tokens. */
  PlacedMention again(int from, int to, Manner how) {
    return new PlacedMention(mention, from, to, false, how);
  }

  boolean isNamed() {
    return manner == Manner.NAMED;
  }

  /** Returns whether it means the place itself, and the place is told. */
  boolean isPlace() {
    return mention.referent() != null
        && !nested
        && (mention.kind() == MentionKind.LITERAL || mention.kind() == MentionKind.VAGUE);
  }

  /** Returns whether it means a place, and nobody knows which. */
  boolean isUntold() {
    return mention.referent() == null && !nested && mention.kind() == MentionKind.LITERAL;
  }

  /** Returns whether it owns what follows: "Kramatorsk's people". */
  boolean isGenitive(Document document) {
    return mention.referent() != null
        && !nested
        && mention.kind() != MentionKind.DEMONYM
        && document.sameSentence(first, end)
        && document.token(end).lower().equals("'s");
  }

  /** Returns whether it means a place more exact than a country. */
  boolean isSite() {
    Referent referent = mention.referent();
    return isPlace()
        && referent != null
        && referent.precision() != Precision.COUNTRY
        && referent.precision() != Precision.SUPRANATIONAL;
  }
}
