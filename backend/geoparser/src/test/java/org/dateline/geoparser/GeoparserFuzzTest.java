package org.dateline.geoparser;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.List;
import org.dateline.geoparser.text.Span;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the text is and whatever is said of it, it is read, and what is found stands in it. */
@Timeout(60)
class GeoparserFuzzTest {

  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Fighters attacked Gao on Monday, 16 April 2022, an official in Bamako said. | 2022-04-20",
        "<p>30 km north-east of S&eacute;gou, between Mopti and Kidal</p> the Malian capital | 2022",
        "Des hommes armés ont tué 12 civils à Tombouctou, selon l'ONU; ils ont fui vers Gao. | ~",
        "اندلعت اشتباكات في باماكو أمس | 2022-04",
        "In den Nordosten Malis, nahe der Grenze zu Burkina Faso, flohen 3.000 Menschen. | ",
        "U.N. (AP) - \"We left Gao's camp,\" the 1,200 refugees from Ménaka told AFP last week | x",
      })
  @FuzzTest(maxDuration = "2m")
  void text(@NotNull String text, String date) {
    Geoparse parse =
        TestGeodata.GEOPARSER.parse(text, new GeoparseOptions(null, null, date, List.of(), null));
    assertThat(parse.text()).isEqualTo(text);
    assertThat(parse.mentions())
        .allSatisfy(mention -> assertThat(mention.span().of(text)).isEqualTo(mention.text()));
    assertThat(parse.sentences())
        .allSatisfy(sentence -> assertThat(inside(sentence, text)).isTrue());
    assertThat(parse.movements())
        .allSatisfy(movement -> assertThat(movement.sentence().of(text)).contains(movement.cue()));
    if (parse.date() != null) {
      assertThat(parse.date().evidence().of(text)).isNotBlank();
    }
  }

  private static boolean inside(Span span, String text) {
    return span.start() >= 0 && span.start() <= span.end() && span.end() <= text.length();
  }
}
