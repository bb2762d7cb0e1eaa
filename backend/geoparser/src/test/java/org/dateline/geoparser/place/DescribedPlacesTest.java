package org.dateline.geoparser.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class DescribedPlacesTest {

  private static Mention mention(String text, String words) {
    return TestGeodata.GEOPARSER.parse(text, GeoparseOptions.NONE).mentions().stream()
        .filter(m -> m.text().equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not found: " + words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Attacks spread across northern Nigeria this week.; northern Nigeria; 8; 11.5; 3",
        "Attacks spread in the north-east of Nigeria.; north-east of Nigeria; 11.5; 11.5; 3",
        "Les attaques se multiplient dans le nord du Mali.; nord du Mali; -2; 20; 5",
        "A convoy was hit 30 km south of Gao on Monday.; 30 km south of Gao; -0.04; 16.0; 0.2",
        "Un convoi a sauté à 30 kilomètres au sud de Gao.; 30 kilomètres au sud de Gao; -0.04; 16.0; 0.2",
        "A bus was ambushed between Gao and Ansongo.; between Gao and Ansongo; 0.22; 15.96; 0.2",
        "Trucks burned on the road from Gao to Ansongo.; road from Gao to Ansongo; 0.22; 15.96; 0.2",
        "The tri-border area of Chad, Cameroon and Nigeria is tense.; tri-border area; 14.2; 12.9; 0.5",
        "La zone des trois frontières entre le Mali, le Niger et le Burkina Faso est instable.; zone des trois frontières; 0.22; 14.91; 0.1",
      })
  void drawsAnAreaThatTheWordsDescribe(
      String text, String words, double lon, double lat, double off) {
    Mention mention = mention(text, words);
    assertThat(mention.kind()).isEqualTo(MentionKind.VAGUE);
    Referent area = Objects.requireNonNull(mention.referent());
    assertThat(area.lon()).isCloseTo(lon, within(off));
    assertThat(area.lat()).isCloseTo(lat, within(off));
    assertThat(Objects.requireNonNull(area.geometry()).isValid()).isTrue();
    assertThat(area.uncertaintyMetres()).isPositive();
    assertThat(area.howMade()).startsWith("Drawn by us");
  }

  /**
   * Where the words mean, as far as they tell it: label point, and a point that must lie within.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Nine died 15 km north-east of Ansongo.; 15 km north-east of Ansongo; 15 km north-east of Ansongo; 0.6; 15.76",
        "Nine died some twenty-five miles south of Gao.; twenty-five miles south of Gao; 40 km south of Gao; -0.04; 15.91",
        "Nine died about 30 kilometres west of Goma.; 30 kilometres west of Goma; 30 km west of Goma; 28.96; -1.67",
        "Nine died 10 to 20 km east of Maiduguri.; 10 to 20 km east of Maiduguri; 15 km east of Maiduguri; 13.3; 11.85",
        "The post stands a dozen miles north of Mosul.; a dozen miles north of Mosul; 19 km north of Mosul; 43.13; 36.5",
        "The camp lies 40 km away from Kassala.; 40 km away from Kassala; 40 km from Kassala; 36.4; 15.45",
        "The bridge lies two hundred kilometres to the south of Khartoum.; two hundred kilometres to the south of Khartoum; 200 km south of Khartoum; 32.55; 13.75",
        "Un convoi a sauté à une trentaine de kilomètres au sud de Gao.; trentaine de kilomètres au sud de Gao; 30 km south of Gao; -0.04; 16.0",
        "Un convoi a sauté à environ 15 km au nord-est d'Ansongo.; 15 km au nord-est d'Ansongo; 15 km north-east of Ansongo; 0.6; 15.76",
        "Un convoi a sauté à quelque vingt-cinq kilomètres à l'ouest de Goma.; vingt-cinq kilomètres à l'ouest de Goma; 25 km west of Goma; 29.0; -1.67",
        "Trucks burned on the road from Sévaré to Douentza.; road from Sévaré to Douentza; Road from Sévaré to Douentza; -3.5; 14.77",
        "Trucks burned on the Gao-Kidal road.; Gao-Kidal road; Road from Gao to Kidal; 0.7; 17.35",
        "Une embuscade a eu lieu sur l'axe Gao-Ansongo.; axe Gao-Ansongo; Road from Gao to Ansongo; 0.22; 15.96",
        "Une mine a sauté sur la route entre Mora et Kolofata.; route entre Mora et Kolofata; Road from Mora to Kolofata; 14.1; 11.1",
        "Un bus a été attaqué entre Gao et Ansongo.; entre Gao et Ansongo; Between Gao and Ansongo; 0.22; 15.96",
        "Shots were heard on the outskirts of Bamako.; outskirts of Bamako; Outskirts of Bamako; -8.0; 12.65",
        "Des tirs ont retenti à la périphérie de Niamey.; périphérie de Niamey; Outskirts of Niamey; 2.11; 13.51",
        "In Mali, a post near the border with Niger was hit.; border with Niger; Border of Mali with Niger; 3.0; 15.5",
        "Au Mali, un poste à la frontière avec le Niger a été attaqué.; frontière avec le Niger; Border of Mali with Niger; 3.0; 15.5",
        "Smugglers cross the border between Chad and Sudan.; border between Chad and Sudan; Border of Chad with Sudan; 22.1; 13.4",
      })
  void drawsWhatIsToldByWayOfAnotherPlace(
      String text, String words, String name, double lon, double lat) {
    Mention mention = mention(text, words);
    Referent area = Objects.requireNonNull(mention.referent());
    assertThat(area.name()).isEqualTo(name);
    Geometry shape = Objects.requireNonNull(area.geometry());
    assertThat(shape.isValid()).isTrue();
    assertThat(shape.contains(shape.getFactory().createPoint(new Coordinate(lon, lat)))).isTrue();
    assertThat(area.uncertaintyMetres()).isBetween(2_000.0, 800_000.0);
    assertThat(area.howMade()).startsWith("Drawn by us").contains("km");
    assertThat(area.precision().wherePrec()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The clinic is 15 km of bad track away.",
        "They walked 30 km to Gao.",
        "The road to peace in Mali is long.",
        "He ran 10 km in an hour in Bamako.",
        "Clashes between Mali and Niger supporters broke out.",
        "Doctors Without Borders works in Gao.",
      })
  void drawsNothingWhereNoPlaceIsDescribed(String text) {
    assertThat(TestGeodata.GEOPARSER.parse(text, GeoparseOptions.NONE).mentions())
        .noneMatch(m -> m.referent() != null && m.referent().geometry() != null);
  }

  @Test
  void aLandmarkIsNoPlaceOfTheStory() {
    String text = "Nine refugees were hurt in Adré, near the border with Sudan.";
    assertThat(TestGeodata.GEOPARSER.parse(text, GeoparseOptions.NONE).places())
        .filteredOn(PlaceFinding::drawn)
        .extracting(p -> p.referent().name())
        .containsExactly("Adré");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Rebels in Mali conquered the north, officials said.; north",
        "Large parts of the north and central provinces of the country are unsafe in Mali.; north and central provinces of the country",
        "The three-border area is unsafe.; three-border area",
      })
  void saysWhyThereIsNoArea(String text, String words) {
    Mention mention = mention(text, words);
    assertThat(mention.referent()).isNull();
    assertThat(mention.notPlacedBecause()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "They met in the Malian capital on Monday.,Malian capital,Bamako",
    "Ils se sont réunis dans la capitale malienne lundi.,capitale malienne,Bamako",
    "Talks took place in the Kenyan capital.,Kenyan capital,Nairobi",
  })
  void knowsCapitalsByTheirCountry(String text, String words, String capital) {
    Mention mention = mention(text, words);
    assertThat(mention.coreference()).isTrue();
    assertThat(Objects.requireNonNull(mention.referent()).name()).isEqualTo(capital);
  }
}
