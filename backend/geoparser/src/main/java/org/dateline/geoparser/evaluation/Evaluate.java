package org.dateline.geoparser.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geoparser.FlatMentions;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;

/**
 * Scores the geoparser: {@code evaluate [--errors] [--demonyms=on|off] PATH...}, where a path is a
 * corpus of JSON lines, a table {@code X.gold.tsv} with {@code X.txt} beside it, or a folder of
 * these.
 */
public final class Evaluate {

  private Evaluate() {}

  /** Runs the evaluation; exit code 2 when a path is absent. */
  public static void main(String[] args) throws IOException {
    System.exit(run(List.of(args), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  /** Runs the evaluation and returns the exit code. */
  public static int run(List<String> args, PrintStream out) throws IOException {
    boolean errors = args.contains("--errors");
    boolean noDemonyms = args.contains("--demonyms=off");
    List<Path> paths = args.stream().filter(a -> !a.startsWith("--")).map(Path::of).toList();
    if (paths.isEmpty()) {
      out.println("usage: evaluate [--errors] [--demonyms=on|off] PATH...");
      return 2;
    }
    Geoparser geoparser = new OfflineGeoparser(EmbeddedGeodata.open(EmbeddedGeodata.userCache()));
    for (Path path : paths) {
      if (!Files.exists(path)) {
        out.println(path + " is absent: nothing was scored there");
        return 2;
      }
      for (Path corpus : corpora(path)) {
        evaluate(corpus, geoparser, noDemonyms, errors, out);
      }
    }
    return 0;
  }

  private static List<Path> corpora(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(f -> f.toString().endsWith(".jsonl") || f.toString().endsWith(".gold.tsv"))
          .sorted()
          .toList();
    }
  }

  private static void evaluate(
      Path corpus, Geoparser geoparser, boolean noDemonyms, boolean errors, PrintStream out)
      throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    String name = corpus.getFileName().toString();
    if (name.endsWith(".gold.tsv")) {
      Path text = corpus.resolveSibling(name.replace(".gold.tsv", ".txt"));
      if (!Files.exists(text)) {
        out.println(name + " needs its text beside it: " + text);
        return;
      }
      documents.add(GoldDocument.readTable(text, corpus));
    } else {
      documents.addAll(GoldDocument.readJsonLines(corpus));
    }
    boolean demonyms = !noDemonyms && !name.startsWith("geovirus");
    Score score = new Score();
    long start = System.nanoTime();
    for (GoldDocument document : documents) {
      Geoparse geoparse = geoparser.parse(document.text(), GeoparseOptions.NONE);
      score.add(
          document,
          name.endsWith(".gold.tsv") ? geoparse.mentions() : FlatMentions.of(geoparse, demonyms));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ENGLISH,
        "%s: %d documents, %.0f docs/s, demonyms %s%n  %s%n",
        name,
        documents.size(),
        documents.size() / seconds,
        demonyms ? "on" : "off",
        score);
    if (errors) {
      score.errors().forEach(e -> out.println(e.sort() + "\t" + e.document() + "\t" + e.detail()));
    }
  }
}
