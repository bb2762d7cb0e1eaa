package org.dateline.geoparser.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.lexicon.Weights;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.mention.Recognised;
import org.dateline.geoparser.text.ReportText;

/**
 * Chooses among the places that bear a name. Each round scores every candidate by what speaks for
 * it, the other places of the text as chosen in the round before among that; countries and famous
 * places, sure from the first round, so decide for the small ones.
 */
public final class Resolver {

  private static final int ROUNDS = 3;
  private static final int MOST_CANDIDATES = 40;
  private static final double ANCHOR_KM = 150;

  private final Gazetteer gazetteer;
  private final Weights<Evidence> weights =
      new Weights<>(Evidence.class, "/org/dateline/geoparser/resolution.tsv");

  /** Makes a resolver over a gazetteer. */
  public Resolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Returns the resolution of each mention, in their order. */
  public List<Resolution> resolve(
      ReportText text, List<Recognised> mentions, GeoparseOptions options) {
    List<Case> cases = new ArrayList<>();
    for (Recognised mention : mentions) {
      cases.add(new Case(text, mention, options));
    }
    for (int i = 0; i < cases.size(); i++) {
      parent(text, cases, i);
    }
    for (int round = 0; round < ROUNDS; round++) {
      score(cases, round > 0, new Context(cases, round > 0));
    }
    List<Resolution> resolutions = new ArrayList<>();
    for (Case each : cases) {
      resolutions.add(each.resolution());
    }
    return resolutions;
  }

  private static void parent(ReportText text, List<Case> cases, int i) {
    Case child = cases.get(i);
    int end = child.mention.end();
    String mark = text.lower(end, child.mention.first());
    if (!mark.equals(",") && !mark.equals("(")) {
      return;
    }
    for (int j = i + 1; j < cases.size() && cases.get(j).mention.first() <= end + 1; j++) {
      if (cases.get(j).mention.first() == end + 1 && text.sameSentence(end + 1, end)) {
        child.parent = cases.get(j);
      }
    }
  }

  private void score(List<Case> cases, boolean later, Context context) {
    Map<String, double[]> shared = new HashMap<>();
    for (Case each : cases) {
      each.score(context, later);
    }
    if (!later) {
      return;
    }
    // One name, one place throughout a text, unless a mention says otherwise itself.
    for (Case each : cases) {
      shared.merge(
          each.key,
          each.sums.clone(),
          (a, b) -> {
            for (int i = 0; i < Math.min(a.length, b.length); i++) {
              a[i] += b[i];
            }
            return a;
          });
    }
    Map<String, Integer> counts = new HashMap<>();
    cases.forEach(each -> counts.merge(each.key, 1, Integer::sum));
    for (Case each : cases) {
      double[] all = shared.get(each.key);
      int n = counts.getOrDefault(each.key, 1);
      if (all == null || n == 1 || each.saysItself()) {
        continue;
      }
      for (int i = 0; i < each.sums.length; i++) {
        each.sums[i] = 0.3 * each.sums[i] + 0.7 * all[i] / n;
      }
      each.choose();
    }
  }

  /** Where the places chosen so far lie. */
  private static final class Context {
    private final Map<String, Double> countries = new HashMap<>();
    private final Map<String, Double> units = new HashMap<>();
    private double total;
    private double unitTotal;
    private final List<Case> cases;

    Context(List<Case> cases, boolean chosen) {
      this.cases = cases;
      Map<String, Integer> seen = new HashMap<>();
      for (Case each : cases) {
        // A name repeated says less each time.
        double weight = 1.0 / seen.merge(each.key, 1, Integer::sum);
        Place place = each.candidates.get(each.best).place();
        boolean known = chosen || place.isCountry() || each.candidates.size() == 1;
        if (!known || place.country().isEmpty()) {
          continue;
        }
        weight *= place.isCountry() ? 1 : Math.max(0.2, each.probability());
        countries.merge(place.country(), weight, Double::sum);
        total += weight;
        if (!place.isCountry() && !place.admin1().isEmpty()) {
          units.merge(place.country() + '.' + place.admin1(), weight, Double::sum);
          unitTotal += weight;
        }
      }
    }

    /** Share of the country among the text's places, the mention's own vote taken out. */
    double country(Case self, Place place) {
      double own = ownVote(self, place.country().equals(self.bestPlace().country()));
      double votes = countries.getOrDefault(place.country(), 0.0) - own;
      return total <= own ? 0 : Math.max(0, votes) / (total - own + 0.5);
    }

    double unit(Case self, Place place) {
      if (place.admin1().isEmpty() || place.isCountry()) {
        return 0;
      }
      Place best = self.bestPlace();
      boolean same = place.country().equals(best.country()) && place.admin1().equals(best.admin1());
      double own = ownVote(self, same && !best.isCountry());
      double votes = units.getOrDefault(place.country() + '.' + place.admin1(), 0.0) - own;
      return unitTotal <= own ? 0 : Math.max(0, votes) / (unitTotal - own + 0.5);
    }

    private double ownVote(Case self, boolean counted) {
      if (!counted) {
        return 0;
      }
      double votes = 0;
      int n = 0;
      for (Case each : cases) {
        if (each.key.equals(self.key)) {
          n++;
          Place place = each.bestPlace();
          votes += 1.0 / n * (place.isCountry() ? 1 : Math.max(0.2, each.probability()));
        }
      }
      return votes;
    }

    double nearAnchor(Case self, Place place) {
      double near = 0;
      for (Case each : cases) {
        Place other = each.bestPlace();
        if (each.key.equals(self.key)
            || other.isCountry()
            || other.featureClass() == 'L'
            || each.probability() < 0.4) {
          continue;
        }
        if (each.mention.kind() == MentionKind.DEMONYM) {
          continue;
        }
        near = Math.max(near, nearness(place, other));
      }
      return near;
    }

    double nearInSentence(Case self, Place place) {
      double near = 0;
      for (Case each : cases) {
        Place other = each.bestPlace();
        if (each.sentence == self.sentence && !each.key.equals(self.key) && other.isPopulated()) {
          near =
              Math.max(
                  near,
                  Math.exp(-Distance.km(place.lon(), place.lat(), other.lon(), other.lat()) / 25));
        }
      }
      return near;
    }

    private static double nearness(Place one, Place other) {
      double dLat = Math.abs(one.lat() - other.lat());
      return dLat > 8
          ? 0
          : Math.exp(-Distance.km(one.lon(), one.lat(), other.lon(), other.lat()) / ANCHOR_KM);
    }
  }

  /** One mention with its candidates and their scores. */
  private final class Case {
    private final Recognised mention;
    private final List<Candidate> candidates;
    private final String key;
    private final int sentence;
    private final Cue cue;
    private final GeoparseOptions options;
    private final double[] sums;
    private final List<EnumMap<Evidence, Double>> evidence = new ArrayList<>();
    private @org.jspecify.annotations.Nullable Case parent;
    private int best;

    Case(ReportText text, Recognised mention, GeoparseOptions options) {
      this.mention = mention;
      this.options = options;
      List<Candidate> all =
          mention.kind() == MentionKind.DEMONYM
              ? mention.candidates().stream().filter(c -> c.kind() == NameKind.DEMONYM).toList()
              : mention.candidates();
      candidates = all.subList(0, Math.min(all.size(), MOST_CANDIDATES));
      int start = text.tokens().get(mention.first()).start();
      int end = text.tokens().get(mention.end() - 1).end();
      key =
          mention.kind() == MentionKind.DEMONYM
              ? "demonym " + candidates.get(0).place().id()
              : NameKey.of(text.text().substring(start, end));
      sentence = text.sentenceOf(mention.first());
      cue = Cue.of(text, mention.first(), mention.end());
      sums = new double[candidates.size()];
      candidates.forEach(c -> evidence.add(new EnumMap<>(Evidence.class)));
    }

    Place bestPlace() {
      return candidates.get(best).place();
    }

    boolean saysItself() {
      return parent != null || cue != Cue.NONE;
    }

    void score(Context context, boolean later) {
      for (int i = 0; i < candidates.size(); i++) {
        EnumMap<Evidence, Double> found = evidence.get(i);
        found.clear();
        own(candidates.get(i), found);
        Place place = candidates.get(i).place();
        put(found, Evidence.COUNTRY_OF_TEXT, place.isCountry() ? 0 : context.country(this, place));
        if (later) {
          put(found, Evidence.UNIT_OF_TEXT, context.unit(this, place));
          if (!place.isCountry() && place.featureClass() != 'L') {
            put(found, Evidence.NEAR_ANCHOR, context.nearAnchor(this, place));
            if (place.featureCode().equals("PPLX") || place.featureClass() == 'S') {
              put(found, Evidence.NEAR_IN_SENTENCE, context.nearInSentence(this, place));
            }
          }
        }
        if (parent != null) {
          parent(place, found);
        }
        double sum = 0;
        for (Map.Entry<Evidence, Double> each : found.entrySet()) {
          sum += weights.of(each.getKey()) * each.getValue();
        }
        sums[i] = sum;
      }
      choose();
    }

    private void parent(Place place, EnumMap<Evidence, Double> found) {
      Case above = parent;
      if (above == null) {
        return;
      }
      boolean some = false;
      for (Candidate child : candidates) {
        for (Candidate p : above.candidates) {
          some |= Containment.holds(p.place(), child.place());
        }
      }
      if (!some) {
        return;
      }
      boolean holds = above.candidates.stream().anyMatch(p -> Containment.holds(p.place(), place));
      found.put(holds ? Evidence.PARENT_AGREES : Evidence.PARENT_DISAGREES, 1.0);
    }

    private void own(Candidate candidate, EnumMap<Evidence, Double> found) {
      Place place = candidate.place();
      if (place.isPopulated()) {
        put(found, Evidence.POPULATION, Math.log10(1 + place.population()) / 8);
      }
      flag(found, Evidence.COUNTRY, place.isCountry() && !place.featureCode().equals("PCLH"));
      flag(found, Evidence.HISTORICAL, place.featureCode().endsWith("H"));
      flag(found, Evidence.CAPITAL, place.featureCode().equals("PPLC"));
      flag(found, Evidence.FIRST_LEVEL, place.isFirstLevel());
      flag(found, Evidence.SECOND_LEVEL, place.featureCode().equals("ADM2"));
      flag(found, Evidence.SEAT_OF_FIRST_LEVEL, place.featureCode().equals("PPLA"));
      flag(found, Evidence.SEAT_OF_SECOND_LEVEL, place.featureCode().equals("PPLA2"));
      flag(found, Evidence.REGION_OR_CONTINENT, place.featureClass() == 'L');
      flag(
          found,
          Evidence.WATER_OR_RELIEF,
          place.featureClass() == 'H' || place.featureClass() == 'T');
      flag(found, Evidence.SECTION_OF_TOWN, place.featureCode().equals("PPLX"));
      flag(found, Evidence.MAIN_NAME, candidate.kind() == NameKind.NAME);
      flag(found, Evidence.EXACT, candidate.exact());
      flag(found, Evidence.ABBREVIATION, candidate.kind() == NameKind.ABBREVIATION);
      flag(found, Evidence.SUPPLEMENT, place.tier() == Tier.SUPPLEMENT);
      flag(found, Evidence.OWN, place.tier() == Tier.OWN);
      flag(found, Evidence.BIAS_COUNTRY, options.countryBias().contains(place.country()));
      flag(
          found,
          Evidence.BIAS_BOX,
          options.bbox() != null && options.bbox().contains(place.lon(), place.lat()));
      if (cue != Cue.NONE && candidates.stream().anyMatch(c -> cue.fits(c.place()))) {
        found.put(cue.fits(place) ? Evidence.CUE_AGREES : Evidence.CUE_DISAGREES, 1.0);
      }
    }

    private static void flag(EnumMap<Evidence, Double> found, Evidence evidence, boolean present) {
      if (present) {
        found.put(evidence, 1.0);
      }
    }

    private static void put(EnumMap<Evidence, Double> found, Evidence evidence, double value) {
      if (value > 0.01) {
        found.put(evidence, value);
      }
    }

    void choose() {
      best = 0;
      for (int i = 1; i < sums.length; i++) {
        if (sums[i] > sums[best]) {
          best = i;
        }
      }
    }

    double probability() {
      return probability(best);
    }

    private double probability(int index) {
      double total = 0;
      for (double sum : sums) {
        total += Math.exp(sum - sums[best]);
      }
      return Math.exp(sums[index] - sums[best]) / total;
    }

    Resolution resolution() {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < sums.length; i++) {
        order.add(i);
      }
      order.sort(Comparator.comparingDouble((Integer i) -> -sums[i]));
      List<Alternative> alternatives = new ArrayList<>();
      for (int i : order.subList(1, Math.min(order.size(), 6))) {
        alternatives.add(new Alternative(candidates.get(i).place(), probability(i), against(i)));
      }
      return new Resolution(bestPlace(), probability(), reasons(best), alternatives);
    }

    private List<String> reasons(int index) {
      Reasons words =
          new Reasons(
              gazetteer,
              candidates.get(index).place(),
              cue,
              parent == null ? null : parent.bestPlace());
      List<Map.Entry<Evidence, Double>> found = new ArrayList<>(evidence.get(index).entrySet());
      found.sort(Comparator.comparingDouble(e -> -weights.of(e.getKey()) * e.getValue()));
      List<String> reasons = new ArrayList<>();
      if (candidates.size() == 1) {
        reasons.add("The only place of this name in the gazetteer");
      }
      for (Map.Entry<Evidence, Double> each : found) {
        String reason = words.of(each.getKey(), each.getValue());
        if (reason != null
            && weights.of(each.getKey()) * each.getValue() > 0.15
            && reasons.size() < 5) {
          reasons.add(reason);
        }
      }
      return reasons;
    }

    /** What the chosen place has most of and this one lacks, in words. */
    private String against(int index) {
      Reasons words =
          new Reasons(gazetteer, bestPlace(), cue, parent == null ? null : parent.bestPlace());
      Evidence most = null;
      double gap = 0.1;
      for (Map.Entry<Evidence, Double> each : evidence.get(best).entrySet()) {
        double lead =
            weights.of(each.getKey())
                * (each.getValue() - evidence.get(index).getOrDefault(each.getKey(), 0.0));
        if (lead > gap && words.of(each.getKey(), each.getValue()) != null) {
          gap = lead;
          most = each.getKey();
        }
      }
      if (most == null) {
        return "As likely by all we know";
      }
      String reason = words.of(most, 1);
      return reason == null
          ? ""
          : "Less likely: the other "
              + reason.substring(0, 1).toLowerCase(Locale.ROOT)
              + reason.substring(1);
    }
  }
}
