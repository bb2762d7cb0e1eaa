package org.dateline.server.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dateline.server.feature.FeatureJson;
import org.dateline.server.feature.FeatureJson.ReportFacts;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.report.Report;

/** All published reports, encoded. Immutable. */
public final class Publication {

  private final List<PublishedReport> reports;
  private final Map<String, PublishedReport> byId;
  private final Map<GeometryKind, FeatureIndex> collections;
  private final Representation list;

  private Publication(List<PublishedReport> reports, Map<GeometryKind, FeatureIndex> collections) {
    this.reports = reports;
    this.byId =
        reports.stream()
            .collect(Collectors.toUnmodifiableMap(r -> r.report().id(), Function.identity()));
    this.collections = collections;
    this.list = ReportJson.list(reports.stream().map(PublishedReport::report).toList());
  }

  /**
   * Encodes what is to be published.
   *
   * @param received in the order they were received
   * @param added in the order of their ids
   */
  static Publication of(List<Report> received, Collection<PublishedFeature> added) {
    List<Report> newestFirst = new ArrayList<>(received);
    Collections.reverse(newestFirst);
    List<PublishedFeature> all = new ArrayList<>(added);
    List<PublishedReport> reports = new ArrayList<>();
    for (Report report : newestFirst) {
      PublishedReport published = published(report, added);
      all.addAll(published.found());
      reports.add(published);
    }
    return new Publication(List.copyOf(reports), byKind(all));
  }

  /**
   * Returns the same with other locations of journalists.
   *
   * @param touched ids of the reports whose maps differ
   */
  Publication with(Collection<PublishedFeature> added, Set<String> touched) {
    Map<GeometryKind, FeatureIndex> others = new EnumMap<>(collections);
    others.put(GeometryKind.LOCATIONS, index(List.copyOf(added)));
    return new Publication(
        reports.stream()
            .map(
                report -> {
                  String id = report.report().id();
                  return touched.contains(id) ? report.with(onMapOf(id, added)) : report;
                })
            .toList(),
        others);
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
    return new Publication(List.copyOf(others), byKind(all));
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

  private static Map<GeometryKind, FeatureIndex> byKind(List<PublishedFeature> all) {
    Map<GeometryKind, FeatureIndex> collections = new EnumMap<>(GeometryKind.class);
    for (GeometryKind kind : GeometryKind.values()) {
      collections.put(kind, index(all.stream().filter(f -> f.collection() == kind).toList()));
    }
    return collections;
  }

  private static List<PublishedFeature> onMapOf(String report, Collection<PublishedFeature> added) {
    return added.stream().filter(location -> report.equals(location.report())).toList();
  }

  private static FeatureIndex index(List<PublishedFeature> features) {
    Instant updatedAt =
        features.stream()
            .map(PublishedFeature::updatedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    StringBuilder all = new StringBuilder(updatedAt.toString());
    features.forEach(feature -> all.append(feature.hash()));
    return new FeatureIndex(features, updatedAt, Representation.hash(all.toString()));
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

  /** Returns the features of one collection. */
  public FeatureIndex collection(GeometryKind kind) {
    return Objects.requireNonNull(collections.get(kind));
  }

  /** Returns what {@code /api/reports} answers. */
  public Representation list() {
    return list;
  }
}
