package org.dateline.geoparser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.tier.GazetteerTiers;
import org.dateline.geodata.tier.ImportException;
import org.dateline.geodata.tier.ImportOptions;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Referent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newsroom imports is found, and does not turn the words of a report into places. */
class ImportedPlacesTest {

  /** Villages whose names, or other names, are words: such are found in many a country's dump. */
  private static final List<String> VILLAGES =
      List.of(
          "Dioundiouré",
          "Tabakoroba",
          "Die",
          "Day",
          "Bon",
          "Dire",
          "Made",
          "Hello",
          "Going",
          "Sur",
          "Ils",
          "The Army",
          "Monday",
          "Mars",
          "Nous",
          "Fire",
          "Dans",
          "Also",
          "After",
          "Women");

  @TempDir private static Path folder;
  private static Geoparser geoparser;

  @BeforeAll
  static void importPlaces() throws IOException, ImportException {
    Geodata embedded = TestGeodata.GEODATA;
    GazetteerTiers tiers = GazetteerTiers.open(folder.resolve("tiers"), embedded.gazetteer());
    StringBuilder dump = new StringBuilder();
    for (int i = 0; i < VILLAGES.size(); i++) {
      dump.append(
          "%d\t%s\t%s\t\t14.%02d\t-4.2\tP\tPPL\tML\t\t04\t\t\t\t0\t\t270\tAfrica/Bamako\t2020-01-01%n"
              .formatted(99_000_000 + i, VILLAGES.get(i), VILLAGES.get(i), i));
    }
    tiers.add(Files.writeString(folder.resolve("ML.txt"), dump), ImportOptions.ALL);
    tiers.add(
        Files.writeString(
            folder.resolve("ours.csv"), "id,name,lat,lon,country\nbureau,Bamako,12.7,-8.1,ML\n"),
        ImportOptions.ALL);
    geoparser = new OfflineGeoparser(new Geodata(tiers.gazetteer(), embedded.boundaries()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello and welcome. Women fled the town of Gao on Monday. After that, fire broke out.",
        "Die by the sword, they said. Made in Mali, the film opens in March. Going home is hard.",
        "The Army said on Monday that it would hold Ségou. Also, women and children were freed.",
        "Dire que la paix tient est faux. Nous avons fui Gao. Ils ont pris Ménaka dans la nuit.",
        "Sur la route, des femmes. Dans Gao, le calme revient. Mars est le mois des pluies. Bon."
      })
  void wordsAreNoPlacesThoughVillagesAreCalledSo(String text) {
    assertThat(tiersOf(text)).doesNotContain(Tier.IMPORT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Gunmen attacked the village of Dioundiouré in the Mopti region of Mali.    | Dioundiouré
          Des hommes armés ont attaqué le village de Tabakoroba, au centre du Mali. | Tabakoroba
          """)
  void aVillageThatWasImportedIsFound(String text, String name) {
    assertThat(geoparser.parse(text, GeoparseOptions.NONE).mentions())
        .filteredOn(mention -> mention.text().equals(name))
        .extracting(mention -> Objects.requireNonNull(mention.referent()).tier())
        .containsExactly(Tier.IMPORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Soldiers fired shots near Bamako.",
        "BAMAKO, Mali - Traders in Gao and Bamako closed their shops.",
        "Les commerçants de Bamako ont fermé leurs boutiques."
      })
  void anOwnPlaceOutranksTheCapitalOfItsName(String text) {
    assertThat(geoparser.parse(text, GeoparseOptions.NONE).mentions())
        .filteredOn(mention -> mention.text().equalsIgnoreCase("Bamako"))
        .isNotEmpty()
        .extracting(mention -> Objects.requireNonNull(mention.referent()).id())
        .containsOnly("own:bureau");
  }

  private static List<Tier> tiersOf(String text) {
    return geoparser.parse(text, GeoparseOptions.NONE).mentions().stream()
        .map(Mention::referent)
        .filter(Objects::nonNull)
        .map(Referent::tier)
        .filter(Objects::nonNull)
        .toList();
  }
}
