package org.dateline.geoparser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.finding.Claim;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.finding.Movement;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.mention.Mention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scores layers, events, movements, dates and claims against the gold of sentences. */
class FindingsGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/findings/sentences.tsv");
  private static final String NONE = "-";

  /** Right, found and wanted. */
  private static final class Count {
    int right;
    int found;
    int wanted;

    void add(boolean isRight, boolean isFound, boolean isWanted) {
      right += isRight ? 1 : 0;
      found += isFound ? 1 : 0;
      wanted += isWanted ? 1 : 0;
    }

    double f1() {
      return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
    }
  }

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Map<String, Integer> confusion = new TreeMap<>();

  private Count count(String what) {
    return counts.computeIfAbsent(what, k -> new Count());
  }

  @Test
  void sentencesAreReadAsWellAsBefore() throws IOException {
    Map<String, List<String[]>> passages = new LinkedHashMap<>();
    for (String line : Files.readAllLines(GOLD)) {
      String[] f = line.split("\t", -1);
      if (!f[0].equals("id")) {
        passages.computeIfAbsent(f[0], k -> new ArrayList<>()).add(f);
      }
    }
    passages.values().forEach(this::passage);
    StringBuilder table = new StringBuilder("findings of " + passages.size() + " passages\n");
    counts.forEach(
        (what, c) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "  %-22s P %.3f  R %.3f  F1 %.3f  (%d wanted)%n",
                    what,
                    Tally.share(c.right, c.found),
                    Tally.share(c.right, c.wanted),
                    c.f1(),
                    c.wanted)));
    if (Boolean.getBoolean("confusion")) {
      confusion.forEach(
          (pair, n) -> table.append("  ").append(pair).append(' ').append(n).append('\n'));
    }
    System.out.print(table);
    assertThat(count("layer").f1()).isGreaterThan(0.5);
    assertThat(count("movement").f1()).isGreaterThan(0.3);
  }

  private void passage(List<String[]> rows) {
    String[] first = rows.get(0);
    Geoparse parse =
        TestGeodata.GEOPARSER.parse(
            first[2], new GeoparseOptions(first[1], null, null, List.of(), null));
    for (String[] row : rows) {
      for (String place : row[3].split("; ", -1)) {
        place(parse, place, row);
      }
    }
    movements(parse, first[7]);
    String date = parse.date() == null ? NONE : parse.date().edtf();
    count("date")
        .add(
            date.equals(first[8]) && !date.equals(NONE),
            !date.equals(NONE),
            !first[8].equals(NONE));
    claims(parse.claims(), first[10], first[11]);
  }

  private void place(Geoparse parse, String words, String[] row) {
    if (row[4].equals(NONE)) {
      return;
    }
    PlaceFinding finding = finding(parse, words);
    boolean found = finding != null;
    String layer = finding == null ? "not found" : finding.layer().name().toLowerCase(Locale.ROOT);
    count("place found").add(found, found, true);
    boolean wanted = !row[4].equals("context");
    boolean said =
        finding != null && finding.layer() != Layer.CONTEXT && finding.layer() != Layer.METONYMS;
    count("layer").add(wanted && layer.equals(row[4]), said, wanted);
    if (found) {
      confusion.merge(row[4] + " read as " + layer, 1, Integer::sum);
    }
    String event = finding == null || finding.eventType() == null ? NONE : finding.eventType();
    String sub = finding == null || finding.subEventType() == null ? NONE : finding.subEventType();
    count("event type")
        .add(
            event.equals(row[5]) && !event.equals(NONE), !event.equals(NONE), !row[5].equals(NONE));
    String wantedSub = row[6];
    count("sub-event type")
        .add(
            sub.equals(wantedSub) && !sub.equals(NONE), !sub.equals(NONE), !wantedSub.equals(NONE));
  }

  private static @Nullable PlaceFinding finding(Geoparse parse, String words) {
    for (PlaceFinding finding : parse.places()) {
      for (Mention mention : finding.mentions()) {
        if (mention.text().equals(words)) {
          return finding;
        }
      }
    }
    return null;
  }

  private void movements(Geoparse parse, String gold) {
    Set<String> wanted = new HashSet<>();
    if (!gold.equals(NONE)) {
      wanted.addAll(List.of(gold.split("; ", -1)));
    }
    for (Movement movement : parse.movements()) {
      String said =
          movement.type().name().toLowerCase(Locale.ROOT)
              + ":"
              + movement.from().text()
              + "->"
              + movement.to().text();
      count("movement").add(wanted.remove(said), true, true);
      if (!gold.contains(said)) {
        count("movement").wanted--;
      }
    }
    wanted.forEach(each -> count("movement").add(false, false, true));
  }

  private void claims(List<Claim> claims, String by, String deniedBy) {
    String said = claims.isEmpty() ? NONE : claims.get(0).by();
    count("claim by").add(matches(said, by), !said.equals(NONE), !by.equals(NONE));
    String denied = NONE;
    for (Claim claim : claims) {
      String denier = claim.deniedBy();
      denied = denier == null ? denied : denier;
    }
    count("denied by").add(matches(denied, deniedBy), !denied.equals(NONE), !deniedBy.equals(NONE));
  }

  /** The article is a matter of taste. */
  private static boolean matches(String said, String gold) {
    return !gold.equals(NONE)
        && !said.equals(NONE)
        && (gold.equals(said)
            || gold.endsWith(" " + said)
            || said.endsWith(" " + gold)
            || gold.endsWith("'" + said));
  }
}
