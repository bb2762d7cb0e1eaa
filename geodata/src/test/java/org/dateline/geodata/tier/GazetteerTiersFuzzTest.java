package org.dateline.geodata.tier;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;

/** Whatever a file to import is, it is refused and nothing changes, or its places are found. */
@Timeout(60)
class GazetteerTiersFuzzTest {

  private static final Gazetteer EMBEDDED =
      EmbeddedGeodata.open(Path.of("target", "test-cache")).gazetteer();

  private static final String OWN =
      "id,name,lat,lon,aliases,country,feature_code,population,uncertainty_m\n"
          + "office,Zyxwharf,12.7,-8.1,\"Our Zyx|Zyx\",ML,PPL,12,500\n,Bad,north,1,,,,,\n";

  static Stream<byte[]> files() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(OWN.getBytes(StandardCharsets.UTF_8));
    }
    return Stream.concat(
        Stream.of(
                OWN,
                "name;lat;lon\nZyxburg;12,5;-8\n",
                "99000001\tZyxville\tZyxville\tZyx,xu\t14.1\t-4.2\tP\tPPL\tML\t\t04\t\t\t\t9\t\t270\t"
                    + "Africa/Bamako\t2020-01-01\n",
                "1\t2460596\tfr\tBamakville\t1\t\t\t\t\t\n",
                "ML.01\tBamako\tBamako\t2460594\n")
            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
        Stream.of(zipped.toByteArray()));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "2m")
  void file(byte @NotNull [] content) throws IOException {
    Path folder = Files.createTempDirectory("fuzzed-tiers");
    try {
      Path file = Files.write(folder.resolve("places.txt"), content);
      GazetteerTiers tiers = GazetteerTiers.open(folder.resolve("tiers"), EMBEDDED);
      try {
        ImportReport report = tiers.add(file, ImportOptions.ALL);
        assertThat(report.places()).isPositive();
        assertThat(tiers.names()).hasSize(1);
      } catch (ImportException e) {
        assertThat(e.getMessage()).isNotBlank();
        assertThat(tiers.names()).isEmpty();
      }
      assertThat(tiers.gazetteer().named("Bamako")).isNotEmpty();
      assertThat(tiers.gazetteer().startingWith("zyx", 5, new Envelope()))
          .allSatisfy(
              candidate -> assertThat(Math.abs(candidate.place().lat())).isBetween(0.0, 90.0));
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
      }
    }
  }
}
