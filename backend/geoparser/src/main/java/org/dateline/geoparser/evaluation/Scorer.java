package org.dateline.geoparser.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Referent;
import org.jspecify.annotations.Nullable;

/** Compares a geoparser's answers with what annotators marked. */
final class Scorer {

  private static final double CLOSE_METRES = 161_000;

  /** Speed is told by the time of the processor, which other work on the machine leaves alone. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Geoparser geoparser;
  private final boolean demonyms;
  private final boolean vague;
  private final Novelty novelty;
  private final Consumer<String> errors;

  /**
   * Makes a scorer.
   *
   * @param demonyms whether demonyms count as output
   * @param vague whether vague places count as output
   * @param novelty tells which names are new
   * @param errors takes a line for each false pin, miss and wrong referent
   */
  Scorer(
      Geoparser geoparser,
      boolean demonyms,
      boolean vague,
      Novelty novelty,
      Consumer<String> errors) {
    this.geoparser = geoparser;
    this.demonyms = demonyms;
    this.vague = vague;
    this.novelty = novelty;
    this.errors = errors;
  }

  Tally score(List<GoldText> texts) {
    Tally tally = new Tally();
    for (GoldText text : texts) {
      long start = THREADS.getCurrentThreadCpuTime();
      Geoparse parse = geoparser.parse(text.text(), GeoparseOptions.NONE);
      tally.seconds += (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      tally.documents++;
      compare(text, parse, tally);
    }
    return tally;
  }

  private void compare(GoldText text, Geoparse parse, Tally tally) {
    List<Mention> output = output(parse, text.gold());
    boolean kinds = text.gold().stream().anyMatch(g -> g.kind() != null);
    boolean[] used = new boolean[output.size()];
    boolean[] forCore = new boolean[output.size()];
    for (Gold gold : coreFirst(text.gold())) {
      int exact = match(gold, output, used, true);
      int found = exact >= 0 ? exact : match(gold, output, used, false);
      Mention mention = found < 0 ? null : output.get(found);
      if (found >= 0) {
        used[found] = true;
        forCore[found] = !gold.optional();
      }
      if (gold.optional()) {
        continue;
      }
      count(gold, mention, exact >= 0, text, tally);
    }
    for (int i = 0; i < used.length; i++) {
      Mention mention = output.get(i);
      boolean excused =
          text.gold().stream().anyMatch(g -> g.optional() && g.span().overlaps(mention.span()));
      if (excused && !forCore[i]) {
        continue;
      }
      tally.output++;
      if (kinds) {
        tally.outputKind(mention.kind().name().toLowerCase(Locale.ROOT));
      }
      if (mention.referent() != null && used[i]) {
        tally.placed++;
      } else if (mention.referent() != null) {
        tally.placed++;
        tally.reliability.add(mention.score(), false);
        report("false pin", mention.text(), mention, null, text, mention.span().start());
      }
    }
  }

  private static List<Gold> coreFirst(List<Gold> gold) {
    return Stream.concat(
            gold.stream().filter(g -> !g.optional()), gold.stream().filter(Gold::optional))
        .toList();
  }

  /** Longest mentions that do not overlap, as the command line writes them. */
  private List<Mention> output(Geoparse parse, List<Gold> gold) {
    List<Mention> longest = new ArrayList<>(parse.mentions());
    longest.removeIf(
        m ->
            m.coreference()
                || (!demonyms && m.kind() == MentionKind.DEMONYM)
                || (!vague && m.kind() == MentionKind.VAGUE));
    longest.sort(Comparator.comparingInt((Mention m) -> -m.span().length()));
    List<Mention> kept = new ArrayList<>();
    for (Mention mention : longest) {
      // Where annotators marked what is nested, the nested name is compared; so it is where only
      // it must be found, as in "between Gao and Ansongo".
      boolean holds =
          gold.stream()
                  .anyMatch(
                      g -> mention.span().contains(g.span()) && !g.span().equals(mention.span()))
              && gold.stream().noneMatch(g -> g.span().equals(mention.span()) && !g.optional())
              && longest.stream().anyMatch(m -> m != mention && mention.span().contains(m.span()));
      if (!holds && kept.stream().noneMatch(k -> k.span().overlaps(mention.span()))) {
        kept.add(mention);
      }
    }
    kept.sort(Comparator.comparingInt(m -> m.span().start()));
    return kept;
  }

  private static int match(Gold gold, List<Mention> output, boolean[] used, boolean exact) {
    for (int i = 0; i < output.size(); i++) {
      Mention mention = output.get(i);
      boolean fits =
          exact ? mention.span().equals(gold.span()) : mention.span().overlaps(gold.span());
      if (!used[i] && fits) {
        return i;
      }
    }
    return -1;
  }

  private void count(
      Gold gold, @Nullable Mention mention, boolean exact, GoldText text, Tally tally) {
    tally.gold++;
    tally.exact += exact ? 1 : 0;
    tally.overlapping += mention != null ? 1 : 0;
    Referent referent = mention == null ? null : mention.referent();
    boolean sameId = referent != null && referent.id().equals(gold.id());
    boolean close = referent != null && gold.locatable() && metres(gold, referent) <= CLOSE_METRES;
    boolean right =
        close || sameId || (referent != null && gold.area() && isSameArea(gold, referent));
    if (gold.id() != null && gold.id().chars().allMatch(Character::isDigit)) {
      tally.withId++;
      tally.sameId += sameId ? 1 : 0;
    }
    if (gold.locatable()) {
      tally.locatable++;
      tally.within161 += close && exact ? 1 : 0;
      tally.within161Overlapping += close ? 1 : 0;
      tally.rightByIdentity += right ? 1 : 0;
      tally.placedRight += right ? 1 : 0;
      if (mention != null && referent != null) {
        tally.reliability.add(mention.score(), right);
      }
      if (!gold.country()) {
        tally.local++;
        tally.localWithin161 += close && exact ? 1 : 0;
      }
    } else if (mention != null && referent != null) {
      // A name that annotators could not place themselves neither counts for nor against a pin.
      tally.placed--;
    }
    String kind = gold.kind();
    boolean sameKind =
        mention != null
            && (kind == null || kind.equals(mention.kind().name().toLowerCase(Locale.ROOT)));
    if (kind != null) {
      tally.kind(kind, mention != null, sameKind, sameKind && (right || !gold.locatable()));
    }
    for (String slice : novelty.slicesOf(gold.text())) {
      tally.slice(slice, mention != null, gold.locatable(), close && exact);
    }
    if (mention == null) {
      report("miss", gold.text(), null, gold, text, gold.span().start());
    } else if (gold.locatable() && !right) {
      report("wrong referent", gold.text(), mention, gold, text, gold.span().start());
    } else if (!sameKind) {
      report("wrong kind", gold.text(), mention, gold, text, gold.span().start());
    }
  }

  /** Annotators put areas where they like: the right one is within the area's own reach. */
  private static boolean isSameArea(Gold gold, Referent referent) {
    return gold.locatable()
        && metres(gold, referent) <= Math.max(CLOSE_METRES, referent.uncertaintyMetres() * 1.5)
        && (gold.country() == referent.featureCode().startsWith("PCL"));
  }

  private static double metres(Gold gold, Referent referent) {
    double lon = gold.lon() == null ? 0 : gold.lon();
    double lat = gold.lat() == null ? 0 : gold.lat();
    double sinLat = Math.sin(Math.toRadians(referent.lat() - lat) / 2);
    double sinLon = Math.sin(Math.toRadians(referent.lon() - lon) / 2);
    double a =
        sinLat * sinLat
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(referent.lat()))
                * sinLon
                * sinLon;
    return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
  }

  private void report(
      String what,
      String name,
      @Nullable Mention mention,
      @Nullable Gold gold,
      GoldText text,
      int at) {
    StringBuilder line = new StringBuilder();
    line.append(what).append('\t').append(text.name()).append('\t').append(name).append('\t');
    if (mention != null) {
      line.append(mention.kind()).append(' ').append(mention.text());
      Referent referent = mention.referent();
      if (referent != null) {
        line.append(
            String.format(
                Locale.ROOT,
                " = %s %s %s %s (%.2f %.2f) score %.2f because %s",
                referent.id(),
                referent.name(),
                referent.featureCode(),
                referent.countries(),
                referent.lon(),
                referent.lat(),
                mention.score(),
                mention.reasons()));
      } else {
        line.append(" not placed: ").append(mention.notPlacedBecause());
      }
    }
    line.append('\t');
    if (gold != null) {
      line.append(
          String.format(
              Locale.ROOT,
              "gold %s %s (%.2f %.2f)",
              gold.kind(),
              gold.id(),
              gold.lon(),
              gold.lat()));
    }
    line.append('\t').append(excerpt(text.text(), at));
    errors.accept(line.toString());
  }

  private static String excerpt(String text, int at) {
    int from = Math.max(0, at - 90);
    int to = Math.min(text.length(), at + 110);
    return (text.substring(from, at) + "[[" + text.substring(at, to)).replaceAll("\\s+", " ");
  }
}
