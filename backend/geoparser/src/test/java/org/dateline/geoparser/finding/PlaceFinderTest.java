package org.dateline.geoparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceFinderTest {

  private static PlaceFinding finding(String text, String name) {
    return TestGeodata.GEOPARSER.parse(text, GeoparseOptions.NONE).places().stream()
        .filter(p -> p.mentions().stream().anyMatch(m -> m.text().equals(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding for " + name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Heavy clashes broke out in Ménaka on Tuesday.; Ménaka; FIGHTING; Battles; Armed clash",
        "The army recaptured Kidal after a week.; Kidal; FIGHTING; Battles; Government regains territory",
        "Rebels seized the town of Birao without warning.; Birao; FIGHTING; Battles; Non-state actor overtakes territory",
        "A drone strike hit a market in Kidal.; Kidal; FIGHTING; Explosions/Remote violence; Air/drone strike",
        "Mortars fell on Sake again.; Sake; FIGHTING; Explosions/Remote violence; Shelling/artillery/missile attack",
        "Gunmen killed nine villagers near Djibo.; Djibo; FIGHTING; Violence against civilians; Attack",
        "Ten pupils were kidnapped in Kaduna.; Kaduna; FIGHTING; Violence against civilians; Abduction/forced disappearance",
        "Thousands marched through Bamako.; Bamako; SCENES; Protests; Peaceful protest",
        "Police fired tear gas at students in Conakry.; Conakry; SCENES; Protests; Protest with intervention",
        "Soldiers arrested thirty activists in Harare.; Harare; SCENES; Strategic developments; Arrests",
        "Dozens of peacekeepers were deployed to Gao.; Gao; SUPPLY; Strategic developments; Change to group/activity",
        "Weapons are stored at a base in Bambari.; Bambari; SUPPLY; ; ",
        "Thousands of refugees live in Dadaab.; Dadaab; DISPLACEMENT; ; ",
        "The market of Mopti was full on Friday.; Mopti; SCENES; ; ",
        "Police shot two protesters dead in Conakry.; Conakry; SCENES; Protests; Excessive force against protesters",
        "Rebels entered Bria without a fight.; Bria; FIGHTING; Strategic developments; Non-violent transfer of territory",
        "Sappers defused a bomb in Maiduguri.; Maiduguri; FIGHTING; Strategic developments; Disrupted weapons use",
        "The army killed forty militants near Djibo.; Djibo; FIGHTING; Battles; Armed clash",
        "A ship unloaded millions of shells sent to Odesa.; Odesa; SUPPLY; ; ",
        "Jets bombed Aleppo while ground forces clashed in Homs.; Homs; FIGHTING; Battles; Armed clash",
        "De violents combats ont éclaté à Ménaka.; Ménaka; FIGHTING; Battles; Armed clash",
        "Des obus sont tombés sur Saké.; Saké; FIGHTING; Explosions/Remote violence; Shelling/artillery/missile attack",
        "Des milliers de manifestants ont défilé à Bamako.; Bamako; SCENES; Protests; Peaceful protest",
        "Des milliers de déplacés ont trouvé refuge à Kaya.; Kaya; DISPLACEMENT; ; ",
        // Where a report was written is not where it happened.
        "BAMAKO, 4 March - Heavy clashes broke out in Ménaka.; BAMAKO; SCENES; ; ",
        "KYIV (Wire) - Drones struck Kharkiv.; KYIV; SCENES; ; ",
        "KYIV (Wire) - Drones struck Kharkiv.; Kharkiv; FIGHTING; Explosions/Remote violence; Air/drone strike",
        "OUAGADOUGOU, le 4 mars 2025 – L'armée a repris Djibo.; OUAGADOUGOU; SCENES; ; ",
        "Bamako, mardi 4 mars - Des combats ont éclaté à Ménaka.; Bamako; SCENES; ; ",
      })
  void putsAPlaceIntoTheLayerItsSentenceSpeaksFor(
      String text, String name, Layer layer, String type, String sub) {
    PlaceFinding finding = finding(text, name);
    assertThat(finding.layer()).isEqualTo(layer);
    assertThat(Objects.requireNonNullElse(finding.eventType(), "")).isEqualTo(blank(type));
    assertThat(Objects.requireNonNullElse(finding.subEventType(), "")).isEqualTo(blank(sub));
    assertThat(finding.drawn()).isTrue();
  }

  private static String blank(String cell) {
    return cell == null ? "" : cell;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "No fighting was reported in Ménaka.; Ménaka",
        "Officials fear an attack on Djibo.; Djibo",
        "He was born in Mogadishu and studied law.; Mogadishu",
        "This will be another Aleppo, they say.; Aleppo",
        "In 1999, rebels shelled Freetown for days.; Freetown",
        "Unions plan to march through Lagos.; Lagos",
        "If talks fail, the army could bomb Aleppo.; Aleppo",
        "Aucun combat n'a été signalé à Goma.; Goma",
        "BEIRUT, 12 March - Rockets fell near Haifa.; BEIRUT",
      })
  void keepsWhatDidNotHappenOffTheEventLayers(String text, String name) {
    assertThat(finding(text, name).layer())
        .isNotIn(Layer.FIGHTING, Layer.DISPLACEMENT, Layer.SUPPLY);
  }

  @Test
  void marksCampsAsSensitive() {
    assertThat(finding("The camp at Dadaab is full.", "Dadaab").sensitive()).isTrue();
    assertThat(finding("Goma, a city on the lake, is calm.", "Goma").sensitive()).isFalse();
    assertThat(finding("Refugees at the Mbera camp wait for water.", "Mbera").sensitive()).isTrue();
  }

  @Test
  void evidenceIsAMentionOfThePlace() {
    String text = "Gao lies on the river. Heavy clashes broke out in Gao on Tuesday.";
    PlaceFinding finding = finding(text, "Gao");
    assertThat(finding.mentions()).hasSize(2).contains(finding.evidence());
    assertThat(finding.evidence().sentence().of(text)).startsWith("Heavy clashes");
  }

  @Test
  void countriesAreNeverDrawn() {
    List<PlaceFinding> places =
        TestGeodata.GEOPARSER
            .parse("Heavy fighting was reported in Sudan and in Omdurman.", GeoparseOptions.NONE)
            .places();
    assertThat(places)
        .filteredOn(PlaceFinding::drawn)
        .extracting(p -> p.referent().name())
        .containsExactly("Omdurman");
  }
}
