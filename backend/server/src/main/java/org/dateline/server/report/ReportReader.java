package org.dateline.server.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Alternative;
import org.dateline.server.feature.Countries;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.FeatureIds;
import org.dateline.server.feature.FeatureMaker;
import org.dateline.server.report.Reading.FocusCountry;
import org.dateline.server.report.Reading.TextDate;
import org.dateline.server.report.ReportMention.Other;
import org.jspecify.annotations.Nullable;

/** Reads a report: text to mentions and features. Works hard; not for the event loop. */
public final class ReportReader {

  private final Geoparser geoparser;
  private final Geodata geodata;
  private final FeatureMaker features;
  private final Clock clock;

  /** Reads with a geoparser and the geodata that it answers from. */
  public ReportReader(Geoparser geoparser, Geodata geodata, Clock clock) {
    this.geoparser = geoparser;
    this.geodata = geodata;
    this.features = new FeatureMaker(geodata);
    this.clock = clock;
  }

  /** Returns which version of the method reads. */
  public String methodVersion() {
    return geoparser.version();
  }

  /**
   * Reads a report.
   *
   * @param before what an earlier run made of it, null for the first: its feature ids are kept
   */
  public Reading read(ReportSource source, @Nullable Reading before) {
    // Stores keep no nanoseconds: what is read back must be what was published.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    GeoparseOptions options =
        new GeoparseOptions(source.language(), source.outlet(), source.date(), List.of(), null);
    Geoparse answer = geoparser.parse(source.text(), options);
    FeatureIds ids = new FeatureIds(source.id(), before == null ? Map.of() : before.ids());
    FeatureMaker.Made made = features.make(answer, ids, now);
    return new Reading(
        geoparser.version(),
        now,
        answer.language(),
        answer.date() == null
            ? null
            : new TextDate(
                answer.date().edtf(),
                answer.date().precision(),
                answer.date().evidence().of(answer.text())),
        answer.focus().countries().stream().map(this::focusCountry).toList(),
        mentions(answer, made),
        source.rights() == TextRights.QUOTES_ONLY
            ? made.features().stream().map(Feature::quotingOnly).toList()
            : made.features(),
        ids.given());
  }

  private FocusCountry focusCountry(String iso2) {
    return new FocusCountry(
        iso2,
        Countries.iso3(iso2),
        geodata.gazetteer().country(iso2).map(Place::name).orElse(iso2));
  }

  private List<ReportMention> mentions(Geoparse answer, FeatureMaker.Made made) {
    List<ReportMention> mentions = new ArrayList<>(answer.mentions().size());
    for (Mention mention : answer.mentions()) {
      Feature feature =
          mention.referent() == null ? null : made.byReferent().get(mention.referent().id());
      mentions.add(
          new ReportMention(
              "m" + (mentions.size() + 1),
              mention.span(),
              mention.text(),
              mention.kind(),
              mention.coreference(),
              mention.sentence(),
              feature == null ? null : feature.id(),
              feature == null ? null : feature.layer(),
              feature == null ? null : feature.location().name(),
              feature == null ? null : feature.location().gazetteerId(),
              mention.score(),
              mention.margin(),
              mention.reasons(),
              mention.alternatives().stream()
                  .filter(other -> !made.hidden().contains(other.place().id()))
                  .map(this::other)
                  .toList(),
              feature != null ? null : notPlacedBecause(mention)));
    }
    return List.copyOf(mentions);
  }

  private static String notPlacedBecause(Mention mention) {
    String reason = mention.notPlacedBecause();
    return reason == null ? "no place could be told" : reason;
  }

  private Other other(Alternative alternative) {
    Place place = alternative.place();
    return new Other(
        place.id(),
        place.name(),
        geodata
            .gazetteer()
            .firstLevel(place.country(), place.admin1())
            .map(Place::name)
            .orElse(null),
        geodata.gazetteer().country(place.country()).map(Place::name).orElse(null),
        place.lon(),
        place.lat(),
        alternative.score(),
        alternative.reason());
  }
}
