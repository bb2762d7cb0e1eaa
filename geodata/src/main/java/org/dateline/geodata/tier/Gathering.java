package org.dateline.geodata.tier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.IndexSink;
import org.dateline.geodata.index.NamedPlace;

/**
 * Gathers what a file yields: places, and why others were left out. What is gathered is handed to
 * the index whenever the memory has no room for more.
 */
final class Gathering {

  /** What a name takes until the index is written, with its share of its place, in bytes. */
  private static final long BYTES_PER_NAME = 1_000;

  /** Names that are kept in memory; an index of more would come near what an index can hold. */
  private static final long MOST_NAMES =
      Math.min(4_000_000, Runtime.getRuntime().maxMemory() / BYTES_PER_NAME);

  /** No more rejected rows than a person reads are told one by one. */
  private static final int MOST_REJECTED = 20;

  private final IndexSink sink;
  private final long mostNames;
  private final List<NamedPlace> places = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private final Map<String, Long> dropped = new TreeMap<>();
  private long lines;
  private long kept;
  private long names;
  private long namesInMemory;

  Gathering(IndexSink sink) {
    this(sink, MOST_NAMES);
  }

  /**
   * Hands over after a number of names.
   *
   * @param mostNames kept in memory, 1 or more
   */
  Gathering(IndexSink sink, long mostNames) {
    this.sink = sink;
    this.mostNames = mostNames;
  }

  void keep(NamedPlace place) throws IOException {
    lines++;
    names += place.names().size();
    namesInMemory += place.names().size();
    places.add(place);
    if (isFull()) {
      flush();
    }
  }

  /** Counts a line that became a name of a place which is kept later, by {@link #keepCounted}. */
  void countName() {
    lines++;
    names++;
    namesInMemory++;
  }

  /** Keeps a place whose lines and names were counted before. */
  void keepCounted(NamedPlace place) {
    places.add(place);
  }

  /** Returns whether there is no room for more names before {@link #flush}. */
  boolean isFull() {
    return namesInMemory >= mostNames;
  }

  /** Hands what was kept to the index. */
  void flush() throws IOException {
    if (!places.isEmpty()) {
      sink.add(places);
      kept += places.size();
      places.clear();
    }
    namesInMemory = 0;
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

  ImportReport report(String name, Tier tier) {
    return new ImportReport(
        name, tier, lines, kept, names, Map.copyOf(dropped), List.copyOf(rejected));
  }
}
