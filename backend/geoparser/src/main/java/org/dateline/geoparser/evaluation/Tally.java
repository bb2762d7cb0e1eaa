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
  final Reliability reliability = new Reliability();
  private final Map<String, KindCounts> byKind = new TreeMap<>();
  private final Map<String, int[]> slices = new TreeMap<>();

  /** Names of one kind: how many annotators marked, and what became of them. */
  private static final class KindCounts {
    int gold;
    int found;
    int sameKind;
    int right;
    int output;
  }

  /**
   * Counts a marked name, by its kind.
   *
   * @param found whether it was found, as whatever kind
   * @param sameKind whether it was found as this kind
   * @param right whether it was also placed where it lies
   */
  void kind(String kind, boolean found, boolean sameKind, boolean right) {
    KindCounts counts = byKind.computeIfAbsent(kind, k -> new KindCounts());
    counts.gold++;
    counts.found += found ? 1 : 0;
    counts.sameKind += sameKind ? 1 : 0;
    counts.right += right ? 1 : 0;
  }

  /** Counts a mention that was output, by the kind it was given. */
  void outputKind(String kind) {
    byKind.computeIfAbsent(kind, k -> new KindCounts()).output++;
  }

  /** Counts a marked name in a slice of the corpus. */
  void slice(String slice, boolean found, boolean isLocatable, boolean within) {
    int[] counts = slices.computeIfAbsent(slice, k -> new int[4]);
    counts[0]++;
    counts[1] += found ? 1 : 0;
    counts[2] += isLocatable ? 1 : 0;
    counts[3] += within ? 1 : 0;
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
    slices.forEach(
        (slice, c) ->
            line(
                table,
                "  %-26s %d names, found %.3f, all161 %.3f of %d",
                slice,
                c[0],
                share(c[1], c[0]),
                share(c[3], c[2]),
                c[2]));
    byKind.forEach((kind, c) -> line(table, "%s", kindLine(kind, c)));
    table.append(reliability.table());
    line(
        table,
        "  speed             %.0f documents/s of processor time on one core",
        documents / Math.max(1e-9, seconds));
    return table.toString();
  }

  private static String kindLine(String kind, KindCounts c) {
    double p = share(c.sameKind, c.output);
    double r = share(c.sameKind, c.gold);
    return String.format(
        Locale.ROOT,
        "  %-10s P %.3f  R %.3f  F1 %.3f  of %d; found as any kind %.3f, of its kind and placed right %.3f",
        kind,
        p,
        r,
        f1(p, r),
        c.gold,
        share(c.found, c.gold),
        share(c.right, c.gold));
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
