package org.dateline.server.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.server.collection.Bounds;
import org.dateline.server.collection.CollectionFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.opengis.filter.Filter;

class Cql2Test {

  @ParameterizedTest
  @CsvFileSource(resources = "/cql2/filters.tsv", delimiter = '\t', quoteCharacter = '\0')
  void takesWhatTheFilterSays(String filter, String ids) {
    Filter made = Sample.filter(Sample.HANDFUL, Cql2.TEXT, filter);
    List<String> expected = ids == null ? List.of() : List.of(ids.split(" "));
    assertThat(Sample.taken(Sample.HANDFUL, made)).isEqualTo(expected);

    // An index that shows only what lies within the bounds would find the same.
    Optional<List<Envelope>> bounds = Bounds.of(made);
    if (bounds.isPresent()) {
      assertThat(
              Sample.HANDFUL.features().stream()
                  .filter(feature -> touches(feature, bounds.get()))
                  .map(CollectionFeature::id))
          .containsAll(expected);
    }
  }

  private static boolean touches(CollectionFeature feature, List<Envelope> boxes) {
    return feature.geometry() != null
        && boxes.stream().anyMatch(feature.geometry().getEnvelopeInternal()::intersects);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/cql2/filters.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aFilterAndItsOppositeShareNothing(String filter, String ids) {
    List<String> taken =
        Sample.taken(Sample.HANDFUL, Sample.filter(Sample.HANDFUL, Cql2.TEXT, filter));
    List<String> opposite =
        Sample.taken(
            Sample.HANDFUL, Sample.filter(Sample.HANDFUL, Cql2.TEXT, "NOT (" + filter + ")"));
    assertThat(Collections.disjoint(taken, opposite)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "name = 'Gao' | {\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"Gao\"]}",
        "a = 1 and b = 2 and c = 3 | {\"op\":\"and\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"a\"},1]},{\"op\":\"=\",\"args\":[{\"property\":\"b\"},2.0]},{\"op\":\"=\",\"args\":[{\"property\":\"c\"},3]}]}",
        "a not in (1, 2) | {\"op\":\"not\",\"args\":[{\"op\":\"in\",\"args\":[{\"property\":\"a\"},[1,2]]}]}",
        "t_during(interval(a, '..'), interval('2022-01-01','2022-02-01')) | {\"op\":\"t_during\",\"args\":[{\"interval\":[{\"property\":\"a\"},\"..\"]},{\"interval\":[\"2022-01-01\",\"2022-02-01\"]}]}",
        "S_INTERSECTS(geom, POINT(1 2)) | {\"op\":\"s_intersects\",\"args\":[{\"property\":\"geom\"},{\"type\":\"Point\",\"coordinates\":[1,2]}]}",
        "s_within(geom, bbox(1,2,3,4)) | {\"op\":\"s_within\",\"args\":[{\"property\":\"geom\"},{\"bbox\":[1,2,3,4]}]}",
        "a_contains(x, ('a', true, date('2022-01-01'))) | {\"op\":\"a_contains\",\"args\":[{\"property\":\"x\"},[\"a\",true,{\"date\":\"2022-01-01\"}]]}",
        "a = 1 + 2 * b ^ 2 - -c | {\"op\":\"=\",\"args\":[{\"property\":\"a\"},{\"op\":\"-\",\"args\":[{\"op\":\"+\",\"args\":[1,{\"op\":\"*\",\"args\":[2,{\"op\":\"^\",\"args\":[{\"property\":\"b\"},2]}]}]},{\"op\":\"*\",\"args\":[-1,{\"property\":\"c\"}]}]}]}",
      })
  void bothEncodingsOfAFilterGiveTheSameTree(String text, String json) {
    assertThat(Cql2.TEXT.parse(text).root()).isEqualTo(Cql2.JSON.parse(json).root());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "nme = 'Gao' | There is no property \"nme\" (at character 1).",
        "name = 'Gao' AND nme = 1 | There is no property \"nme\" (at character 18).",
        "name = 5 | \"=\" cannot compare a text with a number (at character 1).",
        "name = 'Gao | A text has no end (at character 8).",
        "name = | The filter ends here, where a value, a property or a condition is expected (at character 7).",
        "name 'Gao' | Here stands \"Gao\", where a comparison, AND, OR or the end is expected (at character 6).",
        "name | Here a condition is expected (at character 1).",
        "people = 12abc | \"12\" is not a number (at character 10).",
        "people = 1e999 | \"1e999\" is not a number (at character 10).",
        "day = DATE('2022-02-30') | \"2022-02-30\" is not a day (at character 7).",
        "seen = TIMESTAMP('2022-02-03') | \"2022-02-03\" is not a moment (at character 8).",
        "T_AFTER(day, INTERVAL('2022-02-03','2021-01-01')) | The interval ends before it begins (at character 14).",
        "S_INTERSECTS(geom, POINT(1)) | This is no geometry",
        "S_INTERSECTS(geom, BBOX(1,2,3)) | A box has four numbers, or six with heights; here are 3 (at character 20).",
        "S_INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))) | The geometry is not valid near 0.5 0.5",
        "S_INTERSECTS(name, POINT(1 2)) | Here a geometry is expected, and this is a text (at character 14).",
        "S_INTERSECTS(geom) | \"s_intersects\" takes 2 operands, not 1 (at character 1).",
        "S_NEAR(geom, POINT(1 2)) | There is no function \"S_NEAR\" (at character 1).",
        "name IN () | Here stands \")\"",
        "a_contains(name, ('x')) | Here a list is expected, and this is a text (at character 12).",
        "tags = ('a', 'b') | \"=\" cannot compare a list with a list (at character 1).",
        "checked < true | \"<\" cannot compare true or false with true or false (at character 1).",
        "name = 'a'; DROP TABLE x | \";\" means nothing here (at character 11).",
        "people + 1 | \"+\" makes a value, no condition (at character 1).",
        "people = (name = 'a') | A condition stands where a value is expected (at character 11).",
      })
  void saysWhatIsWrongWithATextAndWhere(String filter, String message) {
    assertThatExceptionOfType(InvalidFilterException.class)
        .isThrownBy(() -> Sample.filter(Sample.HANDFUL, Cql2.TEXT, filter))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{ | The filter is not JSON",
        "null | Here stands nothing that can be compared.",
        "{\"op\":\"=\"} | The operator \"=\" has no args.",
        "{\"op\":\"=\",\"args\":[{\"property\":\"nme\"},1]} | There is no property \"nme\" (at /args/0).",
        "{\"op\":\"=\",\"args\":[{\"property\":\"name\"},{\"x\":1}]} | This object is nothing that CQL2 knows (at /args/1).",
        "{\"op\":\"=\",\"args\":[{\"property\":\"day\"},{\"date\":\"x\"}]} | \"x\" is not a day (at /args/1/date).",
        "{\"op\":\"s_within\",\"args\":[{\"property\":\"geom\"},{\"type\":\"Point\",\"coordinates\":[1]}]} | This is no geometry: a position is an array of two or three numbers (at /args/1).",
      })
  void saysWhatIsWrongWithJsonAndWhere(String filter, String message) {
    assertThatExceptionOfType(InvalidFilterException.class)
        .isThrownBy(() -> Sample.filter(Sample.HANDFUL, Cql2.JSON, filter))
        .withMessageStartingWith(message);
  }

  static Stream<Arguments> bottomless() {
    int many = 20_000;
    return Stream.of(
        Arguments.of(Cql2.TEXT, "(".repeat(many) + "a=1" + ")".repeat(many)),
        Arguments.of(Cql2.TEXT, "not ".repeat(many) + "a=1"),
        Arguments.of(Cql2.TEXT, "a=" + "-".repeat(many) + "1"),
        Arguments.of(Cql2.TEXT, "a=" + "casei(".repeat(many)),
        Arguments.of(
            Cql2.TEXT, "s_within(geom, " + "GEOMETRYCOLLECTION(".repeat(500) + ")".repeat(501)),
        Arguments.of(
            Cql2.JSON, "{\"op\":\"not\",\"args\":[".repeat(200) + "true" + "]}".repeat(200)),
        Arguments.of(Cql2.JSON, "[".repeat(many)),
        Arguments.of(Cql2.TEXT, "a=1" + " ".repeat(Parsed.LONGEST)));
  }

  @ParameterizedTest
  @MethodSource("bottomless")
  void refusesWhatIsTooDeepOrTooLong(Cql2 encoding, String filter) {
    assertThatExceptionOfType(InvalidFilterException.class)
        .isThrownBy(() -> Sample.filter(Sample.HANDFUL, encoding, filter));
  }

  @Test
  void aFilterOfManyAlternativesIsNotTooDeep() {
    String many = String.join(" OR ", Collections.nCopies(3_000, "people = 86633"));
    assertThat(Sample.taken(Sample.HANDFUL, Sample.filter(Sample.HANDFUL, Cql2.TEXT, many)))
        .containsExactly("gao");
  }
}
