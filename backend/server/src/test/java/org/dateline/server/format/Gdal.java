package org.dateline.server.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL's ogr2ogr, which half the world's GIS programs read files with. */
final class Gdal {

  private Gdal() {}

  /** Skips the test where there is no ogr2ogr, and says so. */
  static void mustBeThere() {
    boolean there =
        List.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ogr2ogr")));
    if (!there) {
      LoggerFactory.getLogger(Gdal.class)
          .error("NOT TESTED: round trips through GDAL. Install it: apt-get install gdal-bin");
    }
    assumeTrue(there, "ogr2ogr is not installed (apt-get install gdal-bin)");
  }

  /** Returns the features of a file as ogr2ogr reads it, without a warning. */
  static List<JsonNode> features(Path file, String... arguments) throws Exception {
    Path read = file.resolveSibling(file.getFileName() + ".read.geojson");
    Files.deleteIfExists(read);
    run(read, file, arguments);
    List<JsonNode> features = new ArrayList<>();
    new JsonMapper().readTree(Files.readString(read)).path("features").forEach(features::add);
    return features;
  }

  private static void run(Path read, Path file, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON"));
    command.addAll(List.of("-lco", "COORDINATE_PRECISION=15"));
    command.addAll(List.of(read.toString(), file.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).as(String.join(" ", command)).isEmpty();
    assertThat(process.exitValue()).isZero();
  }
}
