package org.dateline.geodata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.NameScanner;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class GazetteerTest {

  private final Gazetteer gazetteer = OpenGeodata.GEODATA.gazetteer();

  @ParameterizedTest
  @CsvSource({
    // as written, country, name of the place
    "Ségou, ML, Ségou",
    "Segou, ML, Ségou",
    "SÉGOU, ML, Ségou",
    "Tombouctou, ML, Timbuktu",
    "Timbuktu, ML, Timbuktu",
    "Tin Zaouatine, ML, Tinzaouaten",
    "Ti-n-Zaouâtene, ML, Tinzaouaten",
    "Tinzaouaten, ML, Tinzaouaten",
    "Tin-Zawaten, ML, Tinzaouaten",
    "N'Djamena, TD, N'Djamena",
    "N’Djamena, TD, N'Djamena",
    "Ndjaména, TD, N'Djamena",
    "St. Louis, US, St. Louis",
    "Saint-Louis, SN, Saint-Louis",
    "the Gambia, GM, Gambia",
    "The Gambia, GM, Gambia",
    "Diabali, ML, Diabaly",
    "Sevare, ML, Sévaré",
    "Kiev, UA, Kyiv",
    "Rangoon, MM, Yangon",
    "Côte d'Ivoire, CI, Ivory Coast",
    "Deir ez-Zor, SY, Deir ez-Zor",
    "Bangui, CF, Bangui",
    "Zamzam camp, SD, Zamzam",
    "Da Nang International Airport, VN, Da Nang International Airport",
    "aéroport de Kinshasa, CD, Ndjili International Airport",
    "Goma Airport, CD, Goma airport",
    "Nagorno-Karabakh, AZ, Nagorno-Karabakh",
    "Donetsk Oblast, UA, Donetsk",
    "Oblast de Donetsk, UA, Donetsk",
    "North Kivu, CD, North Kivu",
    "Nord-Kivu, CD, North Kivu",
    "Gaza Strip, PS, Gaza Strip",
    "bande de Gaza, PS, Gaza Strip",
    "Bavière, DE, Bavaria",
    "Azaz, SY, A'zaz",
  })
  void findsAPlaceBySpellingsOfItsName(String written, String country, String name) {
    assertThat(gazetteer.named(written))
        .extracting(c -> c.place().country() + ' ' + c.place().name())
        .contains(country + ' ' + name);
  }

  @ParameterizedTest
  @CsvSource({
    // the loose key answers only where the strict one finds nothing
    "Ségu, ML, Ségou",
    "Djenne, ML, Djénné",
    "Ouagadugoo, BF, Ouagadougou",
    "Bandyagara, ML, Bandiagara",
  })
  void findsAPlaceByARomanisationNobodyListed(String written, String country, String name) {
    assertThat(gazetteer.named(written))
        .anySatisfy(
            candidate -> {
              assertThat(candidate.place().country()).isEqualTo(country);
              assertThat(candidate.place().name()).isEqualTo(name);
              assertThat(candidate.exact()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Malian, ML",
    "Malians, ML",
    "malienne, ML",
    "Maliennes, ML",
    "French, FR",
    "français, FR",
    "Russian, RU",
    "Burkinabe, BF",
    "burkinabè, BF",
    "Nigerien, NE",
    "nigérienne, NE",
    "Nigerian, NG",
    "Ukrainians, UA",
    "Dutch, NL",
    "Syrian, SY",
    "soudanais, SD",
    "Haitian, HT",
    "Congolese, CD",
    "congolaise, CD",
    "malienses, ML",
    "sudanesas, SD",
    "malische, ML",
    "Ukrainerinnen, UA",
    "haitianos, HT",
    "portuguesas, PT",
    "Soedanese, SD",
    "Malinezen, ML",
    "English, GB",
    "Tigrayan, ET",
    "Gazans, PS",
  })
  void aPeopleOrAdjectiveIsADemonymOfItsCountry(String written, String country) {
    assertThat(gazetteer.named(written))
        .filteredOn(c -> c.kind() == NameKind.DEMONYM)
        .extracting(c -> c.place().country())
        .contains(country);
  }

  @ParameterizedTest
  @CsvSource({"Kremlin, RU", "Élysée, FR", "Elysée, FR", "White House, US", "Whitehall, GB"})
  void aSeatOfPowerIsAMetonym(String written, String country) {
    assertThat(gazetteer.named(written))
        .filteredOn(c -> c.kind() == NameKind.METONYM)
        .extracting(c -> c.place().country())
        .containsExactly(country);
  }

  @ParameterizedTest
  @CsvSource({"US, US", "U.S., US", "UAE, AE", "DRC, CD", "RDC, CD", "UK, GB", "Calif., US"})
  void aShortFormIsAnAbbreviation(String written, String country) {
    assertThat(gazetteer.named(written))
        .filteredOn(c -> c.kind() == NameKind.ABBREVIATION)
        .extracting(c -> c.place().country())
        .contains(country);
  }

  @ParameterizedTest
  @CsvSource({
    "Paris, FR, PPLC",
    "London, GB, PPLC",
    "Georgia, GE, PCLI",
    "Niger, NE, PCLI",
    "Sudan, SD, PCLI",
    "Moscow, RU, PPLC",
    "Mopti, ML, PPLA",
    "Kharkiv, UA, PPLA",
    "Boké, GN, ADM1",
    "Congo, CD, PCLI",
    "Kiev, UA, PPLC",
    "Sahel, '', RGN",
  })
  void theBestKnownPlaceOfANameComesFirst(String written, String country, String code) {
    Place first = gazetteer.named(written).get(0).place();

    assertThat(first.country()).isEqualTo(country);
    assertThat(first.featureCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "'", "the", "qzxwv", "jaw", "\u200f"})
  void whatIsNoNameFindsNothing(String written) {
    assertThat(gazetteer.named(written)).isEmpty();
  }

  @Test
  void saysWhetherTheSpellingIsTheVeryOne() {
    assertThat(gazetteer.named("Ségou").get(0).exact()).isTrue();
    assertThat(gazetteer.named("segou").get(0).exact()).isFalse();
  }

  @Test
  void saysWhichTierAnswers() {
    assertThat(gazetteer.byId("2460596")).map(Place::tier).contains(Tier.WORLD);
    assertThat(gazetteer.byId("2451285")).map(Place::tier).contains(Tier.SUPPLEMENT);
  }

  @ParameterizedTest
  @CsvSource({"tombo, Timbuktu", "Ouaga, Ouagadougou", "new yo, New York City", "séva, Sévaré"})
  void completesAPrefix(String prefix, String name) {
    assertThat(gazetteer.startingWith(prefix, 20, new Envelope()))
        .extracting(c -> c.place().name())
        .contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "s, South Africa",
    "mal, Mali",
    "mopti, Mopti",
    "kha, Kharkiv",
    "san fr, San Francisco"
  })
  void theBestKnownCompletionsAreAmongTheFirst(String prefix, String name) {
    assertThat(gazetteer.startingWith(prefix, 20, new Envelope()))
        .extracting(c -> c.place().name())
        .contains(name);
  }

  @Test
  void aBiasBringsPlacesInItsBoxFirst() {
    Envelope mali = new Envelope(-12.3, 4.3, 10.1, 25);

    Place first = gazetteer.startingWith("ber", 10, mali).get(0).place();

    assertThat(mali.contains(first.lon(), first.lat())).isTrue();
  }

  @Test
  void completesToNoMoreThanTheLimitAndToEachPlaceOnce() {
    List<Candidate> found = gazetteer.startingWith("san", 50, new Envelope());

    assertThat(found).hasSize(50);
    assertThat(found).extracting(c -> c.place().id()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"Tombuctoo, Timbuktu", "Ouagadugou, Ouagadougou", "Kharkhiv, Kharkiv"})
  void aMisspeltNameResemblesThePlace(String written, String name) {
    assertThat(gazetteer.resembling(written, 10)).extracting(c -> c.place().name()).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "-8.0, 12.65, Bamako",
    "2.35, 48.85, Paris",
    "-4.18, 14.48, Mopti",
    "-179.99, -16.5, Labasa",
    "179.99, -16.5, Labasa",
  })
  void findsTheNearestTownAlsoAcrossTheDateLine(double lon, double lat, String name) {
    assertThat(gazetteer.nearest(lon, lat, 3)).extracting(Place::name).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"0, 90", "0, -90", "-130, -50", "180, 0"})
  void findsTheNearestTownHoweverFar(double lon, double lat) {
    assertThat(gazetteer.nearest(lon, lat, 5)).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-40, 35",
    "179.9, 60",
    "-179.9, -17",
    "100, -89",
    "30.5, 50.4",
    "-0.001, 51.5",
    "25, 89"
  })
  void noTownIsNearerThanTheNearest(double lon, double lat) {
    Place nearest = gazetteer.nearest(lon, lat, 1).get(0);
    double least = metres(lon, lat, nearest);

    // Towns of another hundred directions around the point, asked for one by one.
    for (int i = 0; i < 100; i++) {
      double aside = Math.toRadians(i * 3.6);
      double otherLat = Math.max(-90, Math.min(90, lat + 8 * Math.sin(aside)));
      double otherLon = lon + 8 * Math.cos(aside);
      for (Place place : gazetteer.nearest(otherLon, otherLat, 20)) {
        assertThat(metres(lon, lat, place)).isGreaterThanOrEqualTo(least - 0.001);
      }
    }
  }

  private static double metres(double lon, double lat, Place place) {
    double cosine =
        Math.sin(Math.toRadians(lat)) * Math.sin(Math.toRadians(place.lat()))
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(place.lat()))
                * Math.cos(Math.toRadians(place.lon() - lon));
    return Math.acos(Math.max(-1, Math.min(1, cosine))) * 6_371_008.8;
  }

  @Test
  void aUnitOfACityHasTheCodesToFindItsRegionAndCountry() {
    Place mopti = gazetteer.byId("2453348").orElseThrow();

    assertThat(gazetteer.country(mopti.country())).map(Place::name).contains("Mali");
    assertThat(gazetteer.firstLevel(mopti.country(), mopti.admin1()))
        .map(Place::name)
        .contains("Mopti");
    assertThat(gazetteer.capitalOf("ML")).map(Place::name).contains("Bamako");
  }

  @ParameterizedTest
  @CsvSource({
    // Codes that other units had before a reform.
    "FR, 11, Île-de-France",
    "FR, 76, Occitanie",
    "FR, 93, Provence-Alpes-Côte-d’Azur",
    "GR, ESYE31, Attica",
    "KE, 05, Nairobi",
    "CD, 06, Kinshasa",
    "NP, 3, Bagmati",
    "ML, 04, Mopti"
  })
  void aCodeIsThatOfTodaysUnit(String country, String code, String expected) {
    assertThat(gazetteer.firstLevel(country, code)).map(Place::name).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CD", "KE", "MA", "NO", "NP", "VN"})
  void noCodeIsNoUnitThoughSomeThatWereAbolishedHaveNone(String country) {
    assertThat(gazetteer.firstLevel(country, "")).isEmpty();
  }

  @Test
  void listsTheNamesOfAPlaceWithoutItsDemonyms() {
    Place mali = gazetteer.country("ML").orElseThrow();

    assertThat(gazetteer.namesOf(mali)).startsWith("Mali").doesNotContain("Malian", "malien");
  }

  @Test
  void scansForTheLongestAndTheNestedNames() {
    NameScanner scanner = gazetteer.scanner();

    scanner.restart();
    assertThat(scanner.advance("Burkina")).isTrue();
    assertThat(scanner.advance("Faso")).isTrue();
    assertThat(scanner.matches()).isTrue();
    assertThat(scanner.candidates().get(0).place().country()).isEqualTo("BF");

    scanner.restart();
    assertThat(scanner.advance("Gao")).isTrue();
    assertThat(scanner.matches()).isTrue();
    assertThat(scanner.advance("xylophone")).isFalse();
    assertThat(scanner.matches()).isFalse();
    assertThat(scanner.candidates()).isEmpty();
  }

  @Test
  void aScanEndsAtATokenWithoutALetter() {
    NameScanner scanner = gazetteer.scanner();
    scanner.restart();

    assertThat(scanner.advance("—")).isFalse();
    assertThat(scanner.matches()).isFalse();
  }
}
