package org.dateline.geoparser.mention;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geoparser.TestGeodata;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Span;
import org.dateline.geoparser.training.AnnotatedText;

/**
 * Learns the weights of the recogniser's cues and writes {@code recognition.tsv}.
 *
 * <pre>
 * mvn -q -pl backend/geoparser -am test-compile exec:exec@train-recogniser -Dtagged="TAGGED.gz ..."
 * </pre>
 *
 * Logistic regression over the texts in {@code src/training}, and over token-tagged corpora given
 * as arguments (wikigold, WNUT17, UNER EWT, in this order), drawn towards the weights set by hand
 * in {@code recognition-prior.tsv} so that what the texts do not show keeps a sensible weight.
 */
public final class TrainRecogniser {

  private static final int EPOCHS = 60;
  private static final double RATE = 0.1;

  /** How hard weights are drawn to those set by hand, as a number of examples. */
  private static final double PRIOR = 30;

  /** Texts that are no news count for less. */
  private static final double TAGGED_WEIGHT = 0.1;

  /** "Sudan" in "South Sudan" is beaten by the longer name, whatever its own score. */
  private static final double NESTED_WEIGHT = 0.5;

  private record Example(double[] values, boolean place, double weight) {}

  private TrainRecogniser() {}

  /** Trains and writes the weights; see the class comment. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path module = Path.of(System.getProperty("module", "."));
    List<Example> examples = new ArrayList<>();
    NameFinder finder = new NameFinder(TestGeodata.GEODATA.gazetteer());
    LinearRecogniser recogniser = new LinearRecogniser();
    try (Stream<Path> files = Files.walk(module.resolve("src/training/corpus"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        for (AnnotatedText text : AnnotatedText.read(file)) {
          addAnnotated(finder, recogniser, text, examples);
        }
      }
    }
    out.println(examples.size() + " names from the project's own texts");
    for (String arg : args) {
      for (TaggedText text : TaggedText.read(Path.of(arg))) {
        addTagged(finder, recogniser, text, examples);
      }
      out.println(examples.size() + " names with " + arg);
    }
    double[] prior = readPrior();
    double[] weights = train(examples, prior);
    report(examples, weights, out);
    write(
        weights,
        module.resolve("src/main/resources/org/dateline/geoparser/mention/recognition.tsv"));
  }

  private static void addAnnotated(
      NameFinder finder, LinearRecogniser recogniser, AnnotatedText text, List<Example> examples) {
    Document document = Document.of(text.text(), text.id().substring(0, 2), finder::startsName);
    LinearRecogniser.Reading reading = recogniser.read(document, finder.find(document));
    for (int i = 0; i < reading.matches().size(); i++) {
      NameMatch match = reading.matches().get(i);
      Span span = match.span(document);
      AnnotatedText.Name name = null;
      boolean unsure = false;
      boolean within = false;
      for (AnnotatedText.Name each : text.names()) {
        if (each.span().equals(span)) {
          name = each;
        }
        boolean wider = span.contains(each.span()) && span.length() > each.span().length();
        within |=
            each.span().contains(span)
                && span.length() < each.span().length()
                && each.kind() != MentionKind.VAGUE;
        unsure |=
            each.doubtful() && each.span().overlaps(span)
                || wider && each.kind() != MentionKind.VAGUE;
      }
      if (name != null && !name.doubtful()) {
        boolean demonym = name.kind() == MentionKind.DEMONYM;
        if (demonym == match.has(NameKind.DEMONYM) || !demonym) {
          examples.add(new Example(reading.values()[i], true, 1));
        }
      } else if (!unsure) {
        examples.add(new Example(reading.values()[i], false, within ? NESTED_WEIGHT : 1));
      }
    }
  }

  private static void addTagged(
      NameFinder finder, LinearRecogniser recogniser, TaggedText text, List<Example> examples) {
    Document document = Document.of(text.text(), "en");
    LinearRecogniser.Reading reading = recogniser.read(document, finder.find(document));
    for (int i = 0; i < reading.matches().size(); i++) {
      NameMatch match = reading.matches().get(i);
      Span span = match.span(document);
      boolean place = text.locations().contains(span);
      boolean partly = text.locations().stream().anyMatch(s -> s.overlaps(span));
      boolean within = text.others().stream().anyMatch(s -> s.overlaps(span));
      boolean organisation = reading.values()[i][Cue.IN_ORGANISATION.ordinal()] > 0;
      boolean unmarked =
          match.has(NameKind.DEMONYM) || (within && (organisation || match.candidates().isEmpty()));
      if (place || (!partly && !unmarked)) {
        examples.add(new Example(reading.values()[i], place, TAGGED_WEIGHT));
      }
    }
  }

  private static double[] readPrior() throws IOException {
    double[] prior = new double[Cue.values().length];
    for (String line :
        Files.readAllLines(
            Path.of(
                System.getProperty("module", "."),
                "src/test/resources/training/recognition-prior.tsv"))) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        prior[Cue.valueOf(fields[0]).ordinal()] = Double.parseDouble(fields[1]);
      }
    }
    return prior;
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
        double error = probability(example.values(), weights) - (example.place() ? 1 : 0);
        for (int k = 0; k < weights.length; k++) {
          double gradient =
              example.weight() * error * example.values()[k] + pull * (weights[k] - prior[k]);
          if (gradient != 0) {
            squares[k] += gradient * gradient;
            weights[k] -= RATE * gradient / Math.sqrt(squares[k] + 1e-8);
          }
        }
      }
    }
    return weights;
  }

  private static double probability(double[] values, double[] weights) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += values[k] * weights[k];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static void report(List<Example> examples, double[] weights, PrintStream out) {
    int right = 0;
    int found = 0;
    int places = 0;
    for (Example example : examples) {
      boolean told = probability(example.values(), weights) > 0.5;
      right += told && example.place() ? 1 : 0;
      found += told ? 1 : 0;
      places += example.place() ? 1 : 0;
    }
    out.printf(
        Locale.ROOT,
        "on the training names: precision %.3f, recall %.3f%n",
        (double) right / found,
        (double) right / places);
  }

  private static void write(double[] weights, Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append(
        "# Weights of the recogniser's cues, see Cue. Above 0 in sum, a name is told to be a place's.\n");
    lines.append(
        "# Learned by TrainRecogniser from src/training, wikigold, WNUT17 and UNER EWT (credits in NOTICE); its comment has the command.\n");
    for (Cue cue : Cue.values()) {
      lines
          .append(cue)
          .append('\t')
          .append(String.format(Locale.ROOT, "%.3f", weights[cue.ordinal()]))
          .append('\n');
    }
    Files.writeString(file, lines);
  }
}
