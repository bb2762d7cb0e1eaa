package org.dateline.server.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dateline.server.feature.Edtf;
import org.dateline.server.publication.Publication;
import org.dateline.server.publication.PublishedReport;
import org.dateline.server.report.Reading;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * The model of the template {@code report}; the template escapes every string.
 *
 * @param id the report's id
 * @param headline its title
 * @param byline who wrote it, null when not known
 * @param outlet who published it, null when not known
 * @param language BCP 47 tag
 * @param dir "ltr" or "rtl"
 * @param dateLine when, in words; null when not known
 * @param summary what is on the map, in words
 * @param reports all reports, for the switcher
 * @param paragraphs the text with its mentions
 * @param groups the places by layer
 * @param notPlaced the names that are not on the map
 * @param linkedData the report in schema.org's terms, as JSON that may stand in a script element
 * @param oEmbed absolute address of how other sites embed it
 * @param version changes with the program, so that caches let go of old files
 */
record ReportPage(
    String id,
    String headline,
    @Nullable String byline,
    @Nullable String outlet,
    String language,
    String dir,
    @Nullable String dateLine,
    String summary,
    List<Choice> reports,
    List<Paragraph> paragraphs,
    List<PlaceGroup> groups,
    List<NotPlaced> notPlaced,
    String linkedData,
    String oEmbed,
    String version) {

  /** A report to switch to. */
  record Choice(String id, String headline, boolean current) {}

  /** A name that is not on the map, and why. */
  record NotPlaced(String text, String reason, String sentence, String mentionId) {}

  static ReportPage of(
      PublishedReport published, Publication publication, String oEmbed, String version) {
    Report report = published.report();
    Reading reading = report.reading();
    return new ReportPage(
        report.id(),
        report.source().headline(),
        report.source().byline(),
        report.source().outlet(),
        reading.language(),
        isRightToLeft(reading.language()) ? "rtl" : "ltr",
        dateLine(report),
        summary(report),
        publication.reports().stream()
            .map(other -> other.report())
            .map(o -> new Choice(o.id(), o.source().headline(), o.id().equals(report.id())))
            .toList(),
        Paragraph.of(report),
        PlaceGroup.of(published),
        report.notPlaced().stream()
            .map(
                mention ->
                    new NotPlaced(
                        mention.text(),
                        String.valueOf(mention.notPlacedBecause()),
                        mention.sentence().of(report.source().text()),
                        mention.id()))
            .toList(),
        inScript(published.linkedData().body()),
        oEmbed,
        version);
  }

  /** No text in it can end the element. */
  private static String inScript(byte[] json) {
    return new String(json, StandardCharsets.UTF_8).replace("<", "\\u003c");
  }

  private static boolean isRightToLeft(String language) {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "ji", "dv", "ckb" -> true;
      default -> false;
    };
  }

  private static @Nullable String dateLine(Report report) {
    String entered = report.source().date();
    if (entered != null) {
      return Edtf.parse(entered).map(Edtf::words).orElse(entered);
    }
    Reading.TextDate date = report.reading().date();
    return date == null
        ? null
        : Edtf.parse(date.edtf()).map(Edtf::words).orElse(date.edtf()) + ", inferred from the text";
  }

  private static String summary(Report report) {
    int places = report.drawnPlaces();
    int movements = report.drawnMovements();
    if (places == 0) {
      return "No place of this report could be placed on the map.";
    }
    return Words.count(places, "place or area", "places and areas")
        + (movements == 0 ? "" : " and " + Words.count(movements, "movement", "movements"))
        + " from one report. Located by machine; "
        + report.verifiedPlaces()
        + " of "
        + places
        + " checked by a person.";
  }
}
