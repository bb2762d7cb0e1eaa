package org.dateline.geoparser.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.tier.GazetteerTiers;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.jspecify.annotations.Nullable;

/**
 * Prints how well the geoparser does on annotated texts.
 *
 * <pre>
 * mvn -q -pl backend/geoparser -am process-classes exec:exec@evaluate -Dcorpora="--errors=errors.tsv corpus.jsonl"
 * </pre>
 *
 * Arguments are corpora (JSON lines, a {@code .gold.tsv}, or a folder of those); {@code
 * --demonyms=off} leaves demonyms out, {@code --texts=FOLDER} says where the texts of gold tables
 * lie, {@code --errors=FILE} writes each false pin, miss and wrong referent with its sentence,
 * {@code --training=FOLDER} names training texts and tells apart the names that they lack, {@code
 * --gazetteer=FOLDER} adds imported tiers, as in the folder {@code gazetteer} of a home, {@code
 * --findings=FILE} scores what is said of places against a table of passages, {@code --baseline}
 * measures the most populous place of each capitalised name instead.
 */
public final class Evaluate {

  private static final String GAZETTEER = "--gazetteer=";

  private Evaluate() {}

  /** Runs the command; see the class comment. */
  public static void main(String[] args) throws IOException {
    Geodata geodata = geodata(args);
    boolean baseline = List.of(args).contains("--baseline");
    run(
        baseline ? MostPopulous.ofEveryName(geodata.gazetteer()) : new OfflineGeoparser(geodata),
        geodata.gazetteer(),
        args);
  }

  /** Opens the embedded geodata with the imported tiers that an argument names. */
  static Geodata geodata(String[] args) {
    Geodata embedded = EmbeddedGeodata.open(EmbeddedGeodata.userCache());
    return Arrays.stream(args)
        .filter(arg -> arg.startsWith(GAZETTEER))
        .map(arg -> Path.of(arg.substring(GAZETTEER.length())))
        .map(tiers -> GazetteerTiers.open(tiers, embedded.gazetteer()).gazetteer())
        .map(gazetteer -> new Geodata(gazetteer, embedded.boundaries()))
        .findFirst()
        .orElse(embedded);
  }

  /**
   * Measures a geoparser.
   *
   * @param gazetteer tells which names are new to it
   * @param args as in the class comment
   */
  static void run(Geoparser geoparser, Gazetteer gazetteer, String... args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean demonyms = true;
    Path texts = null;
    Path errors = null;
    Novelty novelty = Novelty.of(gazetteer);
    List<Path> corpora = new ArrayList<>();
    List<Path> passages = new ArrayList<>();
    for (String arg : args) {
      if (arg.equals("--demonyms=off")) {
        demonyms = false;
      } else if (arg.startsWith("--findings=")) {
        passages.add(Path.of(arg.substring(11)));
      } else if (arg.startsWith("--texts=")) {
        texts = Path.of(arg.substring(8));
      } else if (arg.startsWith("--errors=")) {
        errors = Path.of(arg.substring(9));
      } else if (arg.startsWith("--training=")) {
        novelty = Novelty.of(gazetteer, Path.of(arg.substring(11)));
      } else if (arg.startsWith("--") && !arg.equals("--baseline") && !arg.startsWith(GAZETTEER)) {
        out.println(arg + ": there is no such option; see the comment of this class.");
        return;
      } else if (!arg.startsWith("--")) {
        corpora.add(Path.of(arg));
      }
    }
    if (corpora.isEmpty() && passages.isEmpty()) {
      out.println(
          "Give the path of a corpus: JSON lines, a .gold.tsv, or a folder of those;"
              + " or --findings=FILE.");
      return;
    }
    try (PrintWriter writer =
        errors == null ? null : new PrintWriter(Files.newBufferedWriter(errors))) {
      for (Path gold : passages) {
        FindingsScorer scorer = new FindingsScorer(geoparser, sink(writer));
        out.print(scorer.score(gold).table(gold.getFileName().toString()));
      }
      for (Path corpus : corpora) {
        if (!Files.exists(corpus)) {
          out.println(corpus + ": there is no such file; nothing was measured on it.");
          continue;
        }
        List<GoldText> gold = Corpus.read(corpus, texts);
        boolean kinds =
            gold.stream().flatMap(text -> text.gold().stream()).anyMatch(g -> g.kind() != null);
        // The first pass warms the machine up, so that the second tells the speed.
        new Scorer(geoparser, demonyms, kinds, novelty, line -> {}).score(gold);
        Tally tally = new Scorer(geoparser, demonyms, kinds, novelty, sink(writer)).score(gold);
        out.print(tally.table(corpus.getFileName().toString()));
      }
    }
  }

  private static Consumer<String> sink(@Nullable PrintWriter writer) {
    return line -> {
      if (writer != null) {
        writer.println(line);
      }
    };
  }
}
