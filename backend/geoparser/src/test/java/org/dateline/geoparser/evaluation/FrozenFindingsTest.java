package org.dateline.geoparser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Referent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Counts how much of what a careful reader expects on the map of the frozen reports is there. Their
 * tables list what matters most and not all, so that there is no precision; only totals are
 * printed.
 */
class FrozenFindingsTest {

  private static final Path REPORTS = Path.of("src/test/resources/frozen");
  private static final Pattern FACT = Pattern.compile("\"(language|date)\": \"([^\"]*)\"");

  /** Found, wanted, and wanted at places that the geoparser has placed at all; by kind. */
  private final Map<String, int[]> counts = new TreeMap<>();

  @Test
  void whatAReaderExpectsIsOnTheMapAboutAsOftenAsBefore() throws IOException {
    List<Path> tables;
    try (Stream<Path> files = Files.list(REPORTS)) {
      tables = files.filter(f -> f.toString().endsWith(".findings.tsv")).sorted().toList();
    }
    assertThat(tables).hasSizeGreaterThanOrEqualTo(30);
    for (Path table : tables) {
      String stem = table.toString().replace(".findings.tsv", "");
      Geoparse parse = parse(Path.of(stem + ".txt"), Path.of(stem + ".json"));
      for (String row : Files.readAllLines(table).stream().skip(1).toList()) {
        String[] f = row.split("\t", -1);
        int[] count = counts.computeIfAbsent(f[0], kind -> new int[3]);
        count[0] += isThere(parse, f[0], f[1], f[2]) ? 1 : 0;
        count[1]++;
        count[2] += isPlaced(parse, f[1]) && (f[2].isEmpty() || isPlaced(parse, f[2])) ? 1 : 0;
      }
    }
    int found = counts.values().stream().mapToInt(c -> c[0]).sum();
    int wanted = counts.values().stream().mapToInt(c -> c[1]).sum();
    System.out.println("frozen reports: findings expected by a reader");
    counts.forEach(
        (kind, c) ->
            System.out.printf(
                Locale.ROOT,
                "  %-13s R %.3f of %d, %.3f of the %d whose places are told%n",
                kind,
                Tally.share(c[0], c[1]),
                c[1],
                Tally.share(c[0], c[2]),
                c[2]));
    System.out.printf(
        Locale.ROOT, "  %-13s R %.3f of %d%n", "all", Tally.share(found, wanted), wanted);
    assertThat(Tally.share(found, wanted)).isGreaterThan(0.2);
  }

  private static Geoparse parse(Path text, Path facts) throws IOException {
    Map<String, String> known = new TreeMap<>();
    Matcher matcher = FACT.matcher(Files.readString(facts));
    while (matcher.find()) {
      known.put(matcher.group(1), matcher.group(2));
    }
    return TestGeodata.GEOPARSER.parse(
        Files.readString(text),
        new GeoparseOptions(known.get("language"), null, known.get("date"), List.of(), null));
  }

  private static boolean isThere(Geoparse parse, String kind, String place, String to) {
    return switch (kind) {
      case "movement" ->
          parse.movements().stream()
              .anyMatch(m -> means(parse, m.from(), place) && means(parse, m.to(), to));
      case "claim" ->
          parse.claims().stream()
              .anyMatch(claim -> namesOf(parse, claim.about()).anyMatch(place::equalsIgnoreCase));
      default ->
          parse.places().stream()
              .filter(found -> found.layer().name().equalsIgnoreCase(kind))
              .anyMatch(found -> found.mentions().stream().anyMatch(m -> means(parse, m, place)));
    };
  }

  private static boolean isPlaced(Geoparse parse, String words) {
    return parse.mentions().stream()
        .anyMatch(m -> m.referent() != null && m.text().equalsIgnoreCase(words));
  }

  private static boolean means(Geoparse parse, Mention mention, String words) {
    return mention.text().equalsIgnoreCase(words)
        || namesOf(parse, mention.referent()).anyMatch(words::equalsIgnoreCase);
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
