package org.dateline.geoparser.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.mention.MentionKind;

/**
 * The places that a text's names are taken for so far, and what they say for a candidate of another
 * name: how much of the text lies in its country and unit, and how near.
 *
 * <p>Every candidate of every name is held against every place here, the innermost loop of
 * resolution. So countries and units are compared as numbers, and a name that stands ten times is
 * weighed once.
 */
final class Neighbourhood {

  private static final double NEAR_METRES = 1_000_000;
  private static final double NEAR_COUNTRY_METRES = 3_000_000;
  private static final double VOTE_OF_A_DEMONYM = 0.5;

  /** A place that was chosen for a name; how often is counted beside it. */
  private record Anchor(String name, Place place, int country, int unit, boolean firstLevel) {}

  private final Company company;
  private final Votes votes = new Votes();
  private final Set<Place> countries = new LinkedHashSet<>();
  private final List<Anchor> anchors = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();

  /** Codes of countries and units as numbers; the empty code is 0. */
  private final Map<String, Integer> numbers = new HashMap<>(Map.of("", 0));

  private final Map<String, Map<String, double[]>> weighed = new HashMap<>();

  /**
   * Starts with no place chosen.
   *
   * @param company what the names may mean, whatever is chosen
   */
  Neighbourhood(Company company) {
    this.company = company;
  }

  /** Adds the place that a name is taken for where it stands once more. */
  void add(String name, Place place, MentionKind kind) {
    boolean demonym = kind == MentionKind.DEMONYM;
    if (!place.country().isEmpty()) {
      votes.add(name, place, demonym ? VOTE_OF_A_DEMONYM : 1);
    }
    if (place.isCountry()) {
      countries.add(place);
    }
    if (!demonym && anchors(place)) {
      Integer index = indexes.putIfAbsent(name + '\t' + place.id(), anchors.size());
      if (index != null) {
        counts.set(index, counts.get(index) + 1);
      } else {
        anchors.add(
            new Anchor(
                name,
                place,
                number(place.country()),
                number(place.admin1()),
                place.isFirstLevel()));
        counts.add(1);
      }
    }
  }

  /** Returns whether a place is small enough that others of the text can be told by lying near. */
  private static boolean anchors(Place place) {
    return !place.isCountry() && place.featureClass() != 'L' && place.featureClass() != 'H';
  }

  private int number(String code) {
    return numbers.computeIfAbsent(code, k -> numbers.size());
  }

  /** Returns how many places smaller than a country the other names are taken for. */
  int placesOfOthers(String name) {
    int others = 0;
    for (Anchor anchor : anchors) {
      others += anchor.name().equals(name) ? 0 : 1;
    }
    return others;
  }

  /** Adds what the other names say for a candidate of a name to the evidence of it. */
  void weigh(String name, Place place, double[] evidence) {
    double[] added =
        weighed
            .computeIfAbsent(name, k -> new HashMap<>())
            .computeIfAbsent(place.id(), k -> weigh(name, place));
    for (int i = 0; i < evidence.length; i++) {
      evidence[i] += added[i];
    }
  }

  private double[] weigh(String name, Place place) {
    double[] v = new double[Evidence.values().length];
    v[Evidence.COUNTRY_SHARE.ordinal()] = votes.shareOf(place.country(), name);
    if (!place.isCountry() && !place.featureCode().equals("CONT")) {
      v[Evidence.COMPANY.ordinal()] = company.of(place, name);
      v[Evidence.COUNTRY_NEARBY.ordinal()] = nearCountry(place);
      weighAnchors(name, place, v);
    }
    return v;
  }

  private void weighAnchors(String name, Place place, double[] v) {
    int country = number(place.country());
    int unit = number(place.admin1());
    boolean firstLevel = place.isFirstLevel();
    double nearest = Double.MAX_VALUE;
    int inCountry = 0;
    int inUnit = 0;
    for (int i = 0; i < anchors.size(); i++) {
      Anchor anchor = anchors.get(i);
      if (anchor.name().equals(name)) {
        continue;
      }
      boolean sameCountry = anchor.country() == country;
      boolean sameUnit = sameCountry && anchor.unit() == unit;
      if (sameCountry) {
        inCountry += counts.get(i);
        inUnit += sameUnit && unit != 0 ? counts.get(i) : 0;
      }
      if (anchor.firstLevel() && !firstLevel) {
        if (sameUnit) {
          v[Evidence.PARENT_NEARBY.ordinal()] = 1;
        }
      } else if (!anchor.place().id().equals(place.id())) {
        nearest = Math.min(nearest, metres(place, anchor.place()));
      }
    }
    if (!firstLevel) {
      v[Evidence.NEARNESS.ordinal()] = nearness(nearest);
      v[Evidence.UNIT_SHARE.ordinal()] = inCountry == 0 ? 0 : (double) inUnit / inCountry;
    }
  }

  /** Returns how near a place is to another country that the text names, 0 to 1. */
  private double nearCountry(Place place) {
    double nearest = NEAR_COUNTRY_METRES;
    for (Place country : countries) {
      if (!country.country().equals(place.country())) {
        nearest = Math.min(nearest, metres(place, country));
      }
    }
    return 1 - nearest / NEAR_COUNTRY_METRES;
  }

  private static double metres(Place a, Place b) {
    return Sphere.roughMetres(a.lon(), a.lat(), b.lon(), b.lat());
  }

  /** Returns 1 for a place on the spot, falling with the logarithm to 0 at a thousand km. */
  static double nearness(double metres) {
    return metres > NEAR_METRES
        ? 0
        : 1 - Math.log1p(metres / 10_000) / Math.log1p(NEAR_METRES / 10_000);
  }
}
