package org.dateline.geoparser.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.api.Test;

class GoldReferentsTest {

  @Test
  void eachRowNamesAMarkedNameAndAPlaceThatLiesWhereTheRowSays() throws IOException {
    Map<String, AnnotatedText> texts = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/training/corpus"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        AnnotatedText.read(file).forEach(text -> texts.put(text.id(), text));
      }
    }
    List<String[]> rows = rows();
    assertThat(rows).hasSizeGreaterThan(5_000);
    for (String[] fields : rows) {
      String row = String.join(" ", fields);
      AnnotatedText text = Objects.requireNonNull(texts.get(fields[0]), row);
      long marked =
          text.names().stream()
              .filter(name -> name.span().of(text.text()).equals(fields[1]))
              .count();
      assertThat(marked).as(row).isPositive();
      if (!fields[2].isEmpty()) {
        assertThat(Long.parseLong(fields[2])).as(row).isBetween(1L, marked);
      }
      if (!fields[3].equals("-")) {
        Place place = TestGeodata.GEODATA.gazetteer().byId(fields[3]).orElseThrow();
        assertThat(Math.abs(place.lon() - Double.parseDouble(fields[4]))).as(row).isLessThan(1);
        assertThat(Math.abs(place.lat() - Double.parseDouble(fields[5]))).as(row).isLessThan(1);
      } else if (!fields[4].isEmpty()) {
        assertThat(Double.parseDouble(fields[4])).as(row).isBetween(-180.0, 180.0);
        assertThat(Double.parseDouble(fields[5])).as(row).isBetween(-90.0, 90.0);
      }
    }
  }

  @Test
  void rowsAreSortedByTextAndNoneSaysTwiceWhatANameMeans() throws IOException {
    List<String[]> rows = rows();

    assertThat(rows).extracting(fields -> fields[0]).isSorted();
    assertThat(rows)
        .extracting(fields -> fields[0] + '\t' + fields[1] + '\t' + fields[2])
        .doesNotHaveDuplicates();
  }

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(Path.of("src/training/referents.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
