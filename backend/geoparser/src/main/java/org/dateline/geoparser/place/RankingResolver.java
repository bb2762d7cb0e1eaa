package org.dateline.geoparser.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.LinearModel;
import org.dateline.geoparser.mention.Context;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.mention.NameMatch;
import org.dateline.geoparser.mention.Recognised;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the candidates of each name by weighted evidence, in rounds: what is plain by itself
 * (countries, capitals, names that only one place bears) anchors the rest.
 */
public final class RankingResolver implements Resolver {

  private static final int ROUNDS = 3;

  /** Candidates looked at for one name; the gazetteer gives the best known first. */
  private static final int MOST_CANDIDATES = 60;

  private static final int MOST_ALTERNATIVES = 5;

  /**
   * Below this share of the candidates' probability no place is chosen: nothing tells them apart.
   */
  private static final double CERTAIN_ENOUGH = 0.2;

  private static final double MOST_LEAD = 2;
  private static final long CITY = 100_000;
  private static final long METROPOLIS = 1_000_000;
  private static final double LANDMARK_METRES = 40_000;

  private final LinearModel model;
  private final Gazetteer gazetteer;
  private final Reasons reasons;

  /** Makes a resolver over a gazetteer. */
  public RankingResolver(Gazetteer gazetteer) {
    this(gazetteer, LinearModel.read(RankingResolver.class, "resolution.tsv", Evidence.class));
  }

  /** Makes a resolver with weights of its own: for learning them. */
  RankingResolver(Gazetteer gazetteer, LinearModel model) {
    this.gazetteer = gazetteer;
    this.model = model;
    this.reasons = new Reasons(gazetteer, model);
  }

  @Override
  public List<Resolution> resolve(
      Document document, List<Recognised> names, GeoparseOptions options) {
    return new Pass(document, names, options).run();
  }

  /**
   * What the last round knew of a name: for learning.
   *
   * @param candidates the places it may mean, best first
   * @param unlisted what speaks for none of them
   */
  record Ranking(List<Ranked> candidates, double[] unlisted) {}

  /** Returns the last round's ranking of each name: for learning. */
  List<Ranking> rank(Document document, List<Recognised> names, GeoparseOptions options) {
    Pass pass = new Pass(document, names, options);
    pass.run();
    List<Ranking> rankings = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      rankings.add(new Ranking(pass.ranked.get(i), pass.unlisted[i]));
    }
    return rankings;
  }

  /** One candidate with what speaks for it. */
  record Ranked(Candidate candidate, double[] evidence, double score) {}

  /** The state of one text's resolution. */
  private final class Pass {

    private final Document document;
    private final List<Recognised> names;
    private final GeoparseOptions options;
    private final List<List<Ranked>> ranked = new ArrayList<>();
    private final List<List<double[]>> own = new ArrayList<>();
    private final @Nullable Place[] chosen;
    private final long[] heads;
    private final int[] parents;
    private final int[] children;
    private final int[] landmarks;
    private final long[] largest;
    private final long[] second;
    private final boolean[] articles;
    private final String[] keys;
    private final double[][] unlisted;
    private final @Nullable Place home;
    private final Company company = new Company();
    private Neighbourhood others = new Neighbourhood(company);

    Pass(Document document, List<Recognised> names, GeoparseOptions options) {
      this.document = document;
      this.names = names;
      this.options = options;
      chosen = new Place[names.size()];
      heads = new long[names.size()];
      parents = new int[names.size()];
      children = new int[names.size()];
      landmarks = new int[names.size()];
      largest = new long[names.size()];
      second = new long[names.size()];
      articles = new boolean[names.size()];
      keys = new String[names.size()];
      unlisted = new double[names.size()][Evidence.values().length];
      Arrays.fill(parents, -1);
      Arrays.fill(children, -1);
      Arrays.fill(landmarks, -1);
      home = homeOf(options.source());
      for (int i = 0; i < names.size(); i++) {
        keys[i] = key(i);
        heads[i] = Heads.of(document, names.get(i).match());
        parents[i] = parentOf(i);
        if (parents[i] >= 0) {
          children[parents[i]] = i;
        }
        landmarks[i] = landmarkOf(i);
        measureTowns(i);
        articles[i] = Articles.stands(document, names.get(i).match());
        ranked.add(List.of());
        own.add(new ArrayList<>());
        if (names.get(i).kind() != MentionKind.DEMONYM) {
          company.add(keys[i], names.get(i).match().candidates());
        }
      }
    }

    private @Nullable Place homeOf(@Nullable String source) {
      if (source == null) {
        return null;
      }
      // "Kathmandu Post", "Mali Actu": the longest run of words of the outlet's name that is a
      // place.
      String[] words = source.split("\\s+", -1);
      for (int length = Math.min(words.length, 4); length > 0; length--) {
        for (int at = 0; at + length <= words.length; at++) {
          List<Candidate> found =
              gazetteer.named(String.join(" ", Arrays.asList(words).subList(at, at + length)));
          for (Candidate candidate : found) {
            Place place = candidate.place();
            if (candidate.exact()
                && (place.population() > 10_000 || place.isCountry() || place.isFirstLevel())) {
              return place;
            }
          }
        }
      }
      return null;
    }

    List<Resolution> run() {
      for (int round = 0; round < ROUNDS; round++) {
        gather();
        for (int i = 0; i < names.size(); i++) {
          ranked.set(i, rank(i, round));
          unlisted[i] = unlisted(i);
        }
        for (int i = 0; i < names.size(); i++) {
          chosen[i] = choose(i, round);
        }
        agreeOnSameNames();
      }
      List<Resolution> resolutions = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        resolutions.add(resolution(i));
      }
      return resolutions;
    }

    /** Gathers what the names are taken for, for each of them to go by the others. */
    private void gather() {
      others = new Neighbourhood(company);
      for (int i = 0; i < names.size(); i++) {
        Place place = chosen[i];
        if (place != null) {
          others.add(keys[i], place, names.get(i).kind());
        }
      }
    }

    /** In the first round only what is plain by itself is chosen. */
    private @Nullable Place choose(int i, int round) {
      List<Ranked> all = ranked.get(i);
      if (all.isEmpty()) {
        return null;
      }
      if (round == 0 && all.size() > 1 && shareOfBest(i) < 0.75) {
        return null;
      }
      if (isUnlisted(i)) {
        return null;
      }
      return all.get(0).candidate().place();
    }

    /** One name means one place throughout a text, unless the words around it say otherwise. */
    private void agreeOnSameNames() {
      Map<String, Integer> surest = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        if (chosen[i] != null) {
          surest.merge(keys[i], i, (a, b) -> shareOfBest(b) > shareOfBest(a) ? b : a);
        }
      }
      for (int i = 0; i < names.size(); i++) {
        Integer sure = surest.get(keys[i]);
        if (sure != null && sure != i && !hasOwnWords(i)) {
          Place place = chosen[sure];
          if (place != null
              && ranked.get(i).stream()
                  .anyMatch(r -> r.candidate().place().id().equals(place.id()))) {
            chosen[i] = place;
          }
        }
      }
    }

    private boolean hasOwnWords(int i) {
      return heads[i] != 0 || parents[i] >= 0 || landmarks[i] >= 0 || isParent(i);
    }

    private boolean isParent(int i) {
      Place child = children[i] >= 0 ? chosen[children[i]] : null;
      Place unit = chosen[i];
      return child != null && unit != null && isWithin(child, unit);
    }

    private String key(int i) {
      NameMatch match = names.get(i).match();
      StringBuilder key = new StringBuilder();
      for (int k = match.first(); k < match.end(); k++) {
        key.append(document.token(k).lower()).append(' ');
      }
      return key.toString();
    }

    private List<Ranked> rank(int i, int round) {
      Recognised name = names.get(i);
      List<Ranked> all = new ArrayList<>();
      for (Candidate candidate : name.match().candidates()) {
        boolean demonym = candidate.kind() == NameKind.DEMONYM;
        if (demonym != (name.kind() == MentionKind.DEMONYM) || all.size() >= MOST_CANDIDATES) {
          continue;
        }
        double[] evidence = own(i, candidate, all.size()).clone();
        if (landmarks[i] >= 0) {
          Place by = chosen[landmarks[i]];
          set(evidence, Evidence.LANDMARK, by != null && isBy(candidate.place(), by));
        }
        Place child = children[i] >= 0 ? chosen[children[i]] : null;
        if (child != null && isWithin(child, candidate.place())) {
          // "Atlanta, Georgia": the unit around the place that is named before it.
          evidence[Evidence.PARENT_NAMED.ordinal()] = 1;
        }
        if (round > 0) {
          others.weigh(keys[i], candidate.place(), evidence);
        }
        all.add(new Ranked(candidate, evidence, model.score(evidence)));
      }
      // Whoever enters a place of their own means it by its name.
      if (all.stream().anyMatch(Pass::isOwn)) {
        all.removeIf(Predicate.not(Pass::isOwn));
      }
      all.sort((a, b) -> Double.compare(b.score(), a.score()));
      return all;
    }

    private static boolean isOwn(Ranked ranked) {
      return ranked.candidate().place().tier() == Tier.OWN;
    }

    /** What speaks for a candidate whatever the other names mean: the same in every round. */
    private double[] own(int i, Candidate candidate, int index) {
      List<double[]> known = own.get(i);
      if (index == known.size()) {
        known.add(evidence(i, candidate));
      }
      return known.get(index);
    }

    private double[] evidence(int i, Candidate candidate) {
      double[] v = new double[Evidence.values().length];
      Place place = candidate.place();
      boolean unit = place.isCountry() || place.isFirstLevel();
      if (place.isCountry()) {
        v[(place.featureCode().equals("PCLH") ? Evidence.HISTORICAL : Evidence.COUNTRY).ordinal()] =
            1;
      }
      set(v, Evidence.CONTINENT, place.featureCode().equals("CONT"));
      set(
          v,
          Evidence.NATURAL,
          "HLTV".indexOf(place.featureClass()) >= 0 && !place.featureCode().equals("CONT"));
      set(v, Evidence.FIRST_LEVEL, place.isFirstLevel());
      set(
          v,
          Evidence.SEAT_OF_SAME_NAME,
          place.isFirstLevel() && heads[i] == 0 && hasSeat(i, place));
      set(v, Evidence.SECOND_LEVEL, place.featureCode().equals("ADM2"));
      set(v, Evidence.CAPITAL_CITY, place.featureCode().equals("PPLC"));
      set(v, Evidence.SEAT, place.featureCode().equals("PPLA"));
      set(v, Evidence.QUARTER, place.featureCode().equals("PPLX"));
      v[Evidence.POPULATION.ordinal()] = Math.log10(1 + place.population());
      if (place.isPopulated() && place.population() > 0) {
        v[Evidence.LARGEST_BY_FAR.ordinal()] = lead(i, place);
      }
      set(v, Evidence.REVIEWED, place.tier().isReviewed());
      boolean alternate = candidate.kind() == NameKind.ALTERNATE && !place.isCountry();
      boolean city = place.isPopulated() && place.population() >= CITY;
      set(v, Evidence.ALTERNATE_NAME, alternate && !city);
      set(v, Evidence.ALTERNATE_OF_CITY, alternate && city);
      set(v, Evidence.FORMER_NAME, candidate.kind() == NameKind.HISTORIC);
      set(v, Evidence.METROPOLIS, place.isPopulated() && place.population() >= METROPOLIS);
      if (articles[i]) {
        set(v, Evidence.ARTICLE_BEFORE_TOWN, place.isPopulated());
        set(v, Evidence.ARTICLE_BEFORE_NATURAL, "HLT".indexOf(place.featureClass()) >= 0);
      }
      set(v, Evidence.ABBREVIATION, candidate.kind() == NameKind.ABBREVIATION);
      set(v, Evidence.INEXACT, !candidate.exact());
      if (heads[i] != 0) {
        boolean agrees = Heads.agrees(heads[i], place);
        set(v, Evidence.KIND_AGREES, agrees);
        set(v, Evidence.KIND_DIFFERS, !agrees);
      }
      if (parents[i] >= 0) {
        set(v, Evidence.PARENT_NAMED, parentContains(parents[i], place));
      }
      set(v, Evidence.CALLER_COUNTRY, options.countryBias().contains(place.country()));
      set(
          v,
          Evidence.CALLER_BOX,
          options.bbox() != null && options.bbox().contains(place.lon(), place.lat()));
      if (home != null && !unit) {
        v[Evidence.OUTLET.ordinal()] =
            place.country().equals(home.country())
                ? 0.4
                    + 0.6
                        * Neighbourhood.nearness(
                            Sphere.roughMetres(place.lon(), place.lat(), home.lon(), home.lat()))
                : 0;
      }
      return v;
    }

    /** Keeps how many people live in the two largest towns of a name. */
    private void measureTowns(int i) {
      for (Candidate candidate : names.get(i).match().candidates()) {
        Place place = candidate.place();
        if (place.isPopulated() && place.population() > largest[i]) {
          second[i] = largest[i];
          largest[i] = place.population();
        } else if (place.isPopulated()) {
          second[i] = Math.max(second[i], place.population());
        }
      }
    }

    /**
     * Returns by how many orders of magnitude a town is the largest of its name; 0 if it is not.
     */
    private double lead(int i, Place place) {
      return place.population() < largest[i]
          ? 0
          : Math.min(MOST_LEAD, Math.log10(1 + largest[i]) - Math.log10(1 + second[i]));
    }

    /** Returns whether the seat of a unit is among the places that a name may mean. */
    private boolean hasSeat(int i, Place unit) {
      for (Candidate candidate : names.get(i).match().candidates()) {
        Place place = candidate.place();
        boolean seat = place.featureCode().equals("PPLA") || place.featureCode().equals("PPLC");
        boolean sameName =
            candidate.kind() == NameKind.NAME
                || candidate.kind() == NameKind.PREFERRED
                || place.population() >= METROPOLIS;
        if (seat
            && sameName
            && place.country().equals(unit.country())
            && (place.admin1().equals(unit.admin1()) || place.featureCode().equals("PPLC"))) {
          return true;
        }
      }
      return false;
    }

    private static void set(double[] values, Evidence evidence, boolean holds) {
      if (holds) {
        values[evidence.ordinal()] = 1;
      }
    }

    private static boolean isBy(Place place, Place landmark) {
      if (place.id().equals(landmark.id())) {
        return false;
      }
      if (landmark.isCountry()) {
        return place.country().equals(landmark.country()) && !place.isCountry();
      }
      if (landmark.isFirstLevel()) {
        return place.country().equals(landmark.country())
            && place.admin1().equals(landmark.admin1())
            && !place.isFirstLevel();
      }
      return Sphere.metres(place.lon(), place.lat(), landmark.lon(), landmark.lat())
          < LANDMARK_METRES;
    }

    /** Returns the index of the name that follows a comma or bracket and may contain this one. */
    private int parentOf(int i) {
      int first = names.get(i).match().first();
      int end = Context.behindNoun(document, names.get(i).match().end());
      if (!Context.near(document, first, end, ',') && !Context.near(document, first, end, '(')) {
        return -1;
      }
      for (int k = i + 1; k < names.size(); k++) {
        NameMatch next = names.get(k).match();
        if (next.first() == end + 1) {
          return k;
        }
        if (next.first() > end + 1) {
          break;
        }
      }
      return -1;
    }

    private boolean parentContains(int parent, Place place) {
      int outer = parents[parent];
      NameMatch match = names.get(parent).match();
      boolean unit = Context.behindNoun(document, match.end()) > match.end();
      return contains(parent, place) || (unit && outer >= 0 && contains(outer, place));
    }

    private boolean contains(int parent, Place place) {
      for (Candidate candidate : names.get(parent).match().candidates()) {
        if (isWithin(place, candidate.place())) {
          return true;
        }
      }
      return false;
    }

    private static boolean isWithin(Place place, Place unit) {
      return unit.country().equals(place.country())
          && !unit.country().isEmpty()
          && !unit.id().equals(place.id())
          && ((unit.isCountry() && !place.isCountry())
              || (unit.isFirstLevel()
                  && !place.isFirstLevel()
                  && !place.isCountry()
                  && unit.admin1().equals(place.admin1()))
              || (unit.featureCode().equals("ADM2")
                  && place.isPopulated()
                  && unit.admin1().equals(place.admin1())
                  && unit.admin2().equals(place.admin2())));
    }

    /**
     * Returns the index of the name that the words after this one tie it to: "Faladié, a refugee
     * camp on the outskirts of Bamako", "Konna in central Mali", "Bourem, in the region of Gao".
     */
    private int landmarkOf(int i) {
      NameMatch match = names.get(i).match();
      int limit = match.end() + 12;
      for (int k = i + 1; k < names.size(); k++) {
        NameMatch other = names.get(k).match();
        if (other.first() >= limit || !document.sameSentence(match.first(), other.first())) {
          return -1;
        }
        if (other.overlaps(match) || names.get(k).kind() == MentionKind.DEMONYM) {
          continue;
        }
        return tiedBy(match.end(), other.first()) ? k : -1;
      }
      return -1;
    }

    private boolean tiedBy(int from, int to) {
      boolean locative = false;
      for (int t = from; t < to; t++) {
        if (document.is(t, WordClass.AND)
            || document.is(t, '.')
            || document.is(t, ';')
            || document.is(t, WordClass.SAY)
            || document.is(t, WordClass.FROM) && !document.is(t, WordClass.OF)
            || document.is(t, WordClass.CLAUSE)
            || document.is(t, WordClass.BE)
            || document.is(t, WordClass.HAVE)) {
          return false;
        }
        locative |=
            document.is(t, WordClass.LOCATIVE)
                || document.is(t, WordClass.OUTSKIRTS)
                || document.is(t, WordClass.CAPITAL)
                || document.is(t, WordClass.TOWN);
      }
      return locative;
    }

    /** Returns what speaks for a place that the gazetteer does not have under this name. */
    private double[] unlisted(int i) {
      double[] v = new double[Evidence.values().length];
      v[Evidence.UNLISTED.ordinal()] = 1;
      double named = others.placesOfOthers(keys[i]);
      v[Evidence.UNLISTED_IN_CONTEXT.ordinal()] = named / (named + 2);
      return v;
    }

    /** Returns whether it is likelier that the place is not listed than that it is the best. */
    private boolean isUnlisted(int i) {
      return names.get(i).kind() != MentionKind.DEMONYM
          && model.score(unlisted[i]) > ranked.get(i).get(0).score();
    }

    private double shareOfBest(int i) {
      return ranked.get(i).isEmpty() ? 0 : share(i, 0);
    }

    /** Returns the probability of one of a name's candidates, 0 to 1. */
    private double share(int i, int index) {
      List<Ranked> all = ranked.get(i);
      double best = all.get(0).score();
      double sum =
          names.get(i).kind() == MentionKind.DEMONYM
              ? 0
              : Math.exp(model.score(unlisted[i]) - best);
      for (Ranked each : all) {
        sum += Math.exp(each.score() - best);
      }
      return Math.exp(all.get(index).score() - best) / sum;
    }

    private Resolution resolution(int i) {
      Recognised name = names.get(i);
      List<Ranked> all = ranked.get(i);
      Place place = chosen[i];
      if (all.isEmpty()) {
        return unplaced(name, List.of(), "the gazetteer has no place of this name");
      }
      if (place == null) {
        return unplaced(
            name,
            alternatives(i, -1),
            all.size() == 1
                ? "the one place of this name in the gazetteer does not fit the text"
                : "none of the " + all.size() + " places of this name fits the text");
      }
      int index = 0;
      for (int k = 0; k < all.size(); k++) {
        if (all.get(k).candidate().place().id().equals(place.id())) {
          index = k;
          break;
        }
      }
      Ranked best = all.get(index);
      double share = share(i, index);
      List<Alternative> alternatives = alternatives(i, index);
      if (index == 0 && share < CERTAIN_ENOUGH && all.size() > 2) {
        return unplaced(
            name,
            alternatives,
            all.size() + " places bear this name and nothing in the text tells which one is meant");
      }
      double margin = alternatives.isEmpty() ? 1 : Math.max(0, share - alternatives.get(0).score());
      return new Resolution(
          name,
          place,
          name.probability() * share,
          margin,
          reasons.speakFor(
              best, all.size() < 2 ? null : all.get(index == 0 ? 1 : 0), all.size(), index != 0),
          reasons.weigh(best),
          alternatives,
          null);
    }

    /** Returns a name's best candidates but the chosen one; -1 where none was chosen. */
    private List<Alternative> alternatives(int i, int index) {
      List<Ranked> all = ranked.get(i);
      List<Alternative> alternatives = new ArrayList<>();
      for (int k = 0; k < all.size() && alternatives.size() < MOST_ALTERNATIVES; k++) {
        if (k != index) {
          String why =
              index < 0
                  ? "nothing else in the text speaks for it"
                  : reasons.against(all.get(k), all.get(index));
          alternatives.add(new Alternative(all.get(k).candidate().place(), share(i, k), why));
        }
      }
      return alternatives;
    }

    private Resolution unplaced(Recognised name, List<Alternative> alternatives, String why) {
      return new Resolution(
          name, null, name.probability(), 0, List.of(), List.of(), alternatives, why);
    }
  }
}
