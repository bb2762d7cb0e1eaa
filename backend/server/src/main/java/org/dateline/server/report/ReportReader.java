package org.dateline.server.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Referent;
import org.dateline.server.feature.Countries;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.Feature.Status;
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
   * @param decisions what editors decided on its words
   * @param taught what editors chose for names before
   */
  public Reading read(
      ReportSource source, @Nullable Reading before, Decisions decisions, Taught taught) {
    // Stores keep no nanoseconds: what is read back must be what was published.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    GeoparseOptions options =
        new GeoparseOptions(source.language(), source.outlet(), source.date(), List.of(), null);
    Geoparse answer =
        Deciding.on(geoparser.parse(source.text(), options), decisions, geodata.gazetteer());
    FeatureIds ids = new FeatureIds(source.id(), before == null ? Map.of() : before.ids());
    FeatureMaker.Made made = features.make(answer, ids, now);
    Set<String> verified = verified(answer, made, decisions);
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
        mentions(answer, made, decisions, taught),
        made.features().stream()
            .map(feature -> verified.contains(feature.id()) ? feature.as(Status.VERIFIED) : feature)
            .map(
                feature ->
                    source.rights() == TextRights.QUOTES_ONLY ? feature.quotingOnly() : feature)
            .toList(),
        ids.given());
  }

  /** The ids of the features of which an editor confirmed a mention. */
  private static Set<String> verified(
      Geoparse answer, FeatureMaker.Made made, Decisions decisions) {
    Set<String> verified = new HashSet<>();
    for (Mention mention : answer.mentions()) {
      Decision decision = decisions.on(mention.span());
      Feature feature =
          mention.referent() == null ? null : made.byReferent().get(mention.referent().id());
      if (decision != null && decision.status() == Status.VERIFIED && feature != null) {
        verified.add(feature.id());
      }
    }
    return verified;
  }

  private FocusCountry focusCountry(String iso2) {
    return new FocusCountry(
        iso2,
        Countries.iso3(iso2),
        geodata.gazetteer().country(iso2).map(Place::name).orElse(iso2));
  }

  private List<ReportMention> mentions(
      Geoparse answer, FeatureMaker.Made made, Decisions decisions, Taught taught) {
    List<ReportMention> mentions = new ArrayList<>(answer.mentions().size());
    for (Mention mention : answer.mentions()) {
      Decision decision = decisions.on(mention.span());
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
              others(mention, made, taught),
              feature != null ? null : notPlacedBecause(mention),
              decision == null ? Status.UNVERIFIED : decision.status(),
              decision == null ? null : decision.by(),
              decisions.version(mention.span())));
    }
    return List.copyOf(mentions);
  }

  /** What else the words could mean: first what editors chose for them before. */
  private List<Other> others(Mention mention, FeatureMaker.Made made, Taught taught) {
    List<Other> others = new ArrayList<>();
    Referent referent = mention.referent();
    taught.places(mention.text()).stream()
        .filter(id -> referent == null || !referent.id().equals(id))
        .filter(id -> !made.hidden().contains(id))
        .map(id -> geodata.gazetteer().byId(id))
        .flatMap(Optional::stream)
        .filter(place -> isNear(place, mention, made))
        .map(place -> other(place, 0, "editors chose it for this name before", true))
        .forEach(others::add);
    Set<String> suggested = others.stream().map(Other::id).collect(Collectors.toSet());
    mention.alternatives().stream()
        .filter(other -> !made.hidden().contains(other.place().id()))
        .filter(other -> !suggested.contains(other.place().id()))
        .map(other -> other(other.place(), other.score(), other.reason(), false))
        .forEach(others::add);
    return List.copyOf(others);
  }

  /** Whether a place lies in a country that the report is about or that the mention could mean. */
  private static boolean isNear(Place place, Mention mention, FeatureMaker.Made made) {
    Referent referent = mention.referent();
    return referent != null && referent.countries().contains(place.country())
        || mention.alternatives().stream()
            .anyMatch(other -> other.place().country().equals(place.country()))
        || made.features().stream()
            .anyMatch(feature -> feature.location().countries().contains(place.country()));
  }

  private static String notPlacedBecause(Mention mention) {
    String reason = mention.notPlacedBecause();
    return reason == null ? "no place could be told" : reason;
  }

  private Other other(Place place, double score, String reason, boolean suggested) {
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
        score,
        reason,
        suggested);
  }
}
