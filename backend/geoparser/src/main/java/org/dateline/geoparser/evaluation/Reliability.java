package org.dateline.geoparser.evaluation;

import java.util.Locale;

/**
 * Whether scores are what they say: of the pins with a score of about .8, about 80 of 100 should be
 * right. Pins are sorted into ten bins by their score.
 */
final class Reliability {

  private static final int BINS = 10;

  /** Readers are shown a place as sure from this score on. */
  private static final double SURE = 0.7;

  private final double[] scores = new double[BINS];
  private final int[] right = new int[BINS];
  private final int[] pins = new int[BINS];
  private int sure;
  private int sureAndRight;
  private double squaredError;

  /** Counts a pin. */
  void add(double score, boolean isRight) {
    int bin = Math.min(BINS - 1, (int) (score * BINS));
    scores[bin] += score;
    pins[bin]++;
    right[bin] += isRight ? 1 : 0;
    squaredError += (score - (isRight ? 1 : 0)) * (score - (isRight ? 1 : 0));
    if (score >= SURE) {
      sure++;
      sureAndRight += isRight ? 1 : 0;
    }
  }

  /** Returns the mean distance of score and share of right pins over the bins, by their pins. */
  double expectedCalibrationError() {
    double sum = 0;
    int all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(scores[bin] - right[bin]);
      all += pins[bin];
    }
    return all == 0 ? 0 : sum / all;
  }

  /** Returns the curve as a table. */
  String table() {
    int all = 0;
    for (int n : pins) {
      all += n;
    }
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "  score of pins     at .7 and more %.3f are kept and %.3f of them right;"
                + " calibration error %.3f, Brier %.3f%n",
            Tally.share(sure, all),
            Tally.share(sureAndRight, sure),
            expectedCalibrationError(),
            all == 0 ? 0 : squaredError / all));
    for (int bin = 0; bin < BINS; bin++) {
      if (pins[bin] > 0) {
        double share = Tally.share(right[bin], pins[bin]);
        table.append(
            String.format(
                Locale.ROOT,
                "    mean score %.2f  right %.2f  of %5d  %s%n",
                scores[bin] / pins[bin],
                share,
                pins[bin],
                "#".repeat((int) Math.round(share * 40))));
      }
    }
    return table.toString();
  }
}
