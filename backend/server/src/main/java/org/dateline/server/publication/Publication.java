package org.dateline.server.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.feature.FeatureJson;
import org.dateline.server.feature.FeatureJson.ReportFacts;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.report.Report;

/** All published reports, encoded. Immutable. */
public final class Publication {

  private final List<PublishedReport> reports;
  private final Map<String, PublishedReport> byId;
  private final Map<ReportCollection, FeatureCollection> collections;
  private final SortedMap<String, FeatureCollection> datasets;
  private final Map<String, FeatureCollection> byCollectionId = new LinkedHashMap<>();
  private final Representation list;

  private Publication(
      List<PublishedReport> reports,
      Map<ReportCollection, FeatureCollection> collections,
      SortedMap<String, FeatureCollection> datasets) {
    this.reports = reports;
    this.byId =
        reports.stream()
            .collect(Collectors.toUnmodifiableMap(r -> r.report().id(), Function.identity()));
    this.collections = collections;
    this.datasets = datasets;
    collections.values().forEach(collection -> byCollectionId.put(collection.id(), collection));
    datasets.values().forEach(collection -> byCollectionId.put(collection.id(), collection));
    this.list = ReportJson.list(reports.stream().map(PublishedReport::report).toList());
  }

  /**
   * Encodes what is to be published.
   *
   * @param received in the order they were received
   * @param added in the order of their ids
   * @param datasets by id
   */
  static Publication of(
      List<Report> received,
      Collection<PublishedFeature> added,
      SortedMap<String, FeatureCollection> datasets) {
    List<Report> newestFirst = new ArrayList<>(received);
    Collections.reverse(newestFirst);
    List<PublishedFeature> all = new ArrayList<>(added);
    List<PublishedReport> reports = new ArrayList<>();
    for (Report report : newestFirst) {
      PublishedReport published = published(report, added);
      all.addAll(published.found());
      reports.add(published);
    }
    return new Publication(List.copyOf(reports), byKind(all), datasets);
  }

  /** Returns the same with other data sets. */
  Publication with(SortedMap<String, FeatureCollection> others) {
    return new Publication(reports, collections, others);
  }

  /**
   * Returns the same with other locations of journalists.
   *
   * @param touched ids of the reports whose maps differ
   */
  Publication with(Collection<PublishedFeature> added, Set<String> touched) {
    Map<ReportCollection, FeatureCollection> others = new EnumMap<>(collections);
    others.put(ReportCollection.LOCATIONS, collection(ReportCollection.LOCATIONS, added));
    return new Publication(
        reports.stream()
            .map(
                report -> {
                  String id = report.report().id();
                  return touched.contains(id) ? report.with(onMapOf(id, added)) : report;
                })
            .toList(),
        others,
        datasets);
  }

  /** Returns the same with another version of a report, unless that one is older. */
  Publication with(Report changed, Collection<PublishedFeature> added) {
    List<PublishedReport> others = new ArrayList<>(reports);
    List<PublishedFeature> all = new ArrayList<>(added);
    for (int i = 0; i < others.size(); i++) {
      Report present = others.get(i).report();
      if (present.id().equals(changed.id()) && present.version() <= changed.version()) {
        others.set(i, published(changed, added));
      }
      all.addAll(others.get(i).found());
    }
    return new Publication(List.copyOf(others), byKind(all), datasets);
  }

  private static PublishedReport published(Report report, Collection<PublishedFeature> added) {
    FeatureJson writer = new FeatureJson(factsOf(report));
    return PublishedReport.of(
        report,
        report.reading().features().stream()
            .map(feature -> PublishedFeature.of(report, feature, writer))
            .toList(),
        onMapOf(report.id(), added));
  }

  private static Map<ReportCollection, FeatureCollection> byKind(List<PublishedFeature> all) {
    Map<ReportCollection, FeatureCollection> collections = new EnumMap<>(ReportCollection.class);
    for (ReportCollection kind : ReportCollection.values()) {
      collections.put(
          kind, collection(kind, all.stream().filter(f -> f.collection() == kind).toList()));
    }
    return collections;
  }

  private static List<PublishedFeature> onMapOf(String report, Collection<PublishedFeature> added) {
    return added.stream().filter(location -> report.equals(location.report())).toList();
  }

  private static FeatureCollection collection(
      ReportCollection kind, Collection<PublishedFeature> features) {
    Instant updatedAt =
        features.stream()
            .map(PublishedFeature::updatedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    StringBuilder all = new StringBuilder(updatedAt.toString());
    features.forEach(feature -> all.append(feature.hash()));
    return new FeatureCollection(
        kind.about(),
        kind.schema(),
        features.stream().map(PublishedFeature::feature).toList(),
        updatedAt,
        Representation.hash(all.toString()));
  }

  private static ReportFacts factsOf(Report report) {
    String outlet = report.source().outlet();
    return new ReportFacts(
        report.id(),
        outlet == null ? "Report text (outlet to be entered)" : outlet,
        report.reading().methodVersion());
  }

  /** Returns the reports, newest first. */
  public List<PublishedReport> reports() {
    return reports;
  }

  /** Returns a report, empty when there is none of that id. */
  public Optional<PublishedReport> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Returns a report.
   *
   * @throws ProblemException when there is none of that id
   */
  public PublishedReport report(String id) {
    return find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "There is no report \"" + id + "\".", "The reports stand in /api/reports."));
  }

  /** Returns the collections, those over all reports first, then data sets by id. */
  public Collection<FeatureCollection> collections() {
    return byCollectionId.values();
  }

  /**
   * Returns a collection.
   *
   * @throws ProblemException when there is none of that id
   */
  public FeatureCollection collection(String id) {
    FeatureCollection collection = byCollectionId.get(id);
    if (collection == null) {
      throw ProblemException.notFound(
          "There is no collection \"" + id + "\".", "The collections stand in /api/collections.");
    }
    return collection;
  }

  /** Returns what {@code /api/reports} answers. */
  public Representation list() {
    return list;
  }
}
