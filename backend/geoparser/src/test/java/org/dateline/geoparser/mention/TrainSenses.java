package org.dateline.geoparser.mention;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Span;
import org.dateline.geoparser.training.AnnotatedText;

/**
 * Learns from the training texts what tells a metonym from a place, and writes {@code senses.tsv}.
 *
 * <pre>
 * mvn -q -pl backend/geoparser -am test-compile exec:exec@train-senses
 * </pre>
 *
 * Logistic regression; every fifth text is held back and its figures are printed.
 */
public final class TrainSenses {

  private static final int EPOCHS = 40;
  private static final double RATE = 0.2;
  private static final double DECAY = 2e-3;

  /** Where weights are drawn to: the rules are right until the texts say otherwise. */
  private static final Map<String, Double> PRIOR = Map.of("RULE", 3.0, "BIAS", -1.5);

  /** A weight nearer to none than this is left out. */
  private static final double LEAST = 0.02;

  private record Example(List<String> names, boolean metonym, boolean heldBack, String language) {}

  private TrainSenses() {}

  /** Trains and writes the weights; see the class comment. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path module = Path.of(System.getProperty("module", "."));
    List<Example> examples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(module.resolve("src/training/corpus"))) {
      int number = 0;
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        for (AnnotatedText text : AnnotatedText.read(file)) {
          add(text, ++number % 5 == 0, examples);
        }
      }
    }
    Map<String, Double> honest = train(examples.stream().filter(e -> !e.heldBack()).toList());
    for (String language : List.of("en", "fr", "es", "pt", "de", "nl", "ar")) {
      report(
          language,
          examples.stream().filter(e -> e.heldBack() && e.language().equals(language)).toList(),
          honest,
          out);
    }
    write(
        train(examples),
        module.resolve("src/main/resources/org/dateline/geoparser/mention/senses.tsv"));
  }

  private static void add(AnnotatedText text, boolean heldBack, List<Example> examples) {
    String language = text.id().substring(0, 2);
    NameFinder finder = new NameFinder(TestGeodata.GEODATA.gazetteer());
    Document document = Document.of(text.text(), language, finder::startsName);
    Senses senses = new Senses(document);
    for (NameMatch match : finder.find(document)) {
      Span span = match.span(document);
      for (AnnotatedText.Name name : text.names()) {
        boolean sense = name.kind() == MentionKind.LITERAL || name.kind() == MentionKind.METONYMIC;
        if (sense && !name.doubtful() && name.span().equals(span) && !match.has(NameKind.METONYM)) {
          examples.add(
              new Example(
                  SenseModel.names(senses.features(match)),
                  name.kind() == MentionKind.METONYMIC,
                  heldBack,
                  language));
        }
      }
    }
  }

  private static Map<String, Double> train(List<Example> examples) {
    Map<String, Double> weights = new HashMap<>(PRIOR);
    Map<String, Double> squares = new HashMap<>();
    List<Example> shuffled = new ArrayList<>(examples);
    Random random = new Random(1);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(shuffled, random);
      for (Example example : shuffled) {
        double error = 1 / (1 + Math.exp(-score(example, weights))) - (example.metonym() ? 1 : 0);
        for (String name : example.names()) {
          double weight = weights.getOrDefault(name, 0.0);
          double gradient =
              error + DECAY * (weight - PRIOR.getOrDefault(name, 0.0)) * examples.size() / 100;
          double square = squares.merge(name, gradient * gradient, Double::sum);
          weights.put(name, weight - RATE * gradient / Math.sqrt(square + 1e-8));
        }
      }
    }
    return weights;
  }

  private static double score(Example example, Map<String, Double> weights) {
    double sum = 0;
    for (String name : example.names()) {
      sum += weights.getOrDefault(name, 0.0);
    }
    return sum;
  }

  private static void report(
      String language, List<Example> examples, Map<String, Double> weights, PrintStream out) {
    int found = 0;
    int right = 0;
    int metonyms = 0;
    for (Example example : examples) {
      boolean told = score(example, weights) > 0;
      found += told ? 1 : 0;
      right += told && example.metonym() ? 1 : 0;
      metonyms += example.metonym() ? 1 : 0;
    }
    out.printf(
        Locale.ROOT,
        "%s, held back: %d names, %d metonyms, precision %.3f, recall %.3f%n",
        language,
        examples.size(),
        metonyms,
        (double) right / Math.max(1, found),
        (double) right / Math.max(1, metonyms));
  }

  private static void write(Map<String, Double> weights, Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append(
        "# Weights of what tells a metonym from a place, see SenseModel. Learned by TrainSenses from src/training.\n");
    new TreeMap<>(weights)
        .forEach(
            (name, weight) -> {
              if (Math.abs(weight) >= LEAST) {
                lines
                    .append(name)
                    .append('\t')
                    .append(String.format(Locale.ROOT, "%.3f", weight))
                    .append('\n');
              }
            });
    Files.writeString(file, lines);
  }
}
