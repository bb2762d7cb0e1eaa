package org.dateline.geoparser.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.finding.Claim;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.finding.ReportDate;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.jspecify.annotations.Nullable;

/**
 * Scores layers, events, movements, dates and claims against a gold of passages: a table with the
 * columns of {@code findings/README.md}, one row for each statement.
 */
final class FindingsScorer {

  private static final String NONE = "-";

  /** One statement of the gold on one or more places of a passage. */
  private record Row(
      String passage,
      String language,
      String text,
      List<String> places,
      String layer,
      String event,
      String subEvent,
      Set<String> movements,
      String date,
      String claimBy,
      String deniedBy,
      @Nullable String reportDate) {

    static Row of(String[] f) {
      boolean dated = f.length > 13 && !f[13].equals(NONE);
      return new Row(
          f[0],
          f[1],
          f[2],
          List.of(f[3].split("; ", -1)),
          f[4],
          f[5],
          f[6],
          f[7].equals(NONE) ? Set.of() : Set.of(f[7].split("; ", -1)),
          f[8],
          f[10],
          f[11],
          dated ? f[13] : null);
    }
  }

  /** Right, found and wanted. */
  static final class Count {
    private int right;
    private int found;
    private int wanted;

    private void add(boolean isRight, boolean isFound, boolean isWanted) {
      right += isRight ? 1 : 0;
      found += isFound ? 1 : 0;
      wanted += isWanted ? 1 : 0;
    }

    double f1() {
      return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
    }
  }

  private final Geoparser geoparser;
  private final Consumer<String> errors;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private int passages;

  /**
   * Makes a scorer.
   *
   * @param errors is told of each difference from the gold: passage, what, wanted, said, text
   */
  FindingsScorer(Geoparser geoparser, Consumer<String> errors) {
    this.geoparser = geoparser;
    this.errors = errors;
    for (String what :
        List.of(
            "place found",
            "layer",
            "event type",
            "sub-event type",
            "movement",
            "date",
            "claim by",
            "denied by")) {
      counts.put(what, new Count());
    }
  }

  FindingsScorer score(Path gold) throws IOException {
    Files.readAllLines(gold).stream()
        .skip(1)
        .map(line -> Row.of(line.split("\t", -1)))
        .collect(Collectors.groupingBy(Row::passage, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(this::passage);
    return this;
  }

  /** Returns the F1 of one of the things scored. */
  double f1(String what) {
    return count(what).f1();
  }

  /** Returns the table of all that was scored. */
  String table(String name) {
    StringBuilder table = new StringBuilder(name + ": findings of " + passages + " passages\n");
    counts.forEach(
        (what, c) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "  %-16s P %.3f  R %.3f  F1 %.3f  (%d wanted)%n",
                    what,
                    Tally.share(c.right, c.found),
                    Tally.share(c.right, c.wanted),
                    c.f1(),
                    c.wanted)));
    return table.toString();
  }

  private Count count(String what) {
    Count count = counts.get(what);
    if (count == null) {
      throw new IllegalArgumentException("nothing is scored under " + what);
    }
    return count;
  }

  private void passage(List<Row> rows) {
    passages++;
    Row first = rows.get(0);
    Geoparse parse =
        geoparser.parse(
            first.text(),
            new GeoparseOptions(first.language(), null, first.reportDate(), List.of(), null));
    for (Row row : rows) {
      if (!row.layer().equals(NONE)) {
        row.places().forEach(place -> place(parse, place, row));
      }
    }
    movements(parse, first);
    compare("date", first, first.date(), date(parse));
    claims(parse.claims(), first);
  }

  /** The date of the text, or of what it says first when it is history or still goes on. */
  private static String date(Geoparse parse) {
    ReportDate date = parse.date();
    for (PlaceFinding finding : parse.places()) {
      date = date == null ? finding.date() : date;
    }
    return date == null ? NONE : date.edtf();
  }

  private void place(Geoparse parse, String words, Row row) {
    PlaceFinding finding = finding(parse, words);
    count("place found").add(finding != null, finding != null, true);
    String layer = finding == null ? NONE : finding.layer().name().toLowerCase(Locale.ROOT);
    // The gold calls everything that the map does not draw context.
    boolean drawn =
        finding != null && finding.layer() != Layer.METONYMS && finding.layer() != Layer.CONTEXT;
    String where = words + ": ";
    compare(
        "layer",
        row,
        where,
        row.layer().equals("context") ? NONE : row.layer(),
        drawn ? layer : NONE);
    compare(
        "event type", row, where, row.event(), dash(finding == null ? null : finding.eventType()));
    compare(
        "sub-event type",
        row,
        where,
        row.subEvent(),
        dash(finding == null ? null : finding.subEventType()));
  }

  private static String dash(@Nullable String value) {
    return value == null ? NONE : value;
  }

  private static @Nullable PlaceFinding finding(Geoparse parse, String words) {
    PlaceFinding found = null;
    for (PlaceFinding finding : parse.places()) {
      for (Mention mention : finding.mentions()) {
        // Of "between Gao and Ansongo" the stretch is drawn, not its ends.
        boolean within =
            mention.kind() == MentionKind.VAGUE && (" " + mention.text()).contains(" " + words);
        if (within || found == null && isSameButForArticle(mention.text(), words)) {
          found = finding;
        }
      }
    }
    return found;
  }

  private void movements(Geoparse parse, Row row) {
    Set<String> said =
        parse.movements().stream()
            .map(
                m ->
                    m.type().name().toLowerCase(Locale.ROOT)
                        + ":"
                        + asIn(row, m.from().text())
                        + "->"
                        + asIn(row, m.to().text()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> all = new LinkedHashSet<>(row.movements());
    all.addAll(said);
    for (String each : all) {
      compare(
          "movement",
          row,
          row.movements().contains(each) ? each : NONE,
          said.contains(each) ? each : NONE);
    }
  }

  /** Returns the gold's words for a movement's end, which may have an article more. */
  private static String asIn(Row row, String end) {
    for (String place : row.places()) {
      if (isSameButForArticle(end, place)) {
        return place;
      }
    }
    return end;
  }

  private void claims(List<Claim> claims, Row row) {
    List<String> denials = new ArrayList<>();
    for (Claim claim : claims) {
      String by = claim.deniedBy();
      if (by != null) {
        denials.add(by);
      }
    }
    compareWords("claim by", row, row.claimBy(), claims.isEmpty() ? NONE : claims.get(0).by());
    compareWords("denied by", row, row.deniedBy(), denials.isEmpty() ? NONE : denials.get(0));
  }

  private void compareWords(String what, Row row, String wanted, String said) {
    compare(what, row, wanted, isSameButForArticle(said, wanted) ? wanted : said);
  }

  /** The article is a matter of taste. */
  private static boolean isSameButForArticle(String said, String wanted) {
    return wanted.equals(said)
        || !said.equals(NONE)
            && (wanted.endsWith(" " + said)
                || said.endsWith(" " + wanted)
                || wanted.endsWith("'" + said));
  }

  private void compare(String what, Row row, String wanted, String said) {
    compare(what, row, "", wanted, said);
  }

  private void compare(String what, Row row, String where, String wanted, String said) {
    boolean right = wanted.equals(said);
    count(what).add(right && !said.equals(NONE), !said.equals(NONE), !wanted.equals(NONE));
    if (!right) {
      errors.accept(String.join("\t", row.passage(), what, where + wanted, said, row.text()));
    }
  }
}
