package org.dateline.geoparser.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.LinearModel;
import org.jspecify.annotations.Nullable;

/** Puts the evidence for and against a place into words that a reporter understands. */
final class Reasons {

  private static final int MOST = 4;

  /** Evidence that adds less is not worth a reader's time. */
  private static final double LEAST = 0.4;

  private final Gazetteer gazetteer;
  private final LinearModel model;

  Reasons(Gazetteer gazetteer, LinearModel model) {
    this.gazetteer = gazetteer;
    this.model = model;
  }

  /**
   * Returns why a place was chosen, first what tells it apart from the runner-up; never empty.
   *
   * @param runnerUp the next best of the name's candidates, null when there is none
   */
  List<String> speakFor(
      RankingResolver.Ranked ranked,
      RankingResolver.@Nullable Ranked runnerUp,
      int candidates,
      boolean sameName) {
    List<Evidence> weighty = new ArrayList<>();
    for (Evidence evidence : Evidence.values()) {
      if (model.contribution(evidence, ranked.evidence()) >= LEAST) {
        weighty.add(evidence);
      }
    }
    weighty.sort(
        Comparator.comparingDouble((Evidence e) -> -lead(e, ranked, runnerUp))
            .thenComparingDouble(e -> -model.contribution(e, ranked.evidence())));
    List<String> reasons = new ArrayList<>();
    if (candidates == 1) {
      reasons.add("the only place in the gazetteer that bears this name");
    }
    if (sameName) {
      reasons.add("the same name means this place elsewhere in the text");
    }
    for (Evidence evidence : weighty) {
      if (reasons.size() < MOST) {
        reasons.add(inWords(evidence, ranked.candidate().place(), ranked.evidence()));
      }
    }
    if (reasons.isEmpty()) {
      reasons.add("the likeliest of " + candidates + " places that bear this name");
    }
    return reasons;
  }

  /** How far evidence puts a place ahead; its people tell nothing where it has no rival. */
  private double lead(
      Evidence evidence, RankingResolver.Ranked ranked, RankingResolver.@Nullable Ranked runnerUp) {
    double own = model.contribution(evidence, ranked.evidence());
    if (runnerUp == null) {
      return evidence == Evidence.POPULATION ? 0 : own;
    }
    return own - model.contribution(evidence, runnerUp.evidence());
  }

  /** Returns all evidence for and against a place, weightiest first. */
  List<WeighedEvidence> weigh(RankingResolver.Ranked ranked) {
    List<WeighedEvidence> weighed = new ArrayList<>();
    for (Evidence evidence : Evidence.values()) {
      double contribution = model.contribution(evidence, ranked.evidence());
      if (contribution != 0) {
        weighed.add(
            new WeighedEvidence(
                evidence.name().toLowerCase(Locale.ROOT),
                ranked.evidence()[evidence.ordinal()],
                contribution));
      }
    }
    weighed.sort(
        Comparator.comparingDouble((WeighedEvidence e) -> Math.abs(e.contribution())).reversed());
    return weighed;
  }

  private String inWords(Evidence evidence, Place place, double[] values) {
    return switch (evidence) {
      case COUNTRY -> "the name of a country";
      case HISTORICAL -> "the name of a former state";
      case CONTINENT -> "the name of a continent";
      case NATURAL -> "the name of a well-known region or natural feature";
      case FIRST_LEVEL -> "the name of a first-level unit of " + countryOf(place);
      case SEAT_OF_SAME_NAME -> "its seat bears the same name";
      case SECOND_LEVEL -> "the name of a second-level unit of " + countryOf(place);
      case CAPITAL_CITY -> "the capital of " + countryOf(place);
      case SEAT -> "the seat of a region of " + countryOf(place);
      case QUARTER -> "the name of a quarter";
      case POPULATION -> "home of " + grouped(place.population()) + " people";
      case LARGEST_BY_FAR -> "much the largest town of this name";
      case REVIEWED -> "in the reviewed list of places that the news of this area names";
      case METROPOLIS -> "a city of a million people and more";
      case ARTICLE_BEFORE_TOWN, ARTICLE_BEFORE_NATURAL ->
          "the article before it speaks of a region, river or sea";
      case ALTERNATE_NAME, ALTERNATE_OF_CITY -> "another spelling of its name";
      case FORMER_NAME -> "a name that it had in the past";
      case ABBREVIATION -> "a usual short form of its name";
      case INEXACT -> "a similar spelling";
      case KIND_AGREES -> "the words around say what sort of place it is, and this is one";
      case KIND_DIFFERS -> "the words around speak of another sort of place";
      case PARENT_NAMED -> "the text names the unit or country it lies in right after it";
      case PARENT_NEARBY -> "the text also names the region it lies in";
      case LANDMARK -> "the words after it tie it to a place nearby";
      case COUNTRY_SHARE ->
          Math.round(values[evidence.ordinal()] * 100)
              + " % of the other places in the text are in "
              + countryOf(place);
      case UNIT_SHARE ->
          Math.round(values[evidence.ordinal()] * 100)
              + " % of the other places in "
              + countryOf(place)
              + " are in the same region";
      case NEARNESS -> "near other places of the text";
      case COMPANY -> "other names of the text are found in the same region too";
      case COUNTRY_NEARBY -> "near another country that the text names";
      case CALLER_COUNTRY -> "in a country that the request names";
      case CALLER_BOX -> "in the area that the request gives";
      case OUTLET -> "near the home of the outlet";
      case UNLISTED, UNLISTED_IN_CONTEXT -> "no place of this name fits the text";
    };
  }

  /** Returns a number with a comma before each three digits. */
  private static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /** Returns why a place was not chosen: the evidence by which the chosen one is ahead most. */
  String against(RankingResolver.Ranked other, RankingResolver.Ranked chosen) {
    Evidence most = null;
    double lead = 0;
    for (Evidence evidence : Evidence.values()) {
      double difference =
          model.contribution(evidence, chosen.evidence())
              - model.contribution(evidence, other.evidence());
      if (difference > lead) {
        lead = difference;
        most = evidence;
      }
    }
    if (most == null) {
      return "nothing tells the two apart";
    }
    return switch (most) {
      case POPULATION, CAPITAL_CITY, SEAT, METROPOLIS -> "a smaller or less known place";
      case COUNTRY, CONTINENT, FIRST_LEVEL, NATURAL, SECOND_LEVEL, HISTORICAL ->
          "a less prominent sort of place";
      case COUNTRY_SHARE, UNIT_SHARE, PARENT_NEARBY, COMPANY, COUNTRY_NEARBY ->
          "in another part of the world than the other places of the text";
      case NEARNESS -> "farther from the other places of the text";
      case KIND_AGREES, KIND_DIFFERS -> "another sort of place than the text says";
      case PARENT_NAMED -> "not in the unit or country that the text names after it";
      case LANDMARK -> "not near the place that the text ties it to";
      case SEAT_OF_SAME_NAME -> "the unit around it, of which the words say nothing";
      case REVIEWED -> "not in the reviewed list of places in the news";
      case ARTICLE_BEFORE_TOWN, ARTICLE_BEFORE_NATURAL ->
          "the article before the name speaks of another sort of place";
      case ALTERNATE_NAME, ALTERNATE_OF_CITY, ABBREVIATION, INEXACT ->
          "the name is another spelling of its own";
      case LARGEST_BY_FAR -> "not the largest town of this name";
      case FORMER_NAME -> "the name is one that it had in the past";
      case CALLER_COUNTRY, CALLER_BOX, OUTLET -> "outside the area that the request speaks of";
      case QUARTER -> "a quarter of a town";
      case UNLISTED, UNLISTED_IN_CONTEXT -> "it does not fit the text";
    };
  }

  private String countryOf(Place place) {
    return gazetteer.country(place.country()).map(Place::name).orElse("its area");
  }
}
