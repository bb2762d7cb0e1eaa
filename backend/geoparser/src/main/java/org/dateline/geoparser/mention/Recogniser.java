package org.dateline.geoparser.mention;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geoparser.lexicon.Weights;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Token;

/** Tells which names in a text are mentions of places, and in which sense. */
public final class Recogniser {

  private final NameFinder finder;
  private final Weights<Feature> weights =
      new Weights<>(Feature.class, "/org/dateline/geoparser/recognition.tsv");

  /** Makes a recogniser over a gazetteer. */
  public Recogniser(Gazetteer gazetteer) {
    finder = new NameFinder(gazetteer);
  }

  private record Scored(NameSpan span, EnumSet<Feature> features, double sum, boolean demonym) {}

  /** Returns the mentions of a text in order; a nested one follows the one that holds it. */
  public List<Recognised> recognise(ReportText text) {
    List<NameSpan> names = finder.find(text);
    FeatureReader reader = new FeatureReader(text, names);
    KindRules kinds = new KindRules(text);
    List<Scored> scored = new ArrayList<>();
    for (NameSpan span : names) {
      EnumSet<Feature> features = reader.read(span);
      boolean demonym = isDemonym(span);
      double sum = demonym ? demonymSum(features) : sum(features);
      if (sum > 0 && !isOrganisation(features)) {
        scored.add(new Scored(span, features, sum, demonym));
      }
    }
    // Longest first, then surest: "Central African Republic" before "Central African".
    scored.sort(
        Comparator.comparingInt((Scored s) -> -s.span().length())
            .thenComparingDouble(s -> -s.sum()));
    List<Recognised> accepted = new ArrayList<>();
    BitSet taken = new BitSet();
    for (Scored each : scored) {
      NameSpan span = each.span();
      int next = taken.nextSetBit(span.first());
      if (next >= 0 && next < span.end()) {
        nested(each, accepted, text);
        continue;
      }
      taken.set(span.first(), span.end());
      accept(each, kinds, text, accepted);
    }
    accepted.sort(Comparator.comparingInt(Recognised::first).thenComparingInt(r -> -r.end()));
    return accepted;
  }

  /**
   * "the Wagner Group": what a small place shares its name with is likelier a person's or a
   * brand's.
   */
  private static boolean isOrganisation(EnumSet<Feature> features) {
    return features.contains(Feature.BEFORE_ORGANISATION)
        && features.contains(Feature.AFTER_THE)
        && !features.contains(Feature.TWO_TOKENS)
        && !features.contains(Feature.COUNTRY)
        && !features.contains(Feature.FIRST_LEVEL)
        && !features.contains(Feature.CONTINENT_OR_REGION)
        && !features.contains(Feature.POPULATION_100K)
        && !features.contains(Feature.POPULATION_1M);
  }

  private void accept(Scored each, KindRules kinds, ReportText text, List<Recognised> accepted) {
    NameSpan span = each.span();
    MentionKind kind = each.demonym() ? MentionKind.DEMONYM : kinds.kind(span, each.features());
    double probability = 1 / (1 + Math.exp(-each.sum()));
    int end = facilityEnd(span, text, kind);
    if (end > span.end()) {
      Recognised whole =
          new Recognised(
              span.first(),
              end,
              places(span),
              MentionKind.LITERAL,
              probability,
              text.tokens().get(end - 1).lower(),
              false,
              null);
      accepted.add(whole);
      accepted.add(
          new Recognised(
              span.first(),
              span.end(),
              places(span),
              MentionKind.EMBEDDED,
              probability,
              null,
              false,
              whole));
      return;
    }
    accepted.add(
        new Recognised(
            span.first(),
            span.end(),
            each.demonym() ? span.candidates() : places(span),
            kind,
            probability,
            null,
            span.lostPossessive(),
            null));
  }

  private static List<Candidate> places(NameSpan span) {
    List<Candidate> places =
        span.candidates().stream().filter(c -> c.kind() != NameKind.DEMONYM).toList();
    return places.isEmpty() ? span.candidates() : places;
  }

  /** A town within a longer place's name is kept beside it: "Bamako" in "Bamako airport". */
  private static void nested(Scored each, List<Recognised> accepted, ReportText text) {
    NameSpan span = each.span();
    for (Recognised holder : List.copyOf(accepted)) {
      boolean inside =
          holder.first() <= span.first()
              && span.end() <= holder.end()
              && holder.end() - holder.first() > span.length();
      if (inside
          && holder.nestedIn() == null
          && !each.demonym()
          && isFacility(holder)
          && Character.isUpperCase(text.tokens().get(span.first()).form().codePointAt(0))) {
        accepted.add(
            new Recognised(
                span.first(),
                span.end(),
                places(span),
                MentionKind.EMBEDDED,
                1 / (1 + Math.exp(-each.sum())),
                null,
                false,
                holder));
        return;
      }
    }
  }

  private static boolean isFacility(Recognised mention) {
    return mention.candidates().get(0).place().featureClass() == 'S';
  }

  /**
   * Where "X airport" or "X International Airport" ends; the span's own end when it is no airport.
   */
  private static int facilityEnd(NameSpan span, ReportText text, MentionKind kind) {
    if (kind != MentionKind.LITERAL && kind != MentionKind.EMBEDDED) {
      return span.end();
    }
    if (!span.candidates().get(0).place().isPopulated()) {
      return span.end();
    }
    int end = span.end();
    if (text.lower(end, span.first()).equals("international")) {
      end++;
    }
    return text.lower(end, span.first()).equals("airport") ? end + 1 : span.end();
  }

  private double sum(EnumSet<Feature> features) {
    double sum = 0;
    for (Feature feature : features) {
      sum += weights.of(feature);
    }
    return sum;
  }

  /**
   * A people's name is one wherever it stands, unless it is a person's or part of a longer name.
   */
  private static double demonymSum(EnumSet<Feature> features) {
    double sum = 2.5;
    if (features.contains(Feature.PERSON_HERE)
        || features.contains(Feature.AFTER_GIVEN)
        || features.contains(Feature.PERSON_ELSEWHERE)) {
      sum -= 4;
    }
    if (features.contains(Feature.COMMON_WORD) && features.contains(Feature.SENTENCE_START)) {
      sum -= 3;
    }
    return sum;
  }

  /** Whether the name is first of all a people's: small places that share it do not count. */
  private static boolean isDemonym(NameSpan span) {
    boolean demonym = false;
    for (Candidate candidate : span.candidates()) {
      if (candidate.kind() == NameKind.DEMONYM) {
        demonym = true;
      } else if (candidate.place().population() > 300_000 || candidate.place().isCountry()) {
        return false;
      }
    }
    return demonym;
  }

  /**
   * Returns the features of the names in a text with the text of each, for training and explaining.
   */
  List<Example> examples(ReportText text) {
    List<NameSpan> names = finder.find(text);
    FeatureReader reader = new FeatureReader(text, names);
    List<Example> examples = new ArrayList<>();
    for (NameSpan span : names) {
      Token first = text.tokens().get(span.first());
      Token last = text.tokens().get(span.end() - 1);
      examples.add(new Example(first.start(), last.end(), isDemonym(span), reader.read(span)));
    }
    return examples;
  }

  /**
   * A name with its features.
   *
   * @param start offset of the name in the text
   * @param end offset after it
   * @param demonym whether it is first of all a people's name
   * @param features what the recogniser looks at
   */
  record Example(int start, int end, boolean demonym, EnumSet<Feature> features) {
    @Override
    public String toString() {
      return features.toString().toLowerCase(Locale.ROOT);
    }
  }
}
