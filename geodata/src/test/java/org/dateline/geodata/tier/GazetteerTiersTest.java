package org.dateline.geodata.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.NameScanner;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.Index;
import org.dateline.geodata.index.IndexSink;
import org.dateline.geodata.index.NamedPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class GazetteerTiersTest {

  private static final Gazetteer EMBEDDED =
      EmbeddedGeodata.open(Path.of("target", "test-cache")).gazetteer();

  private static final String DUMP =
      """
      99000001	Bwalimu	Bwalimu	Bwalimou,xu xu xu,BWL,بواليمو	14.1	-4.2	P	PPL	ML		04				0		270	Africa/Bamako	2020-01-01
      99000002	Farm of Bwalimu	Farm of Bwalimu		14.1	-4.3	S	FRM	ML		04				0		270	Africa/Bamako	2020-01-01
      99000003	Nowhere	Nowhere		140.1	-4.3	P	PPL	ML		04				0		270	Africa/Bamako	2020-01-01
      2453348	Mopti Ville	Mopti Ville	Motti	14.4843	-4.18296	P	PPLA	ML		99				114296		270	Africa/Bamako	2020-01-01
      2451285	Sevare of the dump	Sevare	Sewarre	14.5	-4.1	P	PPL	ML		99				0		270	Africa/Bamako	2020-01-01
      """;

  @TempDir Path work;
  private GazetteerTiers tiers;

  @BeforeEach
  void openTiers() {
    tiers = GazetteerTiers.open(work.resolve("tiers"), EMBEDDED);
  }

  @Test
  void aDumpAddsItsPlacesAndSaysWhatItLeftOut() throws IOException, ImportException {
    ImportReport report = tiers.add(file("ML.txt", DUMP), ImportOptions.ALL);

    assertThat(report.name()).isEqualTo("ML");
    assertThat(report.tier()).isEqualTo(Tier.IMPORT);
    assertThat(report.lines()).isEqualTo(5);
    assertThat(report.places()).isEqualTo(3);
    assertThat(report.dropped())
        .containsEntry("outside the world", 1L)
        .containsEntry("a kind of feature that news does not name", 1L);
    assertThat(first("Bwalimu").tier()).isEqualTo(Tier.IMPORT);
    assertThat(first("bwalimou").id()).isEqualTo("99000001");
    assertThat(first("بواليمو").id()).isEqualTo("99000001");
    assertThat(tiers.gazetteer().named("xu xu xu")).isEmpty();
    assertThat(tiers.gazetteer().named("BWL")).noneMatch(c -> c.place().id().equals("99000001"));
  }

  @Test
  void aPlaceThatWasReviewedOrEmbeddedKeepsItsRowAndGainsNames()
      throws IOException, ImportException {
    tiers.add(file("ML.txt", DUMP), ImportOptions.ALL);

    assertThat(first("Sewarre").name()).isEqualTo("Sévaré");
    assertThat(first("Motti").admin1()).isEqualTo("04");
    assertThat(tiers.gazetteer().namesOf(first("Motti"))).contains("Motti");
    assertThat(tiers.gazetteer().named("Sévaré"))
        .extracting(c -> c.place().id())
        .doesNotHaveDuplicates();
  }

  @Test
  void ownPlacesComeBeforeAllOthers() throws IOException, ImportException {
    ImportReport report =
        tiers.add(
            file(
                "ours.csv",
                """
                name,lat,lon,aliases,country,id
                Bamako,12.7,-8.1,"Our Bamako|Bamako bureau",ML,office
                ,1,1,,,
                Bad,north,1,,,
                """),
            ImportOptions.ALL);

    assertThat(report.tier()).isEqualTo(Tier.OWN);
    assertThat(report.places()).isEqualTo(1);
    assertThat(report.dropped())
        .containsEntry("no name", 1L)
        .containsEntry("a number that is none", 1L);
    assertThat(first("Bamako").id()).isEqualTo("own:office");
    assertThat(first("Our Bamako").tier()).isEqualTo(Tier.OWN);
    assertThat(tiers.gazetteer().named("Bamako"))
        .anyMatch(candidate -> candidate.place().id().equals("2460596"));
  }

  @Test
  void aScanWalksAllTiers() throws IOException, ImportException {
    tiers.add(file("ours.csv", "name,lat,lon\nBamako Old Wharf,12.63,-8\n"), ImportOptions.ALL);
    NameScanner scanner = tiers.gazetteer().scanner();

    scanner.restart();
    assertThat(scanner.advance("Bamako")).isTrue();
    assertThat(scanner.matches()).isTrue();
    assertThat(scanner.continues()).isTrue();
    assertThat(scanner.advance("Old")).isTrue();
    assertThat(scanner.matches()).isFalse();
    assertThat(scanner.advance("Wharf")).isTrue();
    assertThat(scanner.candidates()).extracting(c -> c.place().tier()).containsExactly(Tier.OWN);
  }

  @Test
  void completionNearestAndIdKnowAllTiers() throws IOException, ImportException {
    tiers.add(file("ours.csv", "id,name,lat,lon\nwharf,Zyxwharf,12.63,-8\n"), ImportOptions.ALL);
    Gazetteer gazetteer = tiers.gazetteer();

    assertThat(gazetteer.startingWith("zyx", 5, new Envelope()))
        .extracting(c -> c.place().id())
        .containsExactly("own:wharf");
    assertThat(gazetteer.resembling("Zyxwarf", 5)).isNotEmpty();
    assertThat(gazetteer.nearest(-8.0001, 12.63, 2)).extracting(Place::id).contains("own:wharf");
    assertThat(gazetteer.byId("own:wharf")).isPresent();
    assertThat(gazetteer.country("ML")).isEqualTo(EMBEDDED.country("ML"));
  }

  @Test
  void zippedAndGzippedDumpsAreReadAsTheyAre() throws IOException, ImportException {
    Path zip = work.resolve("ML.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write("GeoNames".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("ML.txt"));
      out.write(DUMP.getBytes(StandardCharsets.UTF_8));
    }
    Path gzip = work.resolve("cities.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(DUMP.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(tiers.add(zip, ImportOptions.ALL).places()).isEqualTo(3);
    assertThat(tiers.add(gzip, ImportOptions.ALL).name()).isEqualTo("cities");
  }

  @Test
  void anImportLastsAndIsSeenByWhoeverReadsTheDirectoryAnew() throws IOException, ImportException {
    GazetteerTiers other = GazetteerTiers.open(work.resolve("tiers"), EMBEDDED);
    tiers.add(file("ML.txt", DUMP), ImportOptions.ALL);

    assertThat(other.gazetteer().named("Bwalimu")).isEmpty();
    int before = other.generation();
    other.refresh();
    assertThat(other.gazetteer().named("Bwalimu")).isNotEmpty();
    assertThat(other.generation()).isNotEqualTo(before);
    int after = other.generation();
    other.refresh();
    assertThat(other.generation()).isEqualTo(after);
    assertThat(other.names()).containsExactly("import ML");
    assertThat(GazetteerTiers.open(work.resolve("tiers"), EMBEDDED).gazetteer().named("Bwalimu"))
        .isNotEmpty();
  }

  @Test
  void anImportOfTheSameNameTakesTheOldOnesPlaceAndRemovalUndoesIt()
      throws IOException, ImportException {
    Gazetteer inUse = tiers.gazetteer();
    tiers.add(file("ours.csv", "name,lat,lon\nZyxone,1,1\n"), ImportOptions.ALL);
    tiers.add(file("ours.csv", "name,lat,lon\nZyxtwo,1,1\n"), ImportOptions.ALL);

    assertThat(inUse.named("Zyxone")).isEmpty();
    assertThat(inUse.named("Zyxtwo")).hasSize(1);
    assertThat(tiers.remove("ours")).isTrue();
    assertThat(inUse.named("Zyxtwo")).isEmpty();
    assertThat(tiers.remove("ours")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello\n",
        "name;lat;lon\nA;1;\n",
        "name,lat,lon\n",
        "1\tA\tA\t\t1\t1\tP\tPPL\n",
        "{\"type\":\"FeatureCollection\"}"
      })
  void whatIsNoFileOfPlacesIsRefusedAndNothingChanges(String content) throws IOException {
    Path file = file("wrong.txt", content);

    assertThatThrownBy(() -> tiers.add(file, ImportOptions.ALL))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("wrong.txt");
    assertThat(work.resolve("tiers")).doesNotExist();
  }

  @Test
  void aDamagedArchiveIsRefusedAndTheOldImportStays() throws IOException, ImportException {
    tiers.add(file("ML.txt", DUMP), ImportOptions.ALL);
    Path zip = work.resolve("ML.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("ML.txt"));
      out.write(DUMP.repeat(500).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> tiers.add(zip, ImportOptions.ALL)).isInstanceOf(ImportException.class);
    assertThat(tiers.gazetteer().named("Bwalimu")).isNotEmpty();
  }

  @Test
  void aTableOfASpreadsheetIsReadAsItIs() throws IOException, ImportException {
    Path file = work.resolve("ours.csv");
    String table = "Name;Lat;Lon;Country\nSégouville;13,45;-6,26;ML\nNulle part;13,4;Ouest;ML\n";
    Files.write(file, table.getBytes(StandardCharsets.ISO_8859_1));

    ImportReport report = tiers.add(file, ImportOptions.ALL);

    assertThat(first("Ségouville").lat()).isEqualTo(13.45);
    assertThat(first("Ségouville").lon()).isEqualTo(-6.26);
    assertThat(report.rejected()).containsExactly(new RejectedRow(3, "a number that is none"));
  }

  @Test
  void aDumpThatIsNotUtf8IsRefused() throws IOException {
    Path file = work.resolve("ML.txt");
    Files.write(file, DUMP.replace("Motti", "Mótti").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> tiers.add(file, ImportOptions.ALL))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void onlyTheCountriesAskedForAreKept() throws IOException, ImportException {
    String dump = DUMP + DUMP.replace("\tML\t", "\tBF\t").replace("9900", "9800");
    long[] read = {0};
    ImportReport report =
        tiers.add(
            file("allCountries.txt", dump),
            new ImportOptions(Set.of("BF"), null, bytes -> read[0] = bytes));

    assertThat(tiers.gazetteer().byId("98000001")).isPresent();
    assertThat(tiers.gazetteer().byId("99000001")).isEmpty();
    assertThat(report.dropped()).containsEntry("a country that was not asked for", 5L);
    assertThat(read[0]).isEqualTo(dump.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void alternateNamesAreAddedToPlacesThatAreThere() throws IOException, ImportException {
    tiers.add(file("ML.txt", DUMP), ImportOptions.ALL);
    ImportReport report =
        tiers.add(
            file(
                "alternateNamesV2.txt",
                """
                1	99000001	en	Bwalimu Town	1				\t
                2	99000001	link	https://example.org/Bwalimu					\t
                3	2460596	fr	Bamakoville			1		\t
                4	2460596	bm	Bamakɔdugu					\t
                5	7	en	Nowhere Else					\t
                6	2460596	iata	BKOX					\t
                """),
            ImportOptions.ALL);

    assertThat(first("Bwalimu Town").id()).isEqualTo("99000001");
    assertThat(first("Bamakɔdugu").name()).isEqualTo("Bamako");
    assertThat(first("Bamakɔdugu").tier()).isNotEqualTo(Tier.IMPORT);
    assertThat(tiers.gazetteer().named("Bamakoville")).isEmpty();
    assertThat(report.dropped())
        .containsEntry("a code or a link, not a name", 2L)
        .containsEntry("a colloquial name", 1L)
        .containsEntry("a place that the gazetteer does not have", 1L);
    assertThat(tiers.names()).contains("import alternateNamesV2");
  }

  @Test
  void aFormerNameIsKeptAsOneAndAPreferredNameAsGoodAsTheMainOne()
      throws IOException, ImportException {
    tiers.add(file("ML.txt", DUMP), ImportOptions.ALL);
    tiers.add(
        file(
            "alternateNamesV2.txt",
            """
            1	99000001	fr	Vieuxbwalimu				1	1850	1960
            2	99000001	fr	Bwalimou	1				\t
            3	99000001	mul	Kunkunu	1				\t
            4	99000001	fr	Bamako				1	\t
            """),
        ImportOptions.ALL);

    assertThat(kindOf("Vieuxbwalimu", "99000001")).isEqualTo(NameKind.HISTORIC);
    assertThat(kindOf("Bwalimou", "99000001")).isEqualTo(NameKind.PREFERRED);
    assertThat(kindOf("Kunkunu", "99000001")).isEqualTo(NameKind.ALTERNATE);
    assertThat(first("Bamako").name()).isEqualTo("Bamako");
    assertThat(kindOf("Bamako", "99000001")).isEqualTo(NameKind.HISTORIC);
  }

  private NameKind kindOf(String name, String id) {
    return tiers.gazetteer().named(name).stream()
        .filter(candidate -> candidate.place().id().equals(id))
        .findFirst()
        .orElseThrow()
        .kind();
  }

  @Test
  void codesOfUnitsAreAddedToUnitsThatAreThere() throws IOException, ImportException {
    Place mopti = EMBEDDED.firstLevel("ML", "04").orElseThrow();
    ImportReport report =
        tiers.add(
            file(
                "admin1CodesASCII.txt",
                "ML.94\tMoptistan\tMoptistan\t" + mopti.id() + "\nML.95\tNone\tNone\t7\n"),
            ImportOptions.ALL);

    assertThat(tiers.gazetteer().firstLevel("ML", "94").orElseThrow().id()).isEqualTo(mopti.id());
    assertThat(first("Moptistan").id()).isEqualTo(mopti.id());
    assertThat(report.places()).isEqualTo(1);
    assertThat(report.dropped()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 120})
  void aFileThatWasCutOffIsRefusedAndNothingChanges(int missing) throws IOException {
    String dump = DUMP.repeat(20);
    Path file = file("ML.txt", dump.substring(0, dump.length() - missing - 20));

    assertThatThrownBy(() -> tiers.add(file, ImportOptions.ALL))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("cut off");
    assertThat(tiers.names()).isEmpty();
  }

  @Test
  void aLineThatDoesNotEndIsRefused() throws IOException {
    Path file = file("ML.txt", DUMP + "x".repeat(300_000));

    assertThatThrownBy(() -> tiers.add(file, ImportOptions.ALL))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("Line 6");
  }

  @Test
  void whatAKilledImportLeftIsRemovedByALaterOne() throws IOException, ImportException {
    Path tiersFolder = Files.createDirectories(work.resolve("tiers"));
    Path old = Files.writeString(tiersFolder.resolve("index-1.part"), "half");
    Path fresh = Files.writeString(tiersFolder.resolve("index-2.part"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(90_000)));

    tiers.add(file("ML.txt", DUMP), ImportOptions.ALL);

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(first("Bwalimu").id()).isEqualTo("99000001");
  }

  @Test
  void whatTheMemoryDoesNotHoldIsLaidOutInPartsAndAskedAsOne() throws IOException {
    Path directory = work.resolve("tiers");
    try (IndexSink sink = new IndexSink(directory)) {
      Gathering gathering = new Gathering(sink, 3);
      for (int i = 0; i < 10; i++) {
        gathering.keep(village("9900" + i, "Zyxville " + (char) ('A' + i), "Zyxall"));
      }
      gathering.flush();
      assertThat(gathering.report("parts", Tier.IMPORT).places()).isEqualTo(10);
      sink.commit("import-parts.idx");
    }

    tiers.refresh();
    Gazetteer gazetteer = tiers.gazetteer();

    assertThat(Index.gazetteers(directory.resolve("import-parts.idx"))).hasSizeGreaterThan(3);
    assertThat(tiers.names()).containsExactly("import parts");
    assertThat(gazetteer.named("Zyxall")).hasSize(10);
    assertThat(gazetteer.startingWith("zyxv", 20, new Envelope())).hasSize(10);
    assertThat(gazetteer.byId("99000")).isPresent();
    assertThat(gazetteer.byId("99009")).isPresent();
    assertThat(gazetteer.namesOf(first("Zyxville J"))).containsExactly("Zyxville J", "Zyxall");
  }

  private static NamedPlace village(String id, String name, String alternate) {
    return new NamedPlace(
        new Place(id, name, 'P', "PPL", "ML", "04", "", -4, 14, 0, 0, Tier.IMPORT),
        List.of(
            new NamedPlace.Name(NameKind.NAME, name),
            new NamedPlace.Name(NameKind.ALTERNATE, alternate)));
  }

  @Test
  void anImportThatFailsInALaterPartLeavesNothing() throws IOException {
    Path directory = work.resolve("tiers");
    try (IndexSink sink = new IndexSink(directory)) {
      sink.add(List.of(village("99001", "Zyxville", "Zyxall")));
    }

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void anIndexOfWhichALaterPartIsCutOffIsPassedOver() throws IOException {
    Path directory = work.resolve("tiers");
    try (IndexSink sink = new IndexSink(directory)) {
      sink.add(List.of(village("99001", "Zyxville", "Zyxall")));
      sink.add(List.of(village("99002", "Zyxtown", "Zyxall")));
      sink.commit("import-parts.idx");
    }
    Path index = directory.resolve("import-parts.idx");
    byte[] whole = Files.readAllBytes(index);
    Files.write(index, Arrays.copyOf(whole, whole.length - 1000));

    tiers.refresh();

    assertThat(tiers.gazetteer().named("Zyxville")).isEmpty();
    assertThat(first("Bamako").id()).isEqualTo("2460596");
  }

  @Test
  void ownPlacesOfTwoFilesAreTwoPlacesAndKeepTheirIds() throws IOException, ImportException {
    tiers.add(file("one.csv", "name,lat,lon\nZyxone,1,1\n"), ImportOptions.ALL);
    tiers.add(file("two.csv", "name,lat,lon\nZyxtwo,2,2\n"), ImportOptions.ALL);
    Place one = first("Zyxone");
    Place two = first("Zyxtwo");

    assertThat(one.id()).startsWith("own:").isNotEqualTo(two.id());
    assertThat(tiers.gazetteer().byId(one.id())).contains(one);

    tiers.add(file("one.csv", "name,lat,lon\nZyxnew,3,3\nZyxone,1,1\n"), ImportOptions.ALL);
    assertThat(first("Zyxone").id()).isEqualTo(one.id());
  }

  @Test
  void aRowWithTheIdOfAnEarlierOneIsRefused() throws IOException, ImportException {
    ImportReport report =
        tiers.add(
            file("ours.csv", "id,name,lat,lon\na,Zyxone,1,1\na,Zyxtwo,2,2\n,Zyx,3,3\n,Zyx,3,3\n"),
            ImportOptions.ALL);

    assertThat(report.places()).isEqualTo(2);
    assertThat(report.rejected()).extracting(RejectedRow::line).containsExactly(3L, 5L);
    assertThat(first("Zyxone").id()).isEqualTo("own:a");
  }

  /** In 2025 Vietnam gave the code that was Hanoi's to the province of Quảng Trị. */
  @ParameterizedTest
  @CsvSource({
    // unit of the dump under Hanoi's code, name of the region that a place of the code lies in
    "13494350, Quang Tri, ''",
    "1581129, Hanoi, Hanoi",
    "77777777, Hanoi, Hanoi",
    "1905475, Bình Dương, Bình Dương"
  })
  void aCodeThatAReformGaveToAnotherUnitDoesNotMislead(String id, String unit, String expected)
      throws IOException, ImportException {
    String row =
        "%s\t%s\t%s\t\t16.8\t107.1\t%s\t%s\tVN\t\t44\t\t\t\t0\t\t9\tAsia/Saigon\t2025-07-01\n";
    String village = row.formatted("99000044", "Zyxville", "Zyxville", "P", "PPL");
    tiers.add(
        file("VN.txt", village + row.formatted(id, unit, unit, "A", "ADM1")), ImportOptions.ALL);

    Place place = first("Zyxville");

    assertThat(tiers.gazetteer().firstLevel("VN", place.admin1()).map(Place::name).orElse(""))
        .isEqualTo(expected);
    assertThat(tiers.gazetteer().byId("99000044")).contains(place);
  }

  @Test
  void theKindOfAFileCanBeSaid() throws IOException, ImportException {
    Path file = file("odd.txt", "a line of some other sort\n" + DUMP.repeat(5));

    assertThatThrownBy(() -> tiers.add(file, ImportOptions.ALL)).hasMessageContaining("is neither");
    ImportReport report = tiers.add(file, new ImportOptions(Set.of(), FileKind.DUMP, bytes -> {}));
    assertThat(report.rejected()).extracting(RejectedRow::line).containsExactly(1L);
    assertThat(first("Bwalimu").id()).isEqualTo("99000001");
  }

  @ParameterizedTest
  @EnumSource(FileKind.class)
  void aFileOfAnotherKindThanSaidIsRefused(FileKind kind) throws IOException {
    Path file = file("what.txt", "nothing\tof\nany\tkind\n".repeat(10));

    assertThatThrownBy(() -> tiers.add(file, new ImportOptions(Set.of(), kind, bytes -> {})))
        .isInstanceOf(ImportException.class);
    assertThat(tiers.names()).isEmpty();
  }

  @Test
  void aDamagedIndexIsPassedOver() throws IOException, ImportException {
    tiers.add(file("ML.txt", DUMP), ImportOptions.ALL);
    try (var indexes = Files.list(work.resolve("tiers"))) {
      Path index = indexes.findFirst().orElseThrow();
      Files.write(index, Arrays.copyOf(Files.readAllBytes(index), 1000));
    }

    tiers.refresh();

    assertThat(tiers.gazetteer().named("Bwalimu")).isEmpty();
    assertThat(first("Bamako").id()).isEqualTo("2460596");
  }

  private Place first(String name) {
    List<Candidate> candidates = tiers.gazetteer().named(name);
    assertThat(candidates).isNotEmpty();
    return candidates.get(0).place();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(work.resolve(name), content);
  }
}
