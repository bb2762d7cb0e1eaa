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

  /** Letters and marks at either side of a mention that a line break may not part from it. */
  private static final int LONGEST_EDGE = 12;

  /** Plain text or a mention; the other is null. */
  record Segment(@Nullable String plain, @Nullable Marked mention) {}

  /**
   * A mention as the page marks it.
   *
   * @param before what stands before it without a space, such as a quotation mark; often empty
   * @param after what stands after it without a space, such as a comma; often empty
   */
  record Marked(
      String id,
      String before,
      String text,
      String after,
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
    List<ReportMention> within =
        mentions.stream().filter(one -> stretch.contains(one.span())).toList();
    List<Segment> segments = new ArrayList<>();
    int at = stretch.start();
    for (int index = 0; index < within.size(); index++) {
      ReportMention mention = within.get(index);
      Span span = mention.span();
      int limit = index + 1 < within.size() ? within.get(index + 1).span().start() : stretch.end();
      int start = startOfWord(text, at, span.start());
      int end = endOfWord(text, span.end(), limit);
      if (start > at) {
        segments.add(new Segment(text.substring(at, start), null));
      }
      String before = text.substring(start, span.start());
      segments.add(new Segment(null, marked(mention, before, text.substring(span.end(), end))));
      at = end;
    }
    if (at < stretch.end()) {
      segments.add(new Segment(text.substring(at, stretch.end()), null));
    }
    return segments;
  }

  private static int startOfWord(String text, int from, int end) {
    int start = end;
    while (start > from && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return end - start <= LONGEST_EDGE ? start : end;
  }

  private static int endOfWord(String text, int start, int to) {
    int end = start;
    while (end < to && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end - start <= LONGEST_EDGE ? end : start;
  }

  private static Marked marked(ReportMention mention, String before, String after) {
    return new Marked(
        mention.id(),
        before,
        mention.text(),
        after,
        mention.kind().name().toLowerCase(Locale.ROOT),
        mention.featureId(),
        mention.layer() == null ? null : mention.layer().name().toLowerCase(Locale.ROOT),
        mention.status().name().toLowerCase(Locale.ROOT),
        mention.name());
  }
}
