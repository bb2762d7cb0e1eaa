package org.dateline.geoparser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Weights of named features. The resource has a feature's name and its weight on each line, parted
 * by a tab, so that it can be read, changed by hand or learned.
 */
public final class LinearModel {

  private final double[] weights;

  private LinearModel(double[] weights) {
    this.weights = weights;
  }

  /** Makes a model of weights, indexed by the features' ordinals. */
  public static LinearModel of(double[] weights) {
    return new LinearModel(weights.clone());
  }

  /**
   * Reads a model.
   *
   * @param owner the class beside which the resource lies
   * @param features the type whose constants the resource names
   * @throws IllegalArgumentException when the resource names a feature that there is not
   */
  public static <F extends Enum<F>> LinearModel read(
      Class<?> owner, String resource, Class<F> features) {
    double[] weights = new double[features.getEnumConstants().length];
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int tab = line.indexOf('\t');
          F feature = Enum.valueOf(features, line.substring(0, tab));
          weights[feature.ordinal()] = Double.parseDouble(line.substring(tab + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LinearModel(weights);
  }

  /** Returns the sum of the weighted values; values are indexed by the features' ordinals. */
  public double score(double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  /** Returns what one feature adds to the score. */
  public double contribution(Enum<?> feature, double[] values) {
    return weights[feature.ordinal()] * values[feature.ordinal()];
  }

  /** Returns the logistic function of a score: a probability. */
  public static double probability(double score) {
    return 1 / (1 + Math.exp(-score));
  }
}
