package org.dateline.server.feature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.boundary.Unit;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.finding.Claim;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.finding.Movement;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.finding.ReportDate;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Span;
import org.dateline.server.feature.Location.Boundary;
import org.dateline.server.feature.Location.Generalisation;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Makes a report's features from the geoparser's answer: one for each place, one for each movement,
 * one for each country of which someone claims something. What must not be shown is left out here,
 * so that nothing after this point knows it.
 */
public final class FeatureMaker {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Geodata geodata;
  private final Outlines outlines;

  /** Takes names and outlines from the geodata. */
  public FeatureMaker(Geodata geodata) {
    this.geodata = geodata;
    this.outlines = new Outlines(geodata.boundaries());
  }

  /**
   * The features of a report.
   *
   * @param features in the order of the text
   * @param byReferent the feature of each place, by the referent's id
   * @param hidden ids of the referents whose point must not be told
   */
  public record Made(List<Feature> features, Map<String, Feature> byReferent, Set<String> hidden) {}

  /**
   * Makes the features.
   *
   * @param ids remembers which ids were given; new ones are added to it
   * @param now the time that new versions bear
   */
  public Made make(Geoparse answer, FeatureIds ids, Instant now) {
    Harm harm = Harm.in(answer.places());
    List<Feature> features = new ArrayList<>();
    Map<String, Feature> byReferent = new LinkedHashMap<>();
    for (PlaceFinding finding : inTextOrder(answer.places())) {
      Feature feature = place(answer, finding, harm, ids, now);
      features.add(feature);
      byReferent.put(finding.referent().id(), feature);
    }
    features.addAll(countryClaims(answer, byReferent, harm, ids, now));
    for (Movement movement : answer.movements()) {
      movement(answer, movement, byReferent, ids, now).ifPresent(features::add);
    }
    Set<String> hidden =
        answer.places().stream()
            .map(PlaceFinding::referent)
            .filter(harm::generalises)
            .map(Referent::id)
            .collect(Collectors.toUnmodifiableSet());
    return new Made(List.copyOf(features), Map.copyOf(byReferent), hidden);
  }

  private static List<PlaceFinding> inTextOrder(List<PlaceFinding> places) {
    return places.stream()
        .sorted(Comparator.comparingInt(finding -> finding.mentions().get(0).span().start()))
        .toList();
  }

  private Feature place(
      Geoparse answer, PlaceFinding finding, Harm harm, FeatureIds ids, Instant now) {
    Referent referent = finding.referent();
    Mention evidence = finding.evidence();
    Shown shown = shown(referent, harm);
    List<Claimed> claims =
        answer.claims().stream()
            .filter(claim -> claim.about().id().equals(referent.id()))
            .filter(claim -> !isOfWholeCountry(claim) || finding.layer() == Layer.CLAIMS)
            .map(claim -> claimed(answer, claim))
            .toList();
    return new Feature(
        ids.of("place:" + referent.id(), referent.name(), sort(referent)),
        finding.layer(),
        finding.role(),
        shown.geometry(),
        shown.location(),
        event(
            finding.eventType(),
            finding.subEventType(),
            finding.description(),
            finding.cue(),
            finding.date() == null ? answer.date() : finding.date()),
        Quote.of(answer.text(), finding.passage(), evidence.span()),
        match(evidence),
        finding.mentions().size(),
        claims,
        null,
        finding.drawn(),
        Feature.Status.UNVERIFIED,
        1,
        now);
  }

  /** A claim about a whole country is a badge on the country, not a point: its own feature. */
  private List<Feature> countryClaims(
      Geoparse answer, Map<String, Feature> places, Harm harm, FeatureIds ids, Instant now) {
    Map<String, List<Claim>> byCountry = new LinkedHashMap<>();
    for (Claim claim : answer.claims()) {
      Feature own = places.get(claim.about().id());
      boolean told = own != null && (own.layer() == Layer.CLAIMS || !isOfWholeCountry(claim));
      if (!told) {
        byCountry.computeIfAbsent(claim.about().id(), id -> new ArrayList<>()).add(claim);
      }
    }
    List<Feature> features = new ArrayList<>();
    byCountry.forEach(
        (id, claims) -> {
          Claim first = claims.get(0);
          Referent about = first.about();
          Shown shown = badge(about, harm);
          Optional<Mention> mention =
              answer.mentions().stream()
                  .filter(m -> m.referent() != null && m.referent().id().equals(id))
                  .filter(m -> first.sentence().contains(m.span()))
                  .findFirst();
          features.add(
              new Feature(
                  ids.of("claim:" + id, "claim-" + about.name(), sort(about)),
                  Layer.CLAIMS,
                  FeatureRole.CLAIM,
                  shown.geometry(),
                  shown.location(),
                  event(null, null, null, null, answer.date()),
                  Quote.of(
                      answer.text(),
                      first.sentence(),
                      mention.map(Mention::span).orElse(first.sentence())),
                  mention.map(FeatureMaker::match).orElse(new Match(1, 1, List.of(), 0, null)),
                  claims.size(),
                  claims.stream().map(claim -> claimed(answer, claim)).toList(),
                  null,
                  false,
                  Feature.Status.UNVERIFIED,
                  1,
                  now));
        });
    return features;
  }

  private static boolean isOfWholeCountry(Claim claim) {
    Precision precision = claim.about().precision();
    return precision == Precision.COUNTRY || precision == Precision.SUPRANATIONAL;
  }

  private static Claimed claimed(Geoparse answer, Claim claim) {
    Span denial = claim.denial();
    return new Claimed(
        claim.by(),
        claim.sentence().of(answer.text()),
        claim.sentence().start(),
        claim.sentence().end(),
        claim.deniedBy(),
        denial == null ? null : denial.of(answer.text()),
        denial == null ? null : denial.start(),
        denial == null ? null : denial.end());
  }

  private Optional<Feature> movement(
      Geoparse answer,
      Movement movement,
      Map<String, Feature> byReferent,
      FeatureIds ids,
      Instant now) {
    Referent origin = movement.from().referent();
    Referent destination = movement.to().referent();
    if (origin == null || destination == null) {
      return Optional.empty();
    }
    Feature from = byReferent.get(origin.id());
    Feature to = byReferent.get(destination.id());
    if (from == null || to == null || from.id().equals(to.id())) {
      return Optional.empty();
    }
    // The ends are those that are shown, so that a line never points into a generalised cell.
    Coordinate start = new Coordinate(from.location().lon(), from.location().lat());
    Coordinate end = new Coordinate(to.location().lon(), to.location().lat());
    Mention mention =
        movement.sentence().contains(movement.to().span()) ? movement.to() : movement.from();
    String type = movement.type().name().toLowerCase(Locale.ROOT);
    return Optional.of(
        new Feature(
            ids.of(
                "movement:" + type + ":" + origin.id() + ">" + destination.id(),
                origin.name() + " to " + destination.name(),
                type),
            layerOf(movement),
            FeatureRole.MOVEMENT,
            Rfc7946.publishable(GreatCircle.line(start, end)),
            between(from.location(), to.location()),
            event(
                null,
                null,
                null,
                movement.cue(),
                movement.date() == null ? answer.date() : movement.date()),
            Quote.of(answer.text(), movement.sentence(), mention.span()),
            new Match(
                Math.min(movement.from().score(), movement.to().score()),
                Math.min(movement.from().margin(), movement.to().margin()),
                List.of("the sentence says \u201c" + movement.cue() + "\u201d"),
                0,
                null),
            1,
            List.of(),
            new Route(
                movement.type(),
                from.id(),
                to.id(),
                origin.name(),
                destination.name(),
                (int) Math.round(GreatCircle.metres(start, end) / 1000)),
            from.drawn() || to.drawn(),
            Feature.Status.UNVERIFIED,
            1,
            now));
  }

  private static Layer layerOf(Movement movement) {
    return switch (movement.type()) {
      case DISPLACEMENT -> Layer.DISPLACEMENT;
      case SUPPLY, TROOP, WITHDRAWAL -> Layer.SUPPLY;
    };
  }

  private static Location between(Location from, Location to) {
    boolean oneCountry = from.countries().size() == 1 && from.countries().equals(to.countries());
    Location coarser = from.precision().wherePrec() >= to.precision().wherePrec() ? from : to;
    return new Location(
        from.name() + " \u2192 " + to.name(),
        null,
        oneCountry
            ? from.countries()
            : Stream.of(from, to).flatMap(end -> end.countries().stream()).distinct().toList(),
        oneCountry ? from.country() : null,
        oneCountry ? from.iso3() : null,
        null,
        to.lon(),
        to.lat(),
        coarser.precision(),
        Math.max(from.uncertaintyMetres(), to.uncertaintyMetres()),
        from.generalisation() == Generalisation.NONE ? to.generalisation() : from.generalisation(),
        null,
        "The straight line (great circle) between the two places; the report does not say which"
            + " way was taken.",
        null);
  }

  private static Event event(
      @Nullable String type,
      @Nullable String subType,
      @Nullable String description,
      @Nullable String cue,
      @Nullable ReportDate date) {
    return new Event(
        type,
        subType,
        date == null ? null : date.edtf(),
        date == null ? null : date.precision(),
        description,
        cue);
  }

  private static Match match(Mention mention) {
    return new Match(
        mention.score(),
        mention.margin(),
        mention.reasons(),
        mention.alternatives().size(),
        mention.alternatives().isEmpty() ? null : mention.alternatives().get(0).place().name());
  }

  /** Tells places of one name apart in words: "region", "town". */
  private static String sort(Referent referent) {
    return referent.precision().name();
  }

  /** What is shown of a place. */
  private record Shown(Geometry geometry, Location location) {}

  private Shown shown(Referent referent, Harm harm) {
    return harm.generalises(referent) ? generalised(referent) : asStated(referent);
  }

  /** What is said of a country is not true of every part of it: a point at its label. */
  private Shown badge(Referent referent, Harm harm) {
    return referent.precision() == Precision.COUNTRY
        ? asStated(referent, null)
        : shown(referent, harm);
  }

  private Shown asStated(Referent referent) {
    return asStated(referent, outlines.published(referent).orElse(null));
  }

  private Shown asStated(Referent referent, @Nullable Geometry outline) {
    Geometry geometry =
        outline == null
            ? Rfc7946.publishable(
                GEOMETRY.createPoint(new Coordinate(referent.lon(), referent.lat())))
            : outline;
    boolean computed = referent.howMade() != null;
    Location location =
        location(
            referent,
            referent.tier() == null ? null : referent.id(),
            round(referent.lon(), 5),
            round(referent.lat(), 5),
            Math.rint(referent.uncertaintyMetres()),
            Generalisation.NONE,
            referent.howMade(),
            outline == null || computed ? null : boundaryOf(referent));
    return new Shown(geometry, location);
  }

  private Shown generalised(Referent referent) {
    Grid.Cell cell = Grid.cellAt(referent.lon(), referent.lat());
    Geometry geometry = Rfc7946.publishable(GEOMETRY.toGeometry(cell.envelope()));
    double halfDiagonal =
        GreatCircle.metres(
            new Coordinate(cell.labelLon(), cell.labelLat()),
            new Coordinate(cell.east() / 100.0, cell.north() / 100.0));
    Location location =
        location(
            referent,
            null,
            cell.labelLon(),
            cell.labelLat(),
            Math.ceil(halfDiagonal / 100) * 100,
            Generalisation.GRID_5KM,
            "Shown as a cell of a fixed 5 km grid on purpose, to protect the people there.",
            null);
    return new Shown(geometry, location);
  }

  private Location location(
      Referent referent,
      @Nullable String gazetteerId,
      double lon,
      double lat,
      double uncertaintyMetres,
      Generalisation generalisation,
      @Nullable String howMade,
      @Nullable Boundary boundary) {
    String iso2 = referent.countries().size() == 1 ? referent.countries().get(0) : null;
    return new Location(
        referent.name(),
        gazetteerId,
        referent.countries(),
        iso2 == null ? null : geodata.gazetteer().country(iso2).map(Place::name).orElse(null),
        iso2 == null ? null : Countries.iso3(iso2),
        referent.admin1().isEmpty() ? null : referent.admin1(),
        lon,
        lat,
        referent.precision(),
        uncertaintyMetres,
        generalisation,
        referent.tier() == null ? null : referent.tier().name().toLowerCase(Locale.ROOT),
        howMade,
        boundary);
  }

  private @Nullable Boundary boundaryOf(Referent referent) {
    Optional<Unit> unit = geodata.boundaries().outlineOf(referent.id());
    return unit.map(u -> new Boundary(u.source(), u.validFrom(), u.validTo())).orElse(null);
  }

  private static double round(double degrees, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.rint(degrees * scale) / scale;
  }
}
