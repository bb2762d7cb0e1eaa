package org.dateline.server.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geoparser.Focus;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.finding.Claim;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.finding.Movement;
import org.dateline.geoparser.finding.MovementType;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Span;
import org.dateline.server.feature.Location.Generalisation;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class FeatureMakerTest {

  private static final String TEXT =
      "They fled Alpha for the camp at Beta. France says Gamma is quiet; Delta denies it.";
  private static final FeatureMaker MAKER =
      new FeatureMaker(EmbeddedGeodata.open(EmbeddedGeodata.userCache()));
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  private final List<PlaceFinding> places = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();

  @Test
  void aCampIsItsGridCellAndItsMovementEndsAtTheCellsLabel() {
    Mention alpha = mention("Alpha", referent("1", "Alpha", 30.12345, 1.98765, Precision.TOWN));
    Mention beta = mention("Beta", referent("2", "Beta", 31.23456, 2.34567, Precision.VICINITY));
    find(alpha, Layer.DISPLACEMENT, FeatureRole.ORIGIN, false);
    find(beta, Layer.DISPLACEMENT, FeatureRole.DESTINATION, true);
    movements.add(
        new Movement(MovementType.DISPLACEMENT, alpha, beta, alpha.sentence(), "fled", null));

    List<Feature> features = make();
    Feature camp = named(features, "Beta");
    assertThat(camp.geometry()).isInstanceOf(Polygon.class);
    assertThat(camp.location().generalisation()).isEqualTo(Generalisation.GRID_5KM);
    assertThat(camp.location().gazetteerId()).isNull();
    assertThat(camp.geometry().getEnvelopeInternal().contains(31.23456, 2.34567)).isTrue();
    Feature movement = named(features, "Alpha \u2192 Beta");
    Coordinate[] line = movement.geometry().getCoordinates();
    assertThat(line[line.length - 1])
        .isEqualTo(new Coordinate(camp.location().lon(), camp.location().lat()));
    for (Feature feature : features) {
      assertThat(json(feature)).doesNotContain("31.234").doesNotContain("31.235");
      assertThat(json(feature)).doesNotContain("2.345").doesNotContain("2.346");
    }
  }

  @Test
  void aPlaceWhereACampIsIsAsCoarseAsTheCamp() {
    find(mention("Alpha", referent("1", "Alpha", 31.2346, 2.3457, Precision.TOWN)), false);
    find(mention("Beta", referent("2", "Beta", 31.23456, 2.34567, Precision.VICINITY)), true);
    assertThat(named(make(), "Alpha").location().generalisation())
        .isEqualTo(Generalisation.GRID_5KM);
  }

  @Test
  void placesOfOneNameHaveDifferentIds() {
    find(mention("Alpha", referent("1", "Same", 1, 1, Precision.TOWN)), false);
    find(mention("Beta", referent("2", "Same", 2, 2, Precision.REGION)), false);
    assertThat(make()).extracting(Feature::id).containsExactly("r.same", "r.same-region");
  }

  @Test
  void aClaimOfAWholeCountryIsAFeatureOfItsOwn() {
    Mention gamma = mention("Gamma", referent("3", "Gamma", 5, 5, Precision.COUNTRY));
    find(gamma, Layer.CONTEXT, FeatureRole.CONTEXT, false);
    claim(gamma);
    List<Feature> features = make();
    assertThat(features).extracting(Feature::layer).containsExactly(Layer.CONTEXT, Layer.CLAIMS);
    Feature claim = features.get(1);
    assertThat(claim.claims().get(0).status()).isEqualTo("disputed");
    assertThat(TEXT).contains(claim.claims().get(0).quote());
  }

  @Test
  void aClaimOfATownStaysWithTheTown() {
    Mention gamma = mention("Gamma", referent("3", "Gamma", 5, 5, Precision.TOWN));
    find(gamma, Layer.FIGHTING, FeatureRole.PLACE, false);
    claim(gamma);
    assertThat(make()).hasSize(1);
    assertThat(make().get(0).claims()).hasSize(1);
  }

  @Test
  void aMovementWithinOnePlaceIsLeftOut() {
    Mention alpha = mention("Alpha", referent("1", "Alpha", 1, 1, Precision.TOWN));
    find(alpha, false);
    movements.add(new Movement(MovementType.TROOP, alpha, alpha, alpha.sentence(), "moved", null));
    assertThat(make()).hasSize(1);
  }

  private void claim(Mention about) {
    claims.add(
        new Claim(
            Objects.requireNonNull(about.referent()),
            "France",
            sentence("France"),
            "Delta",
            sentence("France")));
  }

  private void find(Mention mention, boolean sensitive) {
    find(mention, Layer.SCENES, FeatureRole.SCENE, sensitive);
  }

  private void find(Mention mention, Layer layer, FeatureRole role, boolean sensitive) {
    places.add(
        new PlaceFinding(
            Objects.requireNonNull(mention.referent()),
            layer,
            role,
            List.of(mention),
            mention,
            mention.sentence(),
            null,
            null,
            true,
            sensitive,
            null,
            null,
            null));
  }

  private List<Feature> make() {
    return MAKER.make(answer(), new FeatureIds("r", Map.of()), NOW).features();
  }

  private Geoparse answer() {
    List<Mention> mentions = places.stream().flatMap(place -> place.mentions().stream()).toList();
    return new Geoparse(
        TEXT,
        "en",
        List.of(),
        mentions,
        places,
        movements,
        claims,
        new Focus(List.of(), List.of()),
        null);
  }

  private static Referent referent(
      String id, String name, double lon, double lat, Precision precision) {
    return new Referent(
        id, name, "PPL", List.of("ML"), "", lon, lat, null, precision, 5000, Tier.WORLD, null);
  }

  private static Mention mention(String words, Referent referent) {
    int start = TEXT.indexOf(words);
    return new Mention(
        new Span(start, start + words.length()),
        words,
        MentionKind.LITERAL,
        false,
        sentence(words),
        referent,
        0.9,
        List.of("the only one"),
        List.of(),
        List.of(),
        1,
        null);
  }

  private static Span sentence(String words) {
    int full = TEXT.indexOf('.') + 1;
    return TEXT.indexOf(words) < full ? new Span(0, full) : new Span(full + 1, TEXT.length());
  }

  private static Feature named(List<Feature> features, String name) {
    return features.stream()
        .filter(f -> f.location().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String json(Feature feature) {
    FeatureJson writer = new FeatureJson(new FeatureJson.ReportFacts("r", "source", "test"));
    return new String(
        Json.document(TEXT, out -> writer.write(out, feature)), StandardCharsets.UTF_8);
  }
}
