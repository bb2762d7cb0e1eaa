package org.dateline.server.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dateline.server.feature.Feature.Status;

/** What editors of the newsroom chose for a name, whichever report it stood in. Immutable. */
public final class Taught {

  /** Nothing yet. */
  public static final Taught NOTHING = new Taught(Map.of());

  private final Map<String, List<String>> placesByName;

  private Taught(Map<String, List<String>> placesByName) {
    this.placesByName = placesByName;
  }

  /** Learns from decisions: the place that was chosen most often for a name comes first. */
  public static Taught by(Collection<Decision> decisions) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (Decision decision : decisions) {
      String place = decision.placeId();
      if (decision.status() == Status.VERIFIED && place != null) {
        counts
            .computeIfAbsent(key(decision.words()), name -> new LinkedHashMap<>())
            .merge(place, 1, Integer::sum);
      }
    }
    Map<String, List<String>> places = new HashMap<>();
    counts.forEach(
        (name, byPlace) -> {
          places.put(
              name,
              byPlace.entrySet().stream()
                  .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                  .map(Map.Entry::getKey)
                  .toList());
        });
    return new Taught(Map.copyOf(places));
  }

  private static String key(String words) {
    return words.strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the gazetteer ids of the places that were chosen for a name, the usual one first. */
  List<String> places(String words) {
    return placesByName.getOrDefault(key(words), List.of());
  }
}
