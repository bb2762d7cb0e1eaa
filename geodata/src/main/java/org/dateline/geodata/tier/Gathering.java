package org.dateline.geodata.tier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.NamedPlace;

/** Gathers what a file yields: places, and why others were left out. */
final class Gathering {

  /** What a name takes until the index is written, with its share of its place, in bytes. */
  private static final long BYTES_PER_NAME = 800;

  /** Names are kept in memory until the index is written; the index itself has its limits too. */
  private static final long MOST_NAMES =
      Math.min(4_000_000, Runtime.getRuntime().maxMemory() / BYTES_PER_NAME);

  /** No more rejected rows than a person reads are told one by one. */
  private static final int MOST_REJECTED = 20;

  private final List<NamedPlace> places = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private final Map<String, Long> dropped = new TreeMap<>();
  private long lines;
  private long names;

  void keep(NamedPlace place) throws ImportException {
    lines++;
    names += place.names().size();
    requireRoom();
    places.add(place);
  }

  /** Counts a line that became a name of a place which is kept later, by {@link #keepCounted}. */
  void countName() throws ImportException {
    lines++;
    names++;
    requireRoom();
  }

  /** Keeps a place whose lines and names were counted before. */
  void keepCounted(NamedPlace place) {
    places.add(place);
  }

  private void requireRoom() throws ImportException {
    if (names > MOST_NAMES) {
      throw new ImportException(
          "The file holds more than "
              + MOST_NAMES
              + " names, for which there is no memory. Say which countries you need: --country=ML,BF,NE reads the whole file and keeps theirs.");
    }
  }

  /** Counts a line that was read and led to nothing. */
  void drop(String reason) {
    lines++;
    dropped.merge(reason, 1L, Long::sum);
  }

  /** Counts a line that could not be read. */
  void reject(long line, String reason) {
    drop(reason);
    if (rejected.size() < MOST_REJECTED) {
      rejected.add(new RejectedRow(line, reason));
    }
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
    return new ImportReport(
        name, tier, lines, places.size(), names, Map.copyOf(dropped), List.copyOf(rejected));
  }
}
