package org.dateline.geoparser.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The weights of a linear model, one for each constant of an enum, from a table of names and
 * numbers.
 */
public final class Weights<E extends Enum<E>> {

  private final double[] weights;

  /**
   * Reads the weights.
   *
   * @param features the enum; a constant that the table lacks weighs nothing
   * @param resource the table beside the enum's package root, "/org/dateline/geoparser/..."
   */
  public Weights(Class<E> features, String resource) {
    E[] constants = features.getEnumConstants();
    weights = new double[constants.length];
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(features.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t");
          weights[Enum.valueOf(features, cells[0]).ordinal()] = Double.parseDouble(cells[1]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the weight of a feature. */
  public double of(E feature) {
    return weights[feature.ordinal()];
  }
}
