package org.dateline.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dateline.server.RunningServer;
import org.dateline.server.publication.Published;
import org.dateline.server.publication.PublishedReport;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class ReportPageTest extends RunningServer {

  @Autowired private Published published;

  private PublishedReport publishedReport() {
    return published.current().report("mali-new-course");
  }

  private Report report() {
    return publishedReport().report();
  }

  private ReportPage page() {
    return ReportPage.of(publishedReport(), published.current(), "/oembed", "test");
  }

  @Test
  void theParagraphsAreTheTextToTheLetter() {
    String shown =
        page().paragraphs().stream()
            .map(
                paragraph ->
                    paragraph.segments().stream()
                        .map(
                            segment ->
                                segment.mention() == null
                                    ? Objects.requireNonNull(segment.plain())
                                    : word(segment.mention()))
                        .collect(Collectors.joining()))
            .collect(Collectors.joining());
    assertThat(shown).isEqualTo(report().source().text().replaceAll("\\R", ""));
  }

  private static String word(Paragraph.Marked mention) {
    return mention.before() + mention.text() + mention.after();
  }

  @Test
  void noLineBreakLeavesTheCommaAfterANameBehind() {
    assertThat(page().paragraphs())
        .flatExtracting(Paragraph::segments)
        .extracting(Paragraph.Segment::mention)
        .filteredOn(Objects::nonNull)
        .extracting(ReportPageTest::word)
        .contains("Douentza,", "Libya.");
    assertThat(page().paragraphs())
        .flatExtracting(Paragraph::segments)
        .extracting(Paragraph.Segment::plain)
        .filteredOn(Objects::nonNull)
        .noneMatch(plain -> plain.matches("[,.:;!?].*"));
  }

  @Test
  void thePageTellsSearchEnginesWhatTheReportIs() {
    String page = get("/r/mali-new-course");
    String start = "<script type=\"application/ld+json\">";
    int from = page.indexOf(start) + start.length();
    JsonMapper json = new JsonMapper();
    assertThat(json.readTree(page.substring(from, page.indexOf("</script>", from))))
        .isEqualTo(json.readTree(get(REPORT + "?f=jsonld")));
  }

  @Test
  void noHeadlineEndsTheElementThatItStandsIn() {
    ReportSource source = report().source();
    Report hostile =
        new Report(
            new ReportSource(
                "hostile",
                source.text(),
                source.sha256(),
                "</script><script>alert(1)</script><!--",
                null,
                null,
                null,
                "en",
                source.rights()),
            report().reading(),
            Instant.EPOCH,
            1);
    Published alone = new Published();
    alone.replace(List.of(hostile), List.of());
    ReportPage page =
        ReportPage.of(alone.current().report("hostile"), alone.current(), "/oembed", "test");
    assertThat(page.linkedData()).contains("alert(1)").doesNotContain("<");
    assertThat(new JsonMapper().readTree(page.linkedData()).path("headline").asString())
        .isEqualTo("</script><script>alert(1)</script><!--");
  }

  @Test
  void theFirstLineIsTheHeadline() {
    assertThat(page().paragraphs()).extracting(Paragraph::isHeadline).startsWith(true, false);
  }

  @Test
  void everyFeatureStandsInOneGroup() {
    List<String> rows =
        page().groups().stream()
            .flatMap(group -> group.places().stream())
            .map(PlaceGroup.Row::featureId)
            .toList();
    int added = publishedReport().added().size();
    assertThat(rows).hasSize(report().reading().features().size() + added).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotOnTheMapHasAReasonInWords() {
    assertThat(page().notPlaced()).isNotEmpty().allMatch(name -> !name.reason().isBlank());
  }

  @Test
  void theSummaryCountsWhatIsDrawnAndChecked() {
    assertThat(page().summary())
        .contains(report().drawnPlaces() + " places and areas")
        .contains("Located by machine; 0 of " + report().drawnPlaces());
  }
}
