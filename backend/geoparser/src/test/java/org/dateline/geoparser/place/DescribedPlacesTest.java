package org.dateline.geoparser.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "Trucks burned on the road from Gao to Ansongo.; from Gao to Ansongo; 0.22; 15.96; 0.2",
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
