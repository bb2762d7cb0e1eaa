package org.dateline.geoparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovementFinderTest {

  private static List<String> movements(String text, String language) {
    return TestGeodata.GEOPARSER
        .parse(text, new GeoparseOptions(language, null, null, List.of(), null))
        .movements()
        .stream()
        .map(m -> m.type() + " " + m.from().text() + " > " + m.to().text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Some 200 families fled Ménaka for Gao after the raid.; DISPLACEMENT Ménaka > Gao",
        "Thousands of people have fled from Sake to Goma since Friday.; DISPLACEMENT Sake > Goma",
        "People crossed from Sudan into Chad all night.; DISPLACEMENT Sudan > Chad",
        "Villagers from Mopti walked two days to reach Sévaré.; DISPLACEMENT Mopti > Sévaré",
        "Refugees from Bangui are arriving in Bertoua by truck.; DISPLACEMENT Bangui > Bertoua",
        "She fled Kidal in May and now lives in Gao.; DISPLACEMENT Kidal > Gao",
        "Families displaced from Kharkiv have reached Poltava.; DISPLACEMENT Kharkiv > Poltava",
        "Residents were evacuated from Kherson to Odesa by bus.; DISPLACEMENT Kherson > Odesa",
        "Two helicopters were delivered to Gao from Bamako.; SUPPLY Bamako > Gao",
        "A cargo plane with rifles flew from Minsk to Bangui.; SUPPLY Minsk > Bangui",
        "A convoy of fuel trucks left Sévaré for Gao on Monday.; SUPPLY Sévaré > Gao",
        "At Gao, crates of ammunition arrive from Algiers every week.; SUPPLY Algiers > Gao",
        "Chad sent 400 soldiers from N'Djamena to Diffa.; TROOP N'Djamena > Diffa",
        "Reinforcements arrived in Bambari from Bangui at dawn.; TROOP Bangui > Bambari",
        "French troops withdrew from Gao to Niamey last year.; WITHDRAWAL Gao > Niamey",
        "The battalion pulled out of Kidal and moved to Gao.; WITHDRAWAL Kidal > Gao",
        "The withdrawal of Indian peacekeepers from Goma to Entebbe is complete.; WITHDRAWAL Goma > Entebbe",
        "Residents of Kherson have been evacuated to Odesa by train.; DISPLACEMENT Kherson > Odesa",
        "Rockets hit Goma, sending thousands of people towards Bukavu.; DISPLACEMENT Goma > Bukavu",
        "Families who escaped the fighting in Khartoum sleep in a mosque in Atbara.; DISPLACEMENT Khartoum > Atbara",
        "Three ships with maize bound for Berbera left Mombasa.; SUPPLY Mombasa > Berbera",
        "A cargo plane carrying shells from Minsk landed in Bangui.; SUPPLY Minsk > Bangui",
        "Villagers from hamlets around Djibo reached Ouagadougou on foot.; DISPLACEMENT Djibo > Ouagadougou",
      })
  void readsEnglish(String text, String movement) {
    assertThat(movements(text, "en")).containsExactly(movement);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Des centaines de familles ont fui Ménaka pour Gao.; DISPLACEMENT Ménaka > Gao",
        "Des habitants ont fui de Saké vers Goma.; DISPLACEMENT Saké > Goma",
        "Les déplacés venus de Djibo sont arrivés à Ouagadougou.; DISPLACEMENT Djibo > Ouagadougou",
        "Des civils ont quitté Kidal pour Gao, la peur au ventre.; DISPLACEMENT Kidal > Gao",
        "Un convoi de vivres est parti de Kaya vers Djibo.; SUPPLY Kaya > Djibo",
        "Des munitions ont été acheminées de Bamako à Gao.; SUPPLY Bamako > Gao",
        "Des renforts en provenance de Niamey sont arrivés à Diffa.; TROOP Niamey > Diffa",
        "Les troupes se sont repliées de Kidal vers Gao.; WITHDRAWAL Kidal > Gao",
        "Chassées de Djibo, les familles vivent sous des bâches à Kaya.; DISPLACEMENT Djibo > Kaya",
        "Trente camions de vivres ont quitté Niamey à destination de Diffa.; SUPPLY Niamey > Diffa",
        "Les casques bleus se sont retirés de Kidal pour rejoindre Gao.; WITHDRAWAL Kidal > Gao",
        "L'armée a rapatrié son contingent de Mogadiscio à Bujumbura.; WITHDRAWAL Mogadiscio > Bujumbura",
      })
  void readsFrench(String text, String movement) {
    assertThat(movements(text, "fr")).containsExactly(movement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody fled Ménaka for Gao.",
        "Officials fear that thousands could flee Ménaka for Gao.",
        "The mayor of Gao visited Bamako.",
        "Clashes broke out in Gao and in Ménaka.",
        "Troops from several countries are based in Gao, near Bourem.",
        "The road from Gao to Ansongo is closed.",
        "The wounded were driven from Gao to Bamako.",
        "Many had been displaced twice: first from villages in Masisi, then from Goma.",
        "Police in Nairobi said that reinforcements had been sent from Mombasa.",
        "Many now live in Mopti or have crossed into Djibo.",
      })
  void readsNoneWhereNothingMoved(String text) {
    assertThat(movements(text, "en")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; Rebels attacked Djibo on Monday. Most of the residents have fled to Kaya.; DISPLACEMENT Djibo > Kaya",
        "en; Thousands of people left Djibo in May. Many of them now live in Kaya.; DISPLACEMENT Djibo > Kaya",
        "en; Hundreds of refugees have reached Adré. They come from El Geneina.; DISPLACEMENT El Geneina > Adré",
        "en; Shells fell on Kherson again. Families fled from there to Odesa.; DISPLACEMENT Kherson > Odesa",
        "en; Rebels attacked Djibo on Monday. Families fled the town for Kaya.; DISPLACEMENT Djibo > Kaya",
        "fr; Des rebelles ont attaqué Djibo lundi. La plupart des habitants ont fui vers Kaya.; DISPLACEMENT Djibo > Kaya",
        "fr; Des milliers de personnes ont quitté Djibo en mai. Elles vivent désormais à Kaya.; DISPLACEMENT Djibo > Kaya",
        "fr; Des centaines de réfugiés ont atteint Adré. Ils viennent de Nyala.; DISPLACEMENT Nyala > Adré",
      })
  void readsEndsOverSentences(String language, String text, String movement) {
    assertThat(movements(text, language)).containsExactly(movement);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; Rebels attacked Djibo on Monday. The president travelled to Kaya.",
        "en; Thousands of people left Xoburgha in May. Many of them now live in Kaya.",
        "en; Rebels attacked Djibo on Monday. There was a market in Kaya.",
        "fr; Des rebelles ont attaqué Djibo lundi. Le ministre est arrivé à Kaya.",
      })
  void joinsNoSentencesThatSpeakOfOthers(String language, String text) {
    assertThat(movements(text, language)).isEmpty();
  }

  @Test
  void quotesAllSentencesThatTellAMovement() {
    String text = "It rained. Thousands of people left Djibo in May. Many now live in Kaya. Later.";
    assertThat(
            TestGeodata.GEOPARSER
                .parse(text, new GeoparseOptions("en", null, null, List.of(), null))
                .movements())
        .extracting(movement -> movement.sentence().of(text))
        .containsExactly("Thousands of people left Djibo in May. Many now live in Kaya.");
  }
}
