package org.dateline.geodata.tier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.NamedPlace;

/** Gathers what a file yields: places, and why others were left out. */
final class Gathering {

  /** More places than this need more memory than a desk has to spare. */
  static final int MOST_PLACES = 1_500_000;

  private final List<NamedPlace> places = new ArrayList<>();
  private final Map<String, Long> dropped = new TreeMap<>();
  private long lines;

  void keep(NamedPlace place) throws ImportException {
    if (places.size() == MOST_PLACES) {
      throw new ImportException(
          "The file holds more than "
              + MOST_PLACES
              + " places. Import the files of the countries you need, one by one.");
    }
    lines++;
    places.add(place);
  }

  void drop(String reason) {
    lines++;
    dropped.merge(reason, 1L, Long::sum);
  }

  long dropped(String reason) {
    return dropped.getOrDefault(reason, 0L);
  }

  long lines() {
    return lines;
  }

  List<NamedPlace> places() {
    return places;
  }

  ImportReport report(String name, Tier tier) {
    long names = places.stream().mapToLong(place -> place.names().size()).sum();
    return new ImportReport(name, tier, lines, places.size(), names, Map.copyOf(dropped));
  }
}
