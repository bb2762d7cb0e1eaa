package org.dateline.geoparser.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A linear model over single features and pairs of them; {@code senses.tsv} has a name such as
 * "COUNTRY+LEFT:SENTENCE_START" and its weight on each line. Above 0 a name is a metonym.
 */
final class SenseModel {

  private final Map<String, Double> weights = new HashMap<>();

  static SenseModel read() {
    SenseModel model = new SenseModel();
    try (InputStream in =
            Objects.requireNonNull(SenseModel.class.getResourceAsStream("senses.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int tab = line.indexOf('\t');
          model.weights.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return model;
  }

  /** Returns the names of what holds, for the model and for learning it. */
  static List<String> names(SenseFeatures f) {
    List<String> names = new ArrayList<>(8);
    String left = "LEFT:" + f.left();
    String right = "RIGHT:" + f.right();
    names.add("BIAS");
    names.add(f.sort().name());
    names.add(left);
    names.add(right);
    names.add(f.sort() + "+" + left);
    names.add(f.sort() + "+" + right);
    names.add(left + "+" + right);
    if (f.rule()) {
      names.add("RULE");
      names.add("RULE+" + f.sort());
    }
    return names;
  }

  double score(SenseFeatures features) {
    double sum = 0;
    for (String name : names(features)) {
      sum += weights.getOrDefault(name, 0.0);
    }
    return sum;
  }
}
