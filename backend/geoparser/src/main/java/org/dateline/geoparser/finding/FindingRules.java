package org.dateline.geoparser.finding;

import java.util.List;
import org.dateline.geoparser.Focus;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.text.ReportText;
import org.jspecify.annotations.Nullable;

/**
 * What a report says happens at its places: the rules for layers, movements, claims and dates
 * together.
 */
public final class FindingRules {

  private final List<Movement> movements;
  private final List<Claim> claims;
  private final List<PlaceFinding> places;
  private final @Nullable ReportDate date;

  /**
   * Reads the findings of a text.
   *
   * @param mentions all mentions, in order
   * @param focus what the text is about
   * @param given when it was written, ISO 8601; null when not known
   */
  public FindingRules(
      ReportText text, List<Mention> mentions, Focus focus, @Nullable String given) {
    SentenceMentions bySentence = new SentenceMentions(text, mentions);
    movements = new MovementRules(text, bySentence).movements();
    claims = new ClaimRules(text, bySentence).claims();
    places = new LayerRules(text, bySentence, movements, focus).places(mentions);
    date = DateRules.date(text);
  }

  /** Returns what the report says of each place, in the order of the text. */
  public List<PlaceFinding> places() {
    return places;
  }

  /** Returns the movements from one place to another. */
  public List<Movement> movements() {
    return movements;
  }

  /** Returns what someone says of a place. */
  public List<Claim> claims() {
    return claims;
  }

  /** Returns the date the text gives, null when it gives none. */
  public @Nullable ReportDate date() {
    return date;
  }
}
