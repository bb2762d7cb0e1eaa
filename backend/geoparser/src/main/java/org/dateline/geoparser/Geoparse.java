package org.dateline.geoparser;

import java.util.List;
import org.dateline.geoparser.finding.Claim;
import org.dateline.geoparser.finding.Movement;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.finding.ReportDate;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the geoparser found in a text. All offsets are UTF-16 into {@link #text()}.
 *
 * @param text the text as received
 * @param language BCP 47 tag, detected or given
 * @param sentences in order
 * @param mentions in order of their start; nested ones after the one that holds them
 * @param places what the report says of each place
 * @param movements from one place to another
 * @param claims what someone says of a place
 * @param focus the countries and units it is about
 * @param date the date the text gives, null when it gives none
 */
public record Geoparse(
    String text,
    String language,
    List<Span> sentences,
    List<Mention> mentions,
    List<PlaceFinding> places,
    List<Movement> movements,
    List<Claim> claims,
    Focus focus,
    @Nullable ReportDate date) {

  /** Returns the mentions that no place could be told for, each with its reason. */
  public List<Mention> notPlaced() {
    return mentions.stream().filter(mention -> mention.referent() == null).toList();
  }
}
