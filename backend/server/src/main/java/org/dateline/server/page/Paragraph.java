package org.dateline.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.geoparser.text.Span;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportMention;
import org.dateline.server.report.TextRights;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of the text: stretches of plain text and mentions, which together are the text to the
 * letter.
 *
 * @param isHeadline whether it is the text's own headline line
 * @param segments in order
 */
record Paragraph(boolean isHeadline, List<Segment> segments) {

  private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");

  /** Plain text or a mention; the other is null. */
  record Segment(@Nullable String plain, @Nullable Marked mention) {}

  /** A mention as the page marks it. */
  record Marked(
      String id,
      String text,
      String kind,
      @Nullable String featureId,
      @Nullable String layer,
      String status,
      @Nullable String name) {}

  /** Returns the paragraphs; only the quoted sentences where no more may be shown. */
  static List<Paragraph> of(Report report) {
    String text = report.source().text();
    List<Span> stretches =
        report.source().rights() == TextRights.FULL ? lines(text) : report.quotedSentences();
    List<ReportMention> mentions = longestWithoutOverlap(report.reading().mentions());
    List<Paragraph> paragraphs = new ArrayList<>(stretches.size());
    for (Span stretch : stretches) {
      boolean headline =
          paragraphs.isEmpty()
              && report.source().rights() == TextRights.FULL
              && stretches.size() > 1;
      paragraphs.add(new Paragraph(headline, segments(text, stretch, mentions)));
    }
    return paragraphs;
  }

  private static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    Matcher breaks = LINE_BREAKS.matcher(text);
    int start = 0;
    while (breaks.find()) {
      if (!text.substring(start, breaks.start()).isBlank()) {
        lines.add(new Span(start, breaks.start()));
      }
      start = breaks.end();
    }
    if (!text.substring(start).isBlank()) {
      lines.add(new Span(start, text.length()));
    }
    return lines;
  }

  /** Mentions come in the order of their start, the longer one first. */
  private static List<ReportMention> longestWithoutOverlap(List<ReportMention> mentions) {
    List<ReportMention> chosen = new ArrayList<>();
    for (ReportMention mention : mentions) {
      ReportMention last = chosen.isEmpty() ? null : chosen.get(chosen.size() - 1);
      if (last == null || !last.span().overlaps(mention.span())) {
        chosen.add(mention);
      } else if (mention.span().length() > last.span().length()) {
        chosen.set(chosen.size() - 1, mention);
      }
    }
    return chosen;
  }

  private static List<Segment> segments(String text, Span stretch, List<ReportMention> mentions) {
    List<Segment> segments = new ArrayList<>();
    int at = stretch.start();
    for (ReportMention mention : mentions) {
      Span span = mention.span();
      if (span.start() < at || !stretch.contains(span)) {
        continue;
      }
      if (span.start() > at) {
        segments.add(new Segment(text.substring(at, span.start()), null));
      }
      segments.add(new Segment(null, marked(mention)));
      at = span.end();
    }
    if (at < stretch.end()) {
      segments.add(new Segment(text.substring(at, stretch.end()), null));
    }
    return segments;
  }

  private static Marked marked(ReportMention mention) {
    return new Marked(
        mention.id(),
        mention.text(),
        mention.kind().name().toLowerCase(Locale.ROOT),
        mention.featureId(),
        mention.layer() == null ? null : mention.layer().name().toLowerCase(Locale.ROOT),
        "unverified",
        mention.name());
  }
}
