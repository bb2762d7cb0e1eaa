package org.dateline.geoparser.finding;

import java.util.List;
import org.dateline.geoparser.Focus;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.text.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a text says happens at its places.
 *
 * @param places one finding for each place
 * @param movements from one place to another
 * @param claims what someone says of a place
 * @param date the date the text gives, null when it gives none
 */
public record Findings(
    List<PlaceFinding> places,
    List<Movement> movements,
    List<Claim> claims,
    @Nullable ReportDate date) {

  /** Reads the findings of a text whose mentions, in order of their start, are told. */
  public static Findings read(Document document, List<Mention> mentions, Focus focus) {
    Story story = new Story(document, mentions, focus);
    LayerReader reader = new LayerReader(story);
    List<Movement> movements = new MovementFinder(story, reader).movements();
    List<Claim> claims = new ClaimFinder(story).claims();
    List<PlaceFinding> places = new PlaceFinder(story, reader, movements).places();
    return new Findings(places, movements, claims, new DateFinder(document).date());
  }
}
