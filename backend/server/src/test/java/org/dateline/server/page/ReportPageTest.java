package org.dateline.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dateline.server.RunningServer;
import org.dateline.server.publication.Published;
import org.dateline.server.publication.PublishedReport;
import org.dateline.server.report.Report;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
