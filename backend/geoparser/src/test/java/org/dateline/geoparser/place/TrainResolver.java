package org.dateline.geoparser.place;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.LinearModel;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.mention.NameFinder;
import org.dateline.geoparser.mention.NameMatch;
import org.dateline.geoparser.mention.Recognised;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Span;
import org.dateline.geoparser.training.AnnotatedText;
import org.dateline.geoparser.training.GoldReferents;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of the resolver's evidence and writes {@code resolution.tsv}.
 *
 * <pre>
 * mvn -q -pl backend/geoparser -am test-compile exec:exec@train-resolver
 * </pre>
 *
 * For each name of the project's own texts whose place was told by a person ({@code
 * src/training/referents.tsv}), that place competes with all others that bear the name: a
 * conditional logit model, drawn towards the weights set by hand in {@code resolution-prior.tsv} so
 * that what the texts do not show keeps a sensible weight. What a text's other names were taken for
 * is evidence itself, so ranking and learning take turns.
 */
public final class TrainResolver {

  /** In the table of referents: a place that the gazetteer does not have. */
  private static final String UNLISTED = "-";

  private static final int TURNS = 4;
  private static final int EPOCHS = 40;
  private static final double RATE = 0.1;
  private static final int FOLDS = 5;

  /** How hard weights are drawn to those set by hand, as a number of examples. */
  private static final double PRIOR = 20;

  /** Texts read again with a hint of the caller's count for less. */
  private static final double HINTED = 0.25;

  /** One name: what speaks for each of its candidates, and which of them is meant. */
  private record Example(double[][] candidates, int right, double weight) {}

  /** A text with its names as annotated, and what its caller may have told. */
  private record Reading(
      AnnotatedText text,
      Document document,
      List<Recognised> names,
      List<@Nullable String> ids,
      GeoparseOptions options,
      double weight) {}

  private TrainResolver() {}

  /** Trains and writes the weights; see the class comment. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Gazetteer gazetteer = TestGeodata.GEODATA.gazetteer();
    GoldReferents gold = GoldReferents.read(Path.of("src/training/referents.tsv"));
    NameFinder finder = new NameFinder(gazetteer);
    List<Reading> readings = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/training/corpus"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        for (AnnotatedText text : AnnotatedText.read(file)) {
          addReadings(text, gold, finder, gazetteer, readings);
        }
      }
    }
    double[] prior = prior();
    out.printf("%d readings of annotated texts%n", readings.size());
    crossValidate(readings, gazetteer, prior, out);
    double[] weights = learn(readings, gazetteer, prior);
    out.printf(
        Locale.ROOT,
        "on the texts learned from: by hand %.4f, learned %.4f%n",
        accuracy(examples(readings, gazetteer, prior), prior),
        accuracy(examples(readings, gazetteer, weights), weights));
    write(weights);
  }

  private static void addReadings(
      AnnotatedText text,
      GoldReferents gold,
      NameFinder finder,
      Gazetteer gazetteer,
      List<Reading> readings) {
    Document document = Document.of(text.text(), text.id().substring(0, 2));
    List<NameMatch> matches = finder.find(document);
    List<Recognised> names = new ArrayList<>();
    List<@Nullable String> ids = new ArrayList<>();
    for (AnnotatedText.Name name : text.names()) {
      for (NameMatch match : matches) {
        Span whole = document.span(match.first(), match.end());
        Span span = new Span(whole.start(), whole.end() - match.trimmed());
        boolean nested =
            text.names().stream()
                .anyMatch(n -> n.span().contains(span) && n.span().length() > span.length());
        if (span.equals(name.span()) && !nested) {
          names.add(new Recognised(match, name.kind(), 1));
          ids.add(gold.idOf(text, name));
          break;
        }
      }
    }
    readings.add(new Reading(text, document, names, ids, GeoparseOptions.NONE, 1));
    String country = mainCountry(ids, gazetteer);
    if (country != null) {
      GeoparseOptions hint = new GeoparseOptions(null, null, null, List.of(country), null);
      readings.add(new Reading(text, document, names, ids, hint, HINTED));
    }
    String home = home(ids, gazetteer);
    if (home != null) {
      GeoparseOptions hint = new GeoparseOptions(null, home + " Herald", null, List.of(), null);
      readings.add(new Reading(text, document, names, ids, hint, HINTED));
    }
  }

  /** Returns the country in which most of a text's places lie, null where it names none. */
  private static @Nullable String mainCountry(List<@Nullable String> ids, Gazetteer gazetteer) {
    Map<String, Integer> counts = new HashMap<>();
    for (String id : ids) {
      if (id != null) {
        gazetteer
            .byId(id)
            .filter(place -> !place.country().isEmpty())
            .ifPresent(place -> counts.merge(place.country(), 1, Integer::sum));
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Returns the first town of a text that an outlet could bear in its name. */
  private static @Nullable String home(List<@Nullable String> ids, Gazetteer gazetteer) {
    for (String id : ids) {
      Place place = id == null ? null : gazetteer.byId(id).orElse(null);
      if (place != null && place.isPopulated() && place.population() > 50_000) {
        return place.name();
      }
    }
    return null;
  }

  private static List<Example> examples(
      List<Reading> readings, Gazetteer gazetteer, double[] weights) {
    RankingResolver resolver = new RankingResolver(gazetteer, LinearModel.of(weights));
    List<Example> examples = new ArrayList<>();
    for (Reading reading : readings) {
      List<RankingResolver.Ranking> ranked =
          resolver.rank(reading.document(), reading.names(), reading.options());
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < ranked.size(); i++) {
        String id = reading.ids().get(i);
        List<RankingResolver.Ranked> candidates = ranked.get(i).candidates();
        int right = UNLISTED.equals(id) ? candidates.size() : -1;
        for (int k = 0; k < candidates.size(); k++) {
          if (candidates.get(k).candidate().place().id().equals(id)) {
            right = k;
          }
        }
        boolean people = reading.names().get(i).kind() == MentionKind.DEMONYM;
        if (right >= 0 && !candidates.isEmpty() && !people) {
          double[][] values =
              Stream.concat(
                      candidates.stream().map(RankingResolver.Ranked::evidence),
                      Stream.of(ranked.get(i).unlisted()))
                  .toArray(double[][]::new);
          // A name that a text repeats in the same surroundings tells nothing new.
          boolean isNew = seen.add(Arrays.deepToString(values));
          if (isNew) {
            examples.add(new Example(values, right, reading.weight()));
          }
        }
      }
    }
    return examples;
  }

  private static double[] learn(List<Reading> readings, Gazetteer gazetteer, double[] prior) {
    double[] weights = prior;
    for (int turn = 0; turn < TURNS; turn++) {
      weights = train(examples(readings, gazetteer, weights), prior);
    }
    return weights;
  }

  private static double[] train(List<Example> examples, double[] prior) {
    double[] weights = prior.clone();
    double[] squares = new double[weights.length];
    List<Example> shuffled = new ArrayList<>(examples);
    Random random = new Random(1);
    double pull = PRIOR / examples.size();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(shuffled, random);
      for (Example example : shuffled) {
        double[] shares = shares(example, weights);
        double[] gradient = new double[weights.length];
        for (int c = 0; c < shares.length; c++) {
          double error = example.weight() * (shares[c] - (c == example.right() ? 1 : 0));
          for (int k = 0; k < weights.length; k++) {
            gradient[k] += error * example.candidates()[c][k];
          }
        }
        for (int k = 0; k < weights.length; k++) {
          double g = gradient[k] + pull * (weights[k] - prior[k]);
          if (g != 0) {
            squares[k] += g * g;
            weights[k] -= RATE * g / Math.sqrt(squares[k] + 1e-8);
          }
        }
      }
    }
    return weights;
  }

  private static double[] shares(Example example, double[] weights) {
    double[] shares = new double[example.candidates().length];
    double max = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < shares.length; c++) {
      for (int k = 0; k < weights.length; k++) {
        shares[c] += weights[k] * example.candidates()[c][k];
      }
      max = Math.max(max, shares[c]);
    }
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = Math.exp(shares[c] - max);
      sum += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return shares;
  }

  /** Returns the share of ambiguous names for which the right place ranks first. */
  private static double accuracy(List<Example> examples, double[] weights) {
    double right = 0;
    double all = 0;
    for (Example example : examples) {
      double[] shares = shares(example, weights);
      int best = 0;
      for (int c = 1; c < shares.length; c++) {
        best = shares[c] > shares[best] ? c : best;
      }
      right += best == example.right() ? example.weight() : 0;
      all += example.weight();
    }
    return right / all;
  }

  private static void crossValidate(
      List<Reading> readings, Gazetteer gazetteer, double[] prior, PrintStream out) {
    double byHand = 0;
    double learned = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Reading> seen = new ArrayList<>();
      List<Reading> unseen = new ArrayList<>();
      for (Reading reading : readings) {
        (Math.floorMod(reading.text().id().hashCode(), FOLDS) == fold ? unseen : seen).add(reading);
      }
      double[] weights = learn(seen, gazetteer, prior);
      byHand += accuracy(examples(unseen, gazetteer, prior), prior) / FOLDS;
      learned += accuracy(examples(unseen, gazetteer, weights), weights) / FOLDS;
    }
    out.printf(
        Locale.ROOT,
        "ambiguous names of texts not learned from (%d folds): by hand %.4f, learned %.4f%n",
        FOLDS,
        byHand,
        learned);
  }

  private static double[] prior() throws IOException {
    double[] prior = new double[Evidence.values().length];
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/training/resolution-prior.tsv"))) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        prior[Evidence.valueOf(fields[0]).ordinal()] = Double.parseDouble(fields[1]);
      }
    }
    return prior;
  }

  private static void write(double[] weights) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append(
        "# Weights of the resolver's evidence, see Evidence. The place with the largest sum is chosen.\n");
    lines.append("# Learned by TrainResolver from src/training; its comment has the command.\n");
    for (Evidence evidence : Evidence.values()) {
      lines
          .append(evidence)
          .append('\t')
          .append(String.format(Locale.ROOT, "%.3f", weights[evidence.ordinal()]))
          .append('\n');
    }
    Files.writeString(
        Path.of("src/main/resources/org/dateline/geoparser/place/resolution.tsv"), lines);
  }
}
