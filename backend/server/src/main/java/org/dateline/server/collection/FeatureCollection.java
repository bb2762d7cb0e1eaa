package org.dateline.server.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.opengis.filter.Filter;

/**
 * A collection of features as OGC API - Features has it: described, with a schema, and its features
 * in order, found by id and by place. Immutable and safe for concurrent use: a change makes another
 * one.
 */
public final class FeatureCollection {

  private final About about;
  private final CollectionSchema schema;
  private final List<CollectionFeature> features;
  private final Map<String, CollectionFeature> byId = new HashMap<>();
  private final HPRtree byPlace = new HPRtree();
  private final BitSet placeless = new BitSet();
  private final Envelope extent = new Envelope();
  private final @Nullable TimeSpan span;
  private final Instant updatedAt;
  private final String hash;

  /**
   * What a collection is.
   *
   * @param id in addresses
   * @param title for people
   * @param description what is in it, in a sentence
   * @param editable whether features can be added and changed over HTTP
   */
  public record About(String id, String title, String description, boolean editable) {}

  /**
   * Makes a collection.
   *
   * @param features in any order; ids and keys are unique
   * @param updatedAt when the newest of them was made
   * @param hash of everything that answers from this collection depend on
   */
  public FeatureCollection(
      About about,
      CollectionSchema schema,
      List<CollectionFeature> features,
      Instant updatedAt,
      String hash) {
    this.about = about;
    this.schema = schema;
    this.features = features.stream().sorted(Comparator.comparing(CollectionFeature::key)).toList();
    TimeSpan times = null;
    for (int i = 0; i < this.features.size(); i++) {
      CollectionFeature feature = this.features.get(i);
      byId.put(feature.id(), feature);
      Geometry geometry = feature.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        byPlace.insert(geometry.getEnvelopeInternal(), i);
        extent.expandToInclude(geometry.getEnvelopeInternal());
      } else {
        placeless.set(i);
      }
      TimeSpan when = feature.when();
      if (when != null) {
        times = times == null ? when : times.with(when);
      }
    }
    byPlace.build();
    this.span = times;
    this.updatedAt = updatedAt;
    this.hash = hash;
  }

  /** Returns the id in addresses. */
  public String id() {
    return about.id();
  }

  /** Returns what the collection is. */
  public About about() {
    return about;
  }

  /** Returns what its features have. */
  public CollectionSchema schema() {
    return schema;
  }

  /** Returns all features in the collection's order, that of their keys. */
  public List<CollectionFeature> features() {
    return features;
  }

  /** Returns a feature, empty when the collection has none of that id. */
  public Optional<CollectionFeature> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the features that a selection takes, in the collection's order. */
  public List<CollectionFeature> select(Selection selection) {
    if (selection.equals(Selection.ALL)) {
      return features;
    }
    List<CollectionFeature> selected = new ArrayList<>();
    BitSet near = near(selection);
    for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
      CollectionFeature feature = features.get(i);
      if (takes(selection, feature)) {
        selected.add(feature);
      }
    }
    return selected;
  }

  /** Returns the positions of the features that the spatial index leaves to be looked at. */
  private BitSet near(Selection selection) {
    if (!selection.areas().isEmpty()) {
      return within(selection.areas());
    }
    BitSet near = new BitSet(features.size());
    Bounds.of(selection.filter())
        .ifPresentOrElse(
            boxes -> {
              for (Envelope box : boxes) {
                byPlace.query(box).forEach(position -> near.set((Integer) position));
              }
            },
            () -> near.set(0, features.size()));
    return near;
  }

  private static boolean takes(Selection selection, CollectionFeature feature) {
    TimeSpan asked = selection.when();
    if (asked != null && feature.when() != null && !asked.meets(feature.when())) {
      return false;
    }
    return selection.filter() == Filter.INCLUDE
        || selection.filter().evaluate(feature.attributes());
  }

  private BitSet within(List<Geometry> areas) {
    BitSet inside = (BitSet) placeless.clone();
    for (Geometry area : areas) {
      Predicate<Geometry> touches = touches(area);
      for (Object near : byPlace.query(area.getEnvelopeInternal())) {
        int position = (Integer) near;
        Geometry geometry = features.get(position).geometry();
        if (!inside.get(position) && geometry != null && touches.test(geometry)) {
          inside.set(position);
        }
      }
    }
    return inside;
  }

  /** A box of another reference system may come out crossing itself, which older ways fail on. */
  private static Predicate<Geometry> touches(Geometry area) {
    if (area.isRectangle()) {
      // Most requests give a box; what lies in it whole needs no computing.
      Envelope box = area.getEnvelopeInternal();
      return geometry -> box.covers(geometry.getEnvelopeInternal()) || area.intersects(geometry);
    }
    RelateNG prepared = RelateNG.prepare(area);
    return geometry -> prepared.evaluate(geometry, RelatePredicate.intersects());
  }

  /** Returns the box round all features, lon lat in degrees; null when there are none. */
  public @Nullable Envelope extent() {
    return extent.isNull() ? null : new Envelope(extent);
  }

  /** Returns the time from the first feature to the last, null when none says a time. */
  public @Nullable TimeSpan span() {
    return span;
  }

  /** Returns when the newest of the features was made. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Returns a hash of everything that answers from this collection depend on. */
  public String hash() {
    return hash;
  }
}
