package org.dateline.geoparser.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.mention.Mention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the places of a name the words around it mean; each row has its opposite. */
class WhichPlaceTest {

  /**
   * @param country ISO 3166-1 alpha-2 code, or {@code -} where the name is left without a place
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // The unit or country after a comma, in brackets, or behind "in".
        "He left Paris, Texas, on Monday.; Paris; US",
        "He left Paris, France, on Monday.; Paris; FR",
        "Police in London, Ontario, found the car.; London; CA",
        "Police in London, England, found the car.; London; GB",
        "Shelling was heard in Tripoli (Lebanon) at night.; Tripoli; LB",
        "Shelling was heard in Tripoli (Libya) at night.; Tripoli; LY",
        "Tripoli, in northern Lebanon, was calm.; Tripoli; LB",
        // Lists with the country behind them.
        "Bourem, Ansongo and Ménaka, in the north of Mali, were attacked.; Bourem; ML",
        // Company: all of them in Minnesota, each of them in many states.
        "Fires were reported in Brandon, Nelson and Alexandria, Minnesota.; Alexandria; US",
        "Ships left Alexandria, Cairo and Suez.; Alexandria; EG",
        // Known only there.
        "Rebels of the Central African Republic held the town of Ouadda for a day.; Ouadda; CF",
        // Another spelling, in the country of the text alone.
        "Rebels of the Central African Republic held the town of Wadda for a day.; Wadda; CF",
        "Rebels in Kenya held the town of Wadda for a day.; Wadda; -",
        // Same name, unit and town.
        "The army entered the Gao region of Mali.; Gao; ML",
        "La route de Sévaré à Douentza, au Mali, est coupée.; Douentza; ML",
      })
  void goesByTheWordsAround(String text, String name, String country) {
    assertThat(countryOf(text, name, GeoparseOptions.NONE)).isEqualTo(country);
  }

  @ParameterizedTest
  @CsvSource({"Tripoli,LB", "Tripoli,LY", "Hyderabad,PK", "Hyderabad,IN", "Valencia,VE"})
  void goesByTheCountryThatTheCallerGives(String name, String country) {
    GeoparseOptions options = new GeoparseOptions("en", null, null, List.of(country), null);
    assertThat(countryOf("Clashes were reported in " + name + " on Monday.", name, options))
        .isEqualTo(country);
  }

  private static String countryOf(String text, String name, GeoparseOptions options) {
    Mention mention =
        TestGeodata.GEOPARSER.parse(text, options).mentions().stream()
            .filter(each -> each.text().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not found: " + name));
    Referent referent = mention.referent();
    return referent == null ? "-" : String.join("+", referent.countries());
  }
}
