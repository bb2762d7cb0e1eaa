package org.dateline.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.format.Encoder;
import org.dateline.server.format.Features;
import org.dateline.server.format.Format;
import org.dateline.server.report.Decisions;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportReader;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.Taught;
import org.dateline.server.report.TextRights;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of a report that may only be quoted no answer has more than the sentences with places. */
class QuotesOnlyTest {

  private static final String TEXT =
      "Zebras were never mentioned. Fighting broke out in Gao on Monday. Quaggas slept. Thousands"
          + " fled from Gao to Mopti, officials said. Okapis looked on. Mali was calm; an aide"
          + " claimed that 12 fighters died in Kidal. Tapirs did not.";

  private static final List<String> UNQUOTED = List.of("Zebra", "Quagga", "Okapi", "Tapir");

  /** Answers that have quotes. */
  private static final List<String> CARRIERS =
      List.of(
          "text",
          "layer displacement",
          "places as GEO_JSON_SEQ",
          "places as CSV",
          "places as HXL",
          "places as GEO_PACKAGE",
          "places as FLAT_GEOBUF",
          "places as KML",
          "places as GPX");

  private static Publication publication(TextRights rights) {
    Geodata geodata = EmbeddedGeodata.open(Path.of("target", "test-cache"));
    ReportSource source =
        new ReportSource("only", TEXT, "", "A headline", null, null, "2022-05-01", "en", rights);
    Report report =
        new Report(
            source,
            new ReportReader(new OfflineGeoparser(geodata), geodata, Clock.systemUTC())
                .read(source, null, Decisions.NONE, Taught.NOTHING),
            Instant.EPOCH,
            1);
    Published published = new Published();
    published.replace(List.of(report), List.of());
    return published.current();
  }

  /** All that is answered of the reports, by what it is. */
  private static Map<String, byte[]> answers(Publication publication) {
    Map<String, byte[]> answers = new LinkedHashMap<>();
    answers.put("list", publication.list().body());
    PublishedReport report = publication.report("only");
    answers.put("metadata", report.metadata().body());
    answers.put("linked data", report.linkedData().body());
    answers.put("text", report.text().body());
    answers.put("mentions", report.mentions().body());
    answers.put("layers", report.layers().body());
    report.features().forEach((layer, body) -> answers.put("layer " + layer, body.body()));
    for (FeatureCollection collection : publication.collections()) {
      Features features =
          new Features(
              collection.id(), "", "http://x/", collection.schema(), collection.features());
      for (Format format : Format.of(collection.schema())) {
        format
            .encoder()
            .ifPresent(
                encoder ->
                    answers.put(collection.id() + " as " + format, encoded(encoder, features)));
      }
    }
    return answers;
  }

  private static byte[] encoded(Encoder encoder, Features features) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Stream<byte[]> pieces = encoder.encode(features)) {
      pieces.forEach(out::writeBytes);
    }
    return out.toByteArray();
  }

  private static boolean has(byte @Nullable [] body, String words) {
    return body != null && new String(body, StandardCharsets.UTF_8).contains(words);
  }

  @Test
  void noAnswerHasMoreThanTheQuotes() {
    Map<String, byte[]> answers = answers(publication(TextRights.QUOTES_ONLY));
    assertThat(answers)
        .hasSizeGreaterThan(30)
        .allSatisfy(
            (what, body) ->
                assertThat(UNQUOTED).as(what).noneMatch(unquoted -> has(body, unquoted)));
    for (String what : CARRIERS) {
      assertThat(has(answers.get(what), "fled from Gao to Mopti")).as(what).isTrue();
    }
  }

  /** The same answers of a report that may be shown have them, so that the test can fail. */
  @Test
  void whereTheWholeTextMayBeShownTheWordsAroundAQuoteStandInTheAnswers() {
    Map<String, byte[]> answers = answers(publication(TextRights.FULL));
    for (String what : CARRIERS) {
      assertThat(UNQUOTED).as(what).anyMatch(unquoted -> has(answers.get(what), unquoted));
    }
  }
}
