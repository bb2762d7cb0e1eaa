package org.dateline.server.publication;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is published at the moment. Readers take the whole at once and never wait. */
@Component
public class Published {

  private volatile @Nullable Publication current;

  /** What journalists added, by id: in the order it was added. */
  private final SortedMap<String, PublishedFeature> locations = new TreeMap<>();

  /** By id; replaced as a whole, since a publication keeps it. */
  private SortedMap<String, FeatureCollection> datasets = Collections.emptySortedMap();

  /** The last version of each location that was changed: writes may arrive here out of order. */
  private final Map<String, Integer> versions = new HashMap<>();

  /**
   * Returns what is published.
   *
   * @throws ProblemException while the first reports are still being read
   */
  public Publication current() {
    Publication publication = current;
    if (publication == null) {
      throw new ProblemException(
          ProblemType.STARTING,
          "The map is starting: its first reports are still being read.",
          null,
          "Try again in a few seconds.");
    }
    return publication;
  }

  /** Returns whether anything is published yet. */
  public boolean ready() {
    return current != null;
  }

  /**
   * Publishes these reports, in the order they were received, and these locations, in place of
   * everything before.
   */
  public synchronized void replace(List<Report> reports, List<AddedLocation> locations) {
    this.locations.clear();
    for (AddedLocation location : locations) {
      this.locations.put(location.id(), PublishedFeature.of(location));
      versions.put(location.id(), location.version());
    }
    current = Publication.of(reports, this.locations.values(), datasets);
  }

  /** Publishes a report, unless a newer version of it is published already. */
  public synchronized void put(Report report) {
    current = current().with(report, locations.values());
  }

  /** Publishes locations; those of which a newer version is published already are left alone. */
  public synchronized void put(List<AddedLocation> changed) {
    Set<String> touched = new HashSet<>();
    for (AddedLocation location : changed) {
      if (location.version() > versions.getOrDefault(location.id(), 0)) {
        versions.put(location.id(), location.version());
        touch(touched, locations.put(location.id(), PublishedFeature.of(location)));
        touch(touched, locations.get(location.id()));
      }
    }
    publish(touched);
  }

  /**
   * Takes locations off the map.
   *
   * @param removed by id the version of the change that removed it
   */
  public synchronized void remove(Map<String, Integer> removed) {
    Set<String> touched = new HashSet<>();
    removed.forEach(
        (id, version) -> {
          if (version > versions.getOrDefault(id, 0)) {
            versions.put(id, version);
            touch(touched, locations.remove(id));
          }
        });
    publish(touched);
  }

  /** Publishes a data set in place of the one with its id. */
  public synchronized void put(FeatureCollection dataset) {
    SortedMap<String, FeatureCollection> others = new TreeMap<>(datasets);
    others.put(dataset.id(), dataset);
    publish(others);
  }

  /** Takes a data set away. */
  public synchronized void removeDataset(String id) {
    SortedMap<String, FeatureCollection> others = new TreeMap<>(datasets);
    others.remove(id);
    publish(others);
  }

  private void publish(SortedMap<String, FeatureCollection> others) {
    datasets = Collections.unmodifiableSortedMap(others);
    if (current != null) {
      current = current.with(datasets);
    }
  }

  private static void touch(Set<String> touched, @Nullable PublishedFeature feature) {
    if (feature != null && feature.report() != null) {
      touched.add(feature.report());
    }
  }

  private void publish(Set<String> touched) {
    current = current().with(locations.values(), touched);
  }
}
