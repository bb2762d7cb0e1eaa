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

  /**
   * Reads the findings of a text.
   *
   * @param mentions in order of their start
   * @param written when the text was written, ISO 8601 or EDTF; null when not known
   */
  public static Findings read(
      Document document, List<Mention> mentions, Focus focus, @Nullable String written) {
    List<DateFinder.Dated> dates = new DateFinder(document, written).dates();
    Story story = new Story(document, mentions, focus, dates);
    Reality reality = new Reality(story);
    MotionReader motions = new MotionReader(story, reality);
    LayerReader reader = new LayerReader(story, reality, motions);
    List<Movement> movements = new MovementFinder(story, reality, motions).movements();
    List<Claim> claims = new ClaimFinder(story).claims();
    List<PlaceFinding> places = new PlaceFinder(story, reader, reality, movements).places();
    return new Findings(places, movements, claims, DateFinder.ofText(dates));
  }
}
