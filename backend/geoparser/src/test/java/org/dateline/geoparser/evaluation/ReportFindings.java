package org.dateline.geoparser.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Referent;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the map of a whole report shows with a table of what a careful reader expects there
 * (columns kind, place, to) and, where the table says so in a column "need", of what the reader
 * would let pass ("optional"): then what is shown and stands in no row is wrong.
 */
final class ReportFindings {

  private static final Pattern FACT = Pattern.compile("\"(language|date)\": \"([^\"]*)\"");

  /** One line of a table. */
  private record Row(String kind, String place, String to, boolean core) {}

  /** What was counted of one kind of finding. */
  private static final class Count {
    private int found;
    private int wanted;

    /** Wanted at places that the geoparser has placed at all. */
    private int tellable;

    private int shown;
    private int right;
  }

  private final Map<String, Count> counts = new TreeMap<>();
  private final Consumer<String> errors;
  private int reports;
  private boolean complete;

  /**
   * Makes counters that start at zero.
   *
   * @param errors is told of each difference
   */
  ReportFindings(Consumer<String> errors) {
    this.errors = errors;
  }

  /** Adds the reports of a folder whose tables end so. */
  ReportFindings addAll(Path folder, String tables) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.filter(f -> f.toString().endsWith(tables)).sorted().toList();
    }
    for (Path table : found) {
      String stem = table.toString().substring(0, table.toString().length() - tables.length());
      add(table, parse(Path.of(stem + ".txt"), Path.of(stem + ".json")));
    }
    return this;
  }

  int reports() {
    return reports;
  }

  /** Returns the share of what is expected that is there, of all kinds together. */
  double recall() {
    return Tally.share(sum(c -> c.found), sum(c -> c.wanted));
  }

  /** Returns the share of what is shown that a reader expects or lets pass. */
  double precision() {
    return Tally.share(sum(c -> c.right), sum(c -> c.shown));
  }

  /**
   * Returns a table of the counts; with precision only where the tables of the reports are full.
   */
  String table(String name) {
    StringBuilder table = new StringBuilder(name + ": findings of " + reports + " reports\n");
    counts.forEach(
        (kind, c) -> table.append(line(kind, c.found, c.wanted, c.right, c.shown)).append(told(c)));
    return table
        .append(
            line(
                "all", sum(c -> c.found), sum(c -> c.wanted), sum(c -> c.right), sum(c -> c.shown)))
        .append('\n')
        .toString();
  }

  private String line(String kind, int found, int wanted, int right, int shown) {
    String recall =
        String.format(
            Locale.ROOT, "  %-13s R %.3f of %d", kind, Tally.share(found, wanted), wanted);
    return complete
        ? recall + String.format(Locale.ROOT, ", P %.3f of %d", Tally.share(right, shown), shown)
        : recall;
  }

  private static String told(Count c) {
    return String.format(
        Locale.ROOT,
        ", R %.3f of the %d whose places are told%n",
        Tally.share(c.found, c.tellable),
        c.tellable);
  }

  private int sum(java.util.function.ToIntFunction<Count> part) {
    return counts.values().stream().mapToInt(part).sum();
  }

  private static Geoparse parse(Path text, Path facts) throws IOException {
    Map<String, String> known = new TreeMap<>();
    if (Files.exists(facts)) {
      Matcher matcher = FACT.matcher(Files.readString(facts));
      while (matcher.find()) {
        known.put(matcher.group(1), matcher.group(2));
      }
    }
    return TestGeodata.GEOPARSER.parse(
        Files.readString(text),
        new GeoparseOptions(known.get("language"), null, known.get("date"), List.of(), null));
  }

  private void add(Path table, Geoparse parse) throws IOException {
    reports++;
    List<String> lines = Files.readAllLines(table);
    int need = List.of(lines.get(0).split("\t", -1)).indexOf("need");
    complete |= need >= 0;
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] f = line.split("\t", -1);
      rows.add(new Row(f[0], f[1], f[2], need < 0 || f[need].equals("core")));
    }
    for (Row row : rows) {
      if (row.core()) {
        expect(table, parse, row);
      }
    }
    shown(parse).forEach(each -> judge(table, parse, rows, each));
  }

  private void expect(Path table, Geoparse parse, Row row) {
    Count count = counts.computeIfAbsent(row.kind(), kind -> new Count());
    boolean there = shown(parse).anyMatch(each -> each.answers(parse, row));
    boolean told =
        isPlaced(parse, row.place()) && (row.to().isEmpty() || isPlaced(parse, row.to()));
    count.wanted++;
    count.found += there ? 1 : 0;
    count.tellable += told ? 1 : 0;
    if (!there) {
      errors.accept(table.getFileName() + "\tmissed" + (told ? "" : " (no place)") + "\t" + row);
    }
  }

  private void judge(Path table, Geoparse parse, List<Row> rows, Shown shown) {
    Count count = counts.computeIfAbsent(shown.kind(), kind -> new Count());
    boolean right = rows.stream().anyMatch(row -> shown.answers(parse, row));
    count.shown++;
    count.right += right ? 1 : 0;
    if (!right) {
      errors.accept(table.getFileName() + "\twrong\t" + shown.words());
    }
  }

  /** What the map shows: its kind, and where; for a movement also where to. */
  private record Shown(
      String kind, List<Referent> place, @Nullable Referent to, List<String> texts, String words) {

    boolean answers(Geoparse parse, Row row) {
      return kind.equals(row.kind())
          && (texts.stream().anyMatch(row.place()::equalsIgnoreCase)
              || namesOf(parse, place.get(0)).anyMatch(row.place()::equalsIgnoreCase))
          && (row.to().isEmpty() || namesOf(parse, to).anyMatch(row.to()::equalsIgnoreCase));
    }
  }

  private static Stream<Shown> shown(Geoparse parse) {
    Stream<Shown> places =
        parse.places().stream()
            .filter(found -> found.layer() != Layer.CONTEXT && found.layer() != Layer.METONYMS)
            .map(
                found ->
                    new Shown(
                        found.layer().name().toLowerCase(Locale.ROOT),
                        List.of(found.referent()),
                        null,
                        found.mentions().stream().map(Mention::text).toList(),
                        found.layer()
                            + " "
                            + found.evidence().text()
                            + " because of "
                            + found.cue()
                            + ": "
                            + found.evidence().sentence().of(parse.text())));
    Stream<Shown> movements =
        parse.movements().stream()
            .map(
                m ->
                    new Shown(
                        "movement",
                        Stream.ofNullable(m.from().referent()).toList(),
                        m.to().referent(),
                        List.of(),
                        m.type()
                            + " "
                            + m.from().text()
                            + " to "
                            + m.to().text()
                            + " because of "
                            + m.cue()
                            + ": "
                            + m.sentence().of(parse.text())));
    Stream<Shown> claims =
        parse.claims().stream()
            .map(
                c ->
                    new Shown(
                        "claim",
                        List.of(c.about()),
                        null,
                        List.of(),
                        "claim of "
                            + c.by()
                            + " on "
                            + c.about().name()
                            + ": "
                            + c.sentence().of(parse.text())));
    return Stream.of(places, movements, claims).flatMap(each -> each);
  }

  private static boolean isPlaced(Geoparse parse, String words) {
    return parse.mentions().stream()
        .anyMatch(m -> m.referent() != null && m.text().equalsIgnoreCase(words));
  }

  /** The names that a report has for a place. */
  private static Stream<String> namesOf(Geoparse parse, @Nullable Referent referent) {
    return referent == null
        ? Stream.of()
        : parse.mentions().stream()
            .filter(m -> m.referent() != null && m.referent().id().equals(referent.id()))
            .map(Mention::text);
  }
}
