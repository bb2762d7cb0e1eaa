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
    List<String> rows =
        Files.readAllLines(Path.of("src/training/referents.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(5_000);
    for (String row : rows) {
      String[] fields = row.split("\t", -1);
      AnnotatedText text = Objects.requireNonNull(texts.get(fields[0]), row);
      assertThat(text.names())
          .as(row)
          .anySatisfy(name -> assertThat(name.span().of(text.text())).isEqualTo(fields[1]));
      if (!fields[3].equals("-")) {
        Place place = TestGeodata.GEODATA.gazetteer().byId(fields[3]).orElseThrow();
        assertThat(Math.abs(place.lon() - Double.parseDouble(fields[4]))).as(row).isLessThan(1);
        assertThat(Math.abs(place.lat() - Double.parseDouble(fields[5]))).as(row).isLessThan(1);
      }
    }
  }
}
