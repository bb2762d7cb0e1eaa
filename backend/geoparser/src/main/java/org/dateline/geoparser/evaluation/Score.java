package org.dateline.geoparser.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Distance;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;

/**
 * Counts over documents; what was found is matched to the gold by exact span first, then by
 * overlap.
 */
public final class Score {

  /** "Within 161 km" (100 miles) is what the field counts as right. */
  public static final double NEAR_KM = 161;

  /** What went wrong with one mention. */
  public record Error(String sort, String document, String detail) {}

  private int gold;
  private int found;
  private int exact;
  private int overlapping;
  private int locatable;
  private int near;
  private int placed;
  private int placedRight;
  private int nonCountry;
  private int nonCountryNear;
  private int sameId;
  private int withId;
  private final Map<String, int[]> kinds = new TreeMap<>();
  private final List<Error> errors = new ArrayList<>();

  /** Adds a document with what was found in it. */
  public void add(GoldDocument document, List<Mention> mentions) {
    boolean[] used = new boolean[mentions.size()];
    for (Gold each : document.mentions()) {
      if (each.optional()) {
        continue;
      }
      int match = match(each, mentions, used);
      gold++;
      locatable += each.locatable() ? 1 : 0;
      boolean small = !"country".equals(each.geometry()) && !"continent".equals(each.geometry());
      nonCountry += each.locatable() && small ? 1 : 0;
      if (match < 0) {
        errors.add(
            new Error(
                "missed",
                document.id(),
                each.text() + " | " + context(document.text(), each.start(), each.end())));
        continue;
      }
      used[match] = true;
      found++;
      Mention mention = mentions.get(match);
      overlapping++;
      boolean sameSpan =
          mention.span().start() == each.start()
              && (mention.span().end() == each.end()
                  || mention.span().end() == each.end() + 1
                      && document.text().charAt(each.end()) == 's');
      exact += sameSpan ? 1 : 0;
      if (each.kind() != null) {
        int[] counts = kinds.computeIfAbsent(each.kind(), k -> new int[2]);
        counts[0]++;
        counts[1] += each.kind().equalsIgnoreCase(mention.kind().name()) ? 1 : 0;
      }
      place(document, each, mention, small);
    }
    for (Gold each : document.mentions()) {
      int match = each.optional() ? match(each, mentions, used) : -1;
      if (match >= 0) {
        used[match] = true;
      }
    }
    for (int i = 0; i < mentions.size(); i++) {
      if (!used[i] && !beside(mentions.get(i), document)) {
        found++;
        Mention m = mentions.get(i);
        errors.add(
            new Error(
                "false",
                document.id(),
                m.text()
                    + " "
                    + m.kind()
                    + String.format(Locale.ENGLISH, " %.2f", m.score())
                    + " | "
                    + context(document.text(), m.span().start(), m.span().end())));
      }
    }
  }

  private void place(GoldDocument document, Gold each, Mention mention, boolean small) {
    Referent referent = mention.referent();
    if (referent == null || each.lon() == null || each.lat() == null) {
      return;
    }
    placed++;
    double km = Distance.km(referent.lon(), referent.lat(), each.lon(), each.lat());
    boolean wide =
        "country".equals(each.geometry())
            || "region".equals(each.geometry())
            || "continent".equals(each.geometry());
    boolean right = km <= NEAR_KM || (wide && rightByIdentity(referent, km));
    placedRight += right ? 1 : 0;
    near += right ? 1 : 0;
    nonCountryNear += right && small ? 1 : 0;
    if (each.id() != null && each.id().matches("\\d+")) {
      withId++;
      sameId += each.id().equals(referent.id()) ? 1 : 0;
    }
    if (!right) {
      errors.add(
          new Error(
              "wrong place",
              document.id(),
              String.format(
                  Locale.ENGLISH,
                  "%s -> %s (%s, %s %s) %.0f km from %s | %s | %s",
                  each.text(),
                  referent.name(),
                  referent.featureCode(),
                  referent.countries(),
                  referent.admin1(),
                  km,
                  each.id(),
                  context(document.text(), each.start(), each.end()),
                  mention.reasons())));
    }
  }

  /** A country's or region's label point is a matter of taste; being one nearby is what counts. */
  private static boolean rightByIdentity(Referent referent, double km) {
    boolean area =
        referent.precision() == Precision.COUNTRY
            || referent.precision() == Precision.REGION
            || referent.precision() == Precision.SUPRANATIONAL
            || referent.precision() == Precision.VAGUE;
    return area && km * 1000 <= Math.max(referent.uncertaintyMetres(), 300_000) * 2;
  }

  /**
   * A description, or a name within a longer one that is annotated, counts neither for nor against.
   */
  private static boolean beside(Mention mention, GoldDocument document) {
    if (mention.coreference() || mention.kind() == MentionKind.VAGUE) {
      return true;
    }
    return mention.kind() == MentionKind.EMBEDDED
        && document.mentions().stream()
            .anyMatch(g -> g.overlaps(mention.span().start(), mention.span().end()));
  }

  private static int match(Gold gold, List<Mention> mentions, boolean[] used) {
    int overlap = -1;
    for (int i = 0; i < mentions.size(); i++) {
      int start = mentions.get(i).span().start();
      int end = mentions.get(i).span().end();
      if (used[i] || !gold.overlaps(start, end)) {
        continue;
      }
      if (start == gold.start() && end == gold.end()) {
        return i;
      }
      overlap = overlap < 0 ? i : overlap;
    }
    return overlap;
  }

  private static String context(String text, int start, int end) {
    int from = Math.max(0, start - 50);
    int to = Math.min(text.length(), end + 50);
    return (text.substring(from, start)
            + "["
            + text.substring(start, end)
            + "]"
            + text.substring(end, to))
        .replaceAll("\\s+", " ");
  }

  /** Returns the share of gold mentions found with the same ends. */
  public double exactF1() {
    return f1(exact);
  }

  /** Returns the harmonic mean of precision and recall when an overlap counts. */
  public double overlapF1() {
    return f1(overlapping);
  }

  /** Returns the share of locatable gold placed within 161 km. */
  public double all161() {
    return ratio(near, locatable);
  }

  private double f1(int right) {
    double precision = ratio(right, found);
    double recall = ratio(right, gold);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Returns what went wrong. */
  public List<Error> errors() {
    return errors;
  }

  /** Returns the table of figures. */
  @Override
  public String toString() {
    StringBuilder kindTable = new StringBuilder();
    kinds.forEach(
        (kind, counts) ->
            kindTable.append(
                String.format(Locale.ENGLISH, " %s %d/%d", kind, counts[1], counts[0])));
    return String.format(
        Locale.ENGLISH,
        "exact P %.3f R %.3f F1 %.3f | overlap P %.3f R %.3f F1 %.3f | all161 %.3f of %d locatable (%.3f of %d) | placed right %.3f | non-country %.3f | same id %.3f%s",
        ratio(exact, found),
        ratio(exact, gold),
        exactF1(),
        ratio(overlapping, found),
        ratio(overlapping, gold),
        overlapF1(),
        all161(),
        locatable,
        ratio(near, gold),
        gold,
        ratio(placedRight, placed),
        ratio(nonCountryNear, nonCountry),
        ratio(sameId, withId),
        kindTable.length() == 0 ? "" : " | kind right:" + kindTable);
  }
}
