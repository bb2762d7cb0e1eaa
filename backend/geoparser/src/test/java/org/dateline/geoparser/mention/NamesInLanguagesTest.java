package org.dateline.geoparser.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each language does to names: inflection, capitals, particles, peoples. */
class NamesInLanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Nouns that are places too, and cities that are nouns too.
        "de; Regen fiel auf die Halle, in der Waren und Essen lagen.; ",
        "de; Sie flohen nach Essen und in Münster war Ruhe.; Essen=LITERAL|Münster=LITERAL",
        // Genitives without an apostrophe.
        "de; Im Norden Malis wird gekämpft.; Mali=LITERAL",
        "nl; In het noorden van Ruslands buurland wordt gevochten.; Rusland=LITERAL",
        // Peoples, inflected; a country that is called as its people.
        "de; Die malischen Truppen trafen Malier.; malischen=DEMONYM|Malier=DEMONYM",
        "de; Tausende flohen nach Polen.; Polen=LITERAL",
        "nl; De Malinese troepen vielen aan.; Malinese=DEMONYM",
        "es; Las tropas malienses y burkinesas huyeron.; malienses=DEMONYM|burkinesas=DEMONYM",
        "pt; As tropas malianas e moçambicanas fugiram.; malianas=DEMONYM|moçambicanas=DEMONYM",
        "ar; انسحبت القوات السودانية من المدينة.; السودانية=DEMONYM",
        "ar; قال لاجئون سوريون إن الطريق مغلقة.; سوريون=DEMONYM",
        // Exonyms.
        "es; Hubo combates en Járkov y en Jersón.; Járkov=LITERAL|Jersón=LITERAL",
        "pt; Houve combates em Moscovo e em Cartum.; Moscovo=LITERAL|Cartum=LITERAL",
        "nl; Er werd gevochten in Khartoem en in Noord-Darfoer.; Khartoem=LITERAL|Noord-Darfoer=LITERAL",
        "de; In Charkiw und am Schwarzen Meer fielen Bomben.; Charkiw=LITERAL|Schwarzen Meer=LITERAL",
        // Particles, alefs, persons.
        "ar; وصل اللاجئون إلى تشاد ومصر.; تشاد=LITERAL|مصر=LITERAL",
        "ar; وقعت معارك بالخرطوم.; الخرطوم=LITERAL",
        "ar; سافر وفد إلى اثيوبيا.; اثيوبيا=LITERAL",
        "ar; قال محمد المصري إنه بخير.; ",
        // Persons, months and ships.
        "es; El alcalde, Juan Valencia, llegó en mayo.; ",
        "pt; O governador Tomás Lisboa chegou em maio.; ",
        "nl; Burgemeester Jan Breda kwam in mei.; ",
        "de; Bürgermeister Hans Bamberg kam im Mai.; ",
      })
  void findsTheNamesOfALanguage(String language, String text, String expected) {
    GeoparseOptions options = new GeoparseOptions(language, null, null, List.of(), null);
    assertThat(TestGeodata.GEOPARSER.parse(text, options).mentions())
        .filteredOn(mention -> !mention.coreference() && mention.kind() != MentionKind.VAGUE)
        .extracting(mention -> mention.text() + "=" + mention.kind())
        .containsExactly(expected == null ? new String[0] : expected.split("\\|", -1));
  }
}
