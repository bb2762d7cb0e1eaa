package org.dateline.geoparser.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.LinearModel;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.WordClass;

/**
 * A linear classifier over named features of a name and its surroundings, with a memory of the
 * whole text: who is a person in it, which names were places where that was plain to see.
 */
public final class LinearRecogniser implements Recogniser {

  /** A score so high that the name counts as a place wherever else the text has it. */
  private static final double PLAIN = 2.0;

  private static final long WELL_KNOWN_POPULATION = 300_000;

  private final LinearModel model =
      LinearModel.read(LinearRecogniser.class, "recognition.tsv", Cue.class);

  @Override
  public List<Recognised> recognise(Document document, List<NameMatch> matches) {
    Reading reading = read(document, matches);
    Senses senses = new Senses(document);
    List<Recognised> names = new ArrayList<>();
    List<NameMatch> all = reading.matches();
    double[] scores = reading.scores();
    boolean[] accepted = accepted(all, scores);
    for (int i = 0; i < scores.length; i++) {
      if (accepted[i]) {
        NameMatch match = all.get(i);
        boolean inOrganisation = reading.values()[i][Cue.IN_ORGANISATION.ordinal()] > 0;
        names.add(
            new Recognised(
                match, senses.of(match, inOrganisation), LinearModel.probability(scores[i])));
      }
    }
    return names;
  }

  /**
   * The names of a text with their features.
   *
   * @param matches gazetteer names and, behind them in order, names that no gazetteer has
   * @param values features by name, indexed by the cues' ordinals
   * @param scores above 0 where a name is told to be a place's
   */
  record Reading(List<NameMatch> matches, double[][] values, double[] scores) {}

  Reading read(Document document, List<NameMatch> found) {
    Runs runs = Runs.of(document);
    boolean[] placeRuns = new boolean[document.size()];
    for (NameMatch match : found) {
      if (runs.start(match.first()) == match.first()
          && runs.end(match.first()) <= match.end()
          && (isWellKnown(document, match) || isLocated(document, match))) {
        placeRuns[match.first()] = true;
      }
    }
    PersonNames persons = PersonNames.of(document, runs, placeRuns);
    List<NameMatch> matches = UnknownNames.join(document, runs, persons, found);
    OrganisationNames organisations = OrganisationNames.of(document, runs);
    Cues cues = new Cues(document, matches, runs, persons, organisations);
    double[][] values = new double[matches.size()][];
    double[] scores = new double[matches.size()];
    Set<String> plain = new HashSet<>();
    String[] keys = new String[matches.size()];
    for (int i = 0; i < scores.length; i++) {
      NameMatch match = matches.get(i);
      values[i] = cues.of(match);
      scores[i] = model.score(values[i]);
      keys[i] = key(document, match);
      if (scores[i] > PLAIN) {
        plain.add(keys[i]);
      }
    }
    for (int i = 0; i < scores.length; i++) {
      boolean person = values[i][Cue.IN_PERSON.ordinal()] > 0;
      if (scores[i] <= PLAIN && !person && plain.contains(keys[i])) {
        values[i][Cue.SEEN_ELSEWHERE.ordinal()] = 1;
        scores[i] = model.score(values[i]);
      }
    }
    return new Reading(matches, values, scores);
  }

  private static String key(Document document, NameMatch match) {
    StringBuilder key = new StringBuilder();
    for (int i = match.first(); i < match.end(); i++) {
      key.append(document.token(i).lower()).append(' ');
    }
    return key.toString();
  }

  /** "in Jan Yunis": a preposition of place tells a name of several words from a person's. */
  private static boolean isLocated(Document document, NameMatch match) {
    return match.length() > 1
        && Context.near(document, match.first(), match.first() - 1, WordClass.LOCATIVE);
  }

  /** Returns whether the name belongs to a place that readers anywhere know. */
  static boolean isWellKnown(Document document, NameMatch match) {
    for (Candidate candidate : match.candidates()) {
      Place place = candidate.place();
      boolean known =
          place.isCountry()
              || place.featureCode().equals("PPLC")
              || place.tier().isReviewed()
              || (place.isFirstLevel() && candidate.kind() == NameKind.NAME)
              || place.population() > WELL_KNOWN_POPULATION;
      if (known && (candidate.exact() || match.length() > 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns which names are accepted: told to be a place's, and not overlapped by an accepted one
   * that is longer, or surer.
   */
  private static boolean[] accepted(List<NameMatch> matches, double[] scores) {
    List<Integer> inOrder =
        IntStream.range(0, scores.length)
            .filter(i -> scores[i] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(i -> matches.get(i).first()))
            .toList();
    boolean[] accepted = new boolean[scores.length];
    inOrder.forEach(i -> accepted[i] = true);
    for (int at = 0; at < inOrder.size(); at++) {
      int index = inOrder.get(at);
      NameMatch match = matches.get(index);
      // The names that start further on: as soon as one starts behind this one, all do.
      for (int next = at + 1; next < inOrder.size(); next++) {
        int rival = inOrder.get(next);
        if (matches.get(rival).first() >= match.end()) {
          break;
        }
        accepted[beats(matches, scores, rival, index) ? index : rival] = false;
      }
    }
    return accepted;
  }

  /**
   * Returns whether of two accepted names that overlap the first one stays: a longer one before a
   * shorter one, else the surer, else the one that comes first; an unknown name only where it is
   * longer than a known one.
   */
  private static boolean beats(List<NameMatch> matches, double[] scores, int one, int other) {
    NameMatch a = matches.get(one);
    NameMatch b = matches.get(other);
    if (a.candidates().isEmpty() != b.candidates().isEmpty() && a.length() == b.length()) {
      return b.candidates().isEmpty();
    }
    if (a.length() != b.length()) {
      return a.length() > b.length();
    }
    return scores[one] > scores[other] || (scores[one] == scores[other] && one < other);
  }
}
