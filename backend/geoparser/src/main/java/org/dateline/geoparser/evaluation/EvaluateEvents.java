package org.dateline.geoparser.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Distance;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.jspecify.annotations.Nullable;

/**
 * Measures how many events of a UCDP GED file a geoparser places within 10 km of the coder's point,
 * when it reads of each in one sentence.
 *
 * <pre>
 * mvn -q -pl backend/geoparser -am process-classes exec:exec@evaluate-events \
 *     -Devents="GEDEvent.csv GED_CAR.geojson.gz"
 * </pre>
 *
 * <p>The answer for an event is the first place told in the words for the place itself; where there
 * is none, the smallest unit told behind them. Options: {@code --phrasing=NAMES} (see {@link
 * Phrasing}; all by default), {@code --gazetteer=FOLDER} with imported tiers, as for {@link
 * Evaluate}, {@code --errors=FILE} for the events that were not placed right.
 */
public final class EvaluateEvents {

  private static final double RIGHT_METRES = 10_000;
  private static final double NEAR_METRES = 25_000;

  private EvaluateEvents() {}

  /** Runs the command; see the class comment. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Geodata geodata = Evaluate.geodata(args);
    Geoparser geoparser = new OfflineGeoparser(geodata);
    List<Phrasing> phrasings = List.of(Phrasing.values());
    List<Path> files = new ArrayList<>();
    Path errors = null;
    for (String arg : args) {
      if (arg.startsWith("--phrasing=")) {
        phrasings = Phrasing.named(arg.substring(11));
      } else if (arg.startsWith("--errors=")) {
        errors = Path.of(arg.substring(9));
      } else if (!arg.startsWith("--")) {
        files.add(Path.of(arg));
      }
    }
    if (files.isEmpty()) {
      out.println("Give the path of a UCDP GED file, GeoJSON or CSV, plain or gzipped.");
      return;
    }
    try (PrintWriter listing =
        errors == null ? null : new PrintWriter(Files.newBufferedWriter(errors))) {
      for (Path file : files) {
        if (!Files.exists(file)) {
          out.println(file + ": there is no such file; nothing was measured on it.");
          continue;
        }
        List<ConflictEvent> events = ConflictEvent.read(file);
        out.println(file.getFileName() + ": " + events.size() + " events");
        for (Phrasing phrasing : phrasings) {
          out.println(score(geoparser, events, phrasing, listing));
        }
      }
    }
  }

  /** What became of the events of a kind. */
  private static final class Count {
    private int all;
    private int right;
    private int near;
    private int any;
    private int silent;
    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> rightPlaces = new LinkedHashSet<>();

    String line(String name) {
      return String.format(
          Locale.ROOT,
          "    %-16s %5d events: within 10 km %.3f, within 25 km %.3f, any place told within 10 km"
              + " %.3f, none told %.3f; of %d places %.3f",
          name,
          all,
          share(right, all),
          share(near, all),
          share(any, all),
          share(silent, all),
          places.size(),
          share(rightPlaces.size(), places.size()));
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }

  static String score(
      Geoparser geoparser,
      List<ConflictEvent> events,
      Phrasing phrasing,
      @Nullable PrintWriter errors) {
    Count exact = new Count();
    Count coarse = new Count();
    for (ConflictEvent event : events) {
      Phrasing.Told told = phrasing.tell(event);
      List<Mention> mentions = geoparser.parse(told.text(), GeoparseOptions.NONE).mentions();
      Referent answer = answer(mentions, told);
      Count count = event.precision() <= 3 ? exact : coarse;
      count.all++;
      count.places.add(event.coordinates());
      double metres = answer == null ? Double.POSITIVE_INFINITY : metres(event, answer);
      if (metres <= RIGHT_METRES) {
        count.right++;
        count.rightPlaces.add(event.coordinates());
      }
      count.near += metres <= NEAR_METRES ? 1 : 0;
      count.silent += answer == null ? 1 : 0;
      count.any +=
          mentions.stream()
                  .anyMatch(
                      m -> m.referent() != null && metres(event, m.referent()) <= RIGHT_METRES)
              ? 1
              : 0;
      if (errors != null && metres > RIGHT_METRES) {
        errors.println(error(event, told, mentions, answer, metres));
      }
    }
    return "  "
        + phrasing
        + "\n"
        + exact.line("precision 1 to 3")
        + "\n"
        + coarse.line("precision 4 to 6");
  }

  private static double metres(ConflictEvent event, Referent referent) {
    return Distance.metres(event.lon(), event.lat(), referent.lon(), referent.lat());
  }

  private static @Nullable Referent answer(List<Mention> mentions, Phrasing.Told told) {
    Referent unit = null;
    for (Mention mention : mentions) {
      Referent referent = mention.referent();
      if (referent == null || mention.kind() == MentionKind.DEMONYM) {
        continue;
      }
      boolean inside =
          mention.span().start() >= told.where().start()
              && mention.span().end() <= told.where().end();
      if (inside && referent.precision() != Precision.COUNTRY) {
        return referent;
      }
      // The units stand from the smallest to the country.
      unit = unit == null ? referent : unit;
    }
    return unit;
  }

  private static String error(
      ConflictEvent event,
      Phrasing.Told told,
      List<Mention> mentions,
      @Nullable Referent answer,
      double metres) {
    StringBuilder line = new StringBuilder();
    line.append(event.precision())
        .append('\t')
        .append(event.coordinates())
        .append('\t')
        .append(
            answer == null
                ? "nothing placed"
                : String.format(
                    Locale.ROOT, "%s (%s) %.0f km", answer.name(), answer.id(), metres / 1000))
        .append('\t')
        .append(told.text().replaceAll("\\s+", " "));
    for (Mention mention : mentions) {
      Referent referent = mention.referent();
      line.append(" | ").append(mention.text()).append(" = ");
      line.append(
          referent == null
              ? mention.notPlacedBecause()
              : referent.name() + ' ' + referent.featureCode() + ' ' + referent.countries());
    }
    return line.toString();
  }
}
