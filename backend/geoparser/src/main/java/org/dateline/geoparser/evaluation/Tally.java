package org.dateline.geoparser.evaluation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts of one corpus and the measures made of them. */
final class Tally {

  int documents;
  int gold;
  int output;
  int exact;
  int overlapping;
  int locatable;
  int within161;
  int within161Overlapping;
  int rightByIdentity;
  int placed;
  int placedRight;
  int withId;
  int sameId;
  int local;
  int localWithin161;
  double seconds;
  final Map<String, int[]> byKind = new TreeMap<>();

  /** Counts a mention that was found, by the kind it was given. */
  void kind(String kind, boolean found, boolean right) {
    int[] counts = byKind.computeIfAbsent(kind, k -> new int[3]);
    counts[0]++;
    counts[1] += found ? 1 : 0;
    counts[2] += right ? 1 : 0;
  }

  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  double exactF1() {
    return f1(share(exact, output), share(exact, gold));
  }

  double all161() {
    return share(within161, locatable);
  }

  String table(String name) {
    StringBuilder table = new StringBuilder();
    line(table, "%s: %d documents, %d marked names, %d found", name, documents, gold, output);
    double p = share(exact, output);
    double r = share(exact, gold);
    line(table, "  exact span        P %.3f  R %.3f  F1 %.3f", p, r, f1(p, r));
    p = share(overlapping, output);
    r = share(overlapping, gold);
    line(table, "  overlapping span  P %.3f  R %.3f  F1 %.3f", p, r, f1(p, r));
    line(
        table,
        "  all161            %.3f of %d located names (exact span), %.3f (overlapping), %.3f of all names",
        all161(),
        locatable,
        share(within161Overlapping, locatable),
        share(within161, gold));
    line(
        table,
        "  right by point or identity  %.3f of located names",
        share(rightByIdentity, locatable));
    line(
        table,
        "  exact id          %.3f of %d names with a GeoNames id",
        share(sameId, withId),
        withId);
    line(table, "  precision of pins %.3f of %d placed", share(placedRight, placed), placed);
    line(table, "  no countries      %.3f all161 of %d", share(localWithin161, local), local);
    byKind.forEach(
        (kind, c) ->
            line(
                table,
                "  %-17s %d, found %.3f, of its kind or rightly placed %.3f",
                kind,
                c[0],
                share(c[1], c[0]),
                share(c[2], c[0])));
    line(
        table,
        "  speed             %.0f documents/s of processor time on one core",
        documents / Math.max(1e-9, seconds));
    return table.toString();
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
