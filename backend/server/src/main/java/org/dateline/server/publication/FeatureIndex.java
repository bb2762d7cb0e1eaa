package org.dateline.server.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.opengis.filter.Filter;
import org.opengis.filter.FilterFactory2;

/**
 * The features of one collection, by place and by id. Immutable and safe for concurrent use: the
 * tree is built before anyone sees it.
 */
public final class FeatureIndex {

  private static final FilterFactory2 FILTERS = CommonFactoryFinder.getFilterFactory2();

  private final List<PublishedFeature> features;
  private final Map<String, PublishedFeature> byId;
  private final HPRtree byPlace = new HPRtree();
  private final Instant updatedAt;
  private final String hash;

  FeatureIndex(List<PublishedFeature> features, Instant updatedAt, String hash) {
    this.features = List.copyOf(features);
    this.byId =
        features.stream()
            .collect(Collectors.toUnmodifiableMap(PublishedFeature::id, Function.identity()));
    for (int i = 0; i < features.size(); i++) {
      byPlace.insert(features.get(i).geometry().getEnvelopeInternal(), i);
    }
    byPlace.build();
    this.updatedAt = updatedAt;
    this.hash = hash;
  }

  /**
   * Returns the features that a selection takes, in the collection's order.
   *
   * @param boxes any of which the geometry must touch; empty for everywhere
   * @param filter what else must hold
   */
  public List<PublishedFeature> select(List<Envelope> boxes, Filter filter) {
    if (boxes.isEmpty()) {
      return filter == Filter.INCLUDE
          ? features
          : features.stream().filter(f -> filter.evaluate(f.attributes())).toList();
    }
    List<Integer> found = new ArrayList<>();
    for (Envelope box : boxes) {
      Filter touches =
          FILTERS.bbox(
              GeometryKind.GEOMETRY,
              box.getMinX(),
              box.getMinY(),
              box.getMaxX(),
              box.getMaxY(),
              null);
      for (Object near : byPlace.query(box)) {
        Integer position = (Integer) near;
        PublishedFeature feature = features.get(position);
        if (touches.evaluate(feature.attributes()) && filter.evaluate(feature.attributes())) {
          found.add(position);
        }
      }
    }
    return found.stream().distinct().sorted(Comparator.naturalOrder()).map(features::get).toList();
  }

  /** Returns a feature, empty when the collection has none of that id. */
  public Optional<PublishedFeature> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the box round all features, null when there are none. */
  public @Nullable Envelope extent() {
    if (features.isEmpty()) {
      return null;
    }
    Envelope extent = new Envelope();
    features.forEach(f -> extent.expandToInclude(f.geometry().getEnvelopeInternal()));
    return extent;
  }

  /** Returns when the newest of the published features was made. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Returns a hash of everything that answers from this collection depend on. */
  public String hash() {
    return hash;
  }
}
