package org.dateline.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dateline.geoparser.finding.Layer;
import org.dateline.server.feature.Feature;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.publication.LayerDescription;
import org.dateline.server.publication.PublishedReport;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A layer's places as the list beside the map shows them.
 *
 * @param layer the layer's id
 * @param title its title
 * @param on whether the map shows it at first
 * @param places its places, in the order of the text
 */
record PlaceGroup(String layer, String title, boolean on, List<Row> places) {

  private static final List<Layer> ORDER =
      List.of(
          Layer.FIGHTING,
          Layer.DISPLACEMENT,
          Layer.SUPPLY,
          Layer.SCENES,
          Layer.CONTEXT,
          Layer.METONYMS,
          Layer.CLAIMS);

  /** One place or movement. */
  record Row(
      String featureId,
      String location,
      @Nullable String admin,
      String layer,
      String role,
      int mentionCount,
      String mentionsWord,
      String statusWord,
      String precisionWord,
      String quote,
      boolean isMovement) {}

  /** Returns the groups that have places. */
  static List<PlaceGroup> of(PublishedReport published) {
    Report report = published.report();
    List<PlaceGroup> groups = new ArrayList<>();
    for (Layer layer : ORDER) {
      List<Row> rows =
          report.reading().features().stream()
              .filter(feature -> feature.layer() == layer)
              .map(PlaceGroup::row)
              .toList();
      add(groups, layer, rows);
    }
    add(groups, Layer.LOCATIONS, published.added().stream().map(PlaceGroup::row).toList());
    return groups;
  }

  private static void add(List<PlaceGroup> groups, Layer layer, List<Row> rows) {
    if (!rows.isEmpty()) {
      LayerDescription description = LayerDescription.of(layer);
      groups.add(new PlaceGroup(description.id(), description.title(), description.on(), rows));
    }
  }

  private static Row row(AddedLocation location) {
    String quote = location.values().get("quote") instanceof String words ? words : "";
    return new Row(
        location.id(),
        location.name(),
        null,
        LayerDescription.of(Layer.LOCATIONS).id(),
        "overlay",
        0,
        "added by " + location.createdBy(),
        status(location.status()),
        String.valueOf(location.properties().get("precision_words")),
        quote,
        false);
  }

  private static Row row(Feature feature) {
    return new Row(
        feature.id(),
        feature.location().name(),
        admin(feature),
        LayerDescription.of(feature.layer()).id(),
        feature.role().name().toLowerCase(Locale.ROOT),
        feature.mentionCount(),
        Words.count(feature.mentionCount(), "mention", "mentions"),
        status(feature.status()),
        org.dateline.server.feature.Words.precision(feature),
        feature.quote().text(),
        feature.route() != null);
  }

  /** "Mopti, Mali"; a unit or a country is not named as its own parent. */
  private static @Nullable String admin(Feature feature) {
    List<String> parts = new ArrayList<>(2);
    for (String part : new String[] {feature.location().admin1(), feature.location().country()}) {
      if (part != null && !part.equals(feature.location().name())) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  private static String status(Feature.Status status) {
    return switch (status) {
      case UNVERIFIED -> "not yet checked";
      case VERIFIED -> "checked by a person";
      case NOT_IDENTIFIABLE -> "cannot be identified";
      case REJECTED -> "rejected";
      case WITHDRAWN -> "withdrawn";
    };
  }
}
