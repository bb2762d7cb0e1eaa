package org.dateline.server.ogc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.format.Alternates;
import org.dateline.server.format.Alternates.Alternate;
import org.dateline.server.format.Format;
import org.dateline.server.format.Naming;
import org.dateline.server.format.Values;
import org.dateline.server.http.Representation;
import org.dateline.server.page.Pages;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** Collections and their features as pages to read; the templates escape every value. */
@Component
class CollectionPages {

  /** More would not fit beside each other. */
  private static final int COLUMNS = 5;

  private final Pages pages;

  CollectionPages(Pages pages) {
    this.pages = pages;
  }

  /** A collection in the list of all. */
  private record Row(String id, String title, String description, int count) {}

  /** The model of the template {@code api-collections}. */
  private record CollectionsPage(List<Row> collections, List<Alternate> alternates) {}

  Representation collections(Collection<FeatureCollection> collections, Alternates alternates) {
    return pages.render(
        "api-collections",
        new CollectionsPage(
            collections.stream()
                .map(
                    c ->
                        new Row(
                            c.id(),
                            c.about().title(),
                            c.about().description(),
                            c.features().size()))
                .toList(),
            alternates.others()));
  }

  /** The model of the template {@code api-collection}. */
  private record CollectionPage(
      String id,
      String title,
      String description,
      int count,
      @Nullable String extent,
      String geometry,
      List<PropertySchema> properties,
      List<Alternate> formats,
      List<Alternate> alternates) {}

  Representation collection(FeatureCollection collection, String base) {
    String self = base + "/api/collections/" + collection.id();
    Envelope extent = collection.extent();
    return pages.render(
        "api-collection",
        new CollectionPage(
            collection.id(),
            collection.about().title(),
            collection.about().description(),
            collection.features().size(),
            extent == null ? null : words(extent),
            collection.schema().geometry().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            collection.schema().properties(),
            new Alternates(self + "/items", Format.of(collection.schema()), Format.HTML).others(),
            new Alternates(self, List.of(Format.JSON), Format.HTML).others()));
  }

  /** A feature in a list, with the values of some of its properties. */
  private record Listed(String href, String name, List<Cell> cells) {}

  /** A value under the name of its property. */
  private record Cell(String label, String value, boolean link) {

    static Cell of(String label, @Nullable Object value) {
      String text = value == null ? "" : Values.text(value);
      return new Cell(label, text, text.startsWith("https://") || text.startsWith("http://"));
    }
  }

  /** The model of the template {@code api-items}. */
  private record ListPage(
      String id,
      String title,
      String range,
      List<String> columns,
      List<Listed> features,
      @Nullable String next,
      @Nullable String previous,
      List<Alternate> alternates) {}

  Representation items(ItemsPage page) {
    FeatureCollection collection = page.collection();
    List<String> columns = columns(collection.schema(), page.features());
    List<Listed> features = new ArrayList<>();
    for (CollectionFeature feature : page.features()) {
      features.add(
          new Listed(
              page.home() + "/items/" + CollectionJson.segment(feature.id()) + "?f=html",
              Naming.of(collection.schema(), feature),
              columns.stream().map(column -> Cell.of(column, feature.value(column))).toList()));
    }
    String range =
        features.isEmpty()
            ? "None of " + page.matched()
            : String.format(
                Locale.ROOT, "%,d to %,d of %,d", page.from() + 1, page.to(), page.matched());
    Representation html =
        pages.render(
            "api-items",
            new ListPage(
                collection.id(),
                collection.about().title(),
                range,
                columns,
                features,
                page.next().orElse(null),
                page.previous().orElse(null),
                page.alternates().others()));
    return new Representation(html.body(), html.type(), page.etag());
  }

  /** Those that say something here, in the schema's order; the quoted sentence always. */
  private static List<String> columns(CollectionSchema schema, List<CollectionFeature> features) {
    List<String> columns = new ArrayList<>();
    for (PropertySchema property : schema.properties()) {
      String name = property.name();
      boolean fits = columns.size() < COLUMNS || name.equals("quote");
      if (fits
          && property.type().isScalar()
          && !Naming.isBy(schema, property)
          && features.stream().map(feature -> feature.value(name)).anyMatch(Objects::nonNull)) {
        columns.add(name);
      }
    }
    return columns;
  }

  /** The model of the template {@code api-item}. */
  private record ItemPage(
      String id,
      String title,
      String name,
      String feature,
      @Nullable String where,
      @Nullable String report,
      List<Cell> properties,
      List<Alternate> alternates) {}

  Representation item(
      FeatureCollection collection, CollectionFeature feature, Alternates alternates) {
    Geometry geometry = feature.geometry();
    Object report = collection.schema().find("report").isEmpty() ? null : feature.value("report");
    return pages.render(
        "api-item",
        new ItemPage(
            collection.id(),
            collection.about().title(),
            Naming.of(collection.schema(), feature),
            feature.id(),
            geometry == null || geometry.isEmpty() ? null : words(geometry),
            report == null ? null : report.toString(),
            collection.schema().properties().stream()
                .filter(property -> feature.value(property.name()) != null)
                .map(property -> Cell.of(property.name(), feature.value(property.name())))
                .toList(),
            alternates.others()));
  }

  private static String words(Geometry geometry) {
    Coordinate first = geometry.getCoordinate();
    return geometry instanceof Point
        ? "longitude " + Values.text(first.x) + ", latitude " + Values.text(first.y)
        : String.format(
            Locale.ROOT,
            "%s of %,d positions, %s",
            geometry.getGeometryType(),
            geometry.getNumPoints(),
            words(geometry.getEnvelopeInternal()));
  }

  private static String words(Envelope box) {
    return String.format(
        Locale.ROOT,
        "longitude %s to %s, latitude %s to %s",
        Values.text(box.getMinX()),
        Values.text(box.getMaxX()),
        Values.text(box.getMinY()),
        Values.text(box.getMaxY()));
  }
}
