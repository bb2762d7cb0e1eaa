package org.dateline.server.ogc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dateline.server.collection.Attribute;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.Selection;
import org.dateline.server.crs.Crs;
import org.dateline.server.feature.Json;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.opengis.filter.Filter;
import org.opengis.filter.FilterFactory2;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/**
 * One page of a collection's features, as a request asks for it.
 *
 * @param selection which features
 * @param order in which they come
 * @param view what is shown of each
 * @param limit how many features a page has at most
 * @param offset how many of the selection come before the page; unless there is a place
 * @param after the place in the order where the page begins, null when it begins at the offset
 * @param given the parameters as given, for links to other pages
 */
record Items(
    Selection selection,
    SortOrder order,
    View view,
    int limit,
    int offset,
    SortOrder.@Nullable Place after,
    Map<String, String> given) {

  static final int DEFAULT_LIMIT = 10;
  static final int MAX_LIMIT = 10_000;

  private static final FilterFactory2 FILTERS = CommonFactoryFinder.getFilterFactory2();

  /** What every collection takes; a property that has such a name can be asked for in a filter. */
  static final Set<String> COMMON =
      Set.of(
          "bbox",
          "bbox-crs",
          "crs",
          "cursor",
          "datetime",
          "limit",
          "offset",
          "properties",
          "q",
          "skipGeometry",
          "sortby");

  /** Returns the properties that are parameters as well. */
  static List<PropertySchema> parameters(FeatureCollection collection) {
    return collection.schema().properties().stream()
        .filter(property -> property.type().isScalar() && !COMMON.contains(property.name()))
        .toList();
  }

  /** Reads a request, naming what is wrong with it. */
  static Items of(ServerWebExchange exchange, FeatureCollection collection) {
    List<PropertySchema> queryables = parameters(collection);
    Set<String> known = new TreeSet<>(COMMON);
    queryables.forEach(property -> known.add(property.name()));
    QueryParameters query = QueryParameters.of(exchange, known);
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : known) {
      query.text(name).ifPresent(value -> given.put(name, value));
    }
    List<Filter> filters = new ArrayList<>();
    query.text("q").map(TextSearch::parse).ifPresent(filters::add);
    for (PropertySchema queryable : queryables) {
      query.text(queryable.name()).map(value -> equal(queryable, value)).ifPresent(filters::add);
    }
    SortOrder order = SortOrder.parse(query.text("sortby").orElse(""), collection.schema());
    if (given.containsKey("cursor") && given.containsKey("offset")) {
      throw ProblemException.parameter(
          "offset", "A cursor says already where the page begins.", "Leave out one of the two.");
    }
    return new Items(
        new Selection(
            areas(query),
            query.text("datetime").map(EventTime::parse).orElse(null),
            filters.isEmpty()
                ? Filter.INCLUDE
                : filters.size() == 1 ? filters.get(0) : FILTERS.and(filters)),
        order,
        View.of(query, collection.schema()),
        Math.min(query.integer("limit", 1, Integer.MAX_VALUE, DEFAULT_LIMIT), MAX_LIMIT),
        query.integer("offset", 0, Integer.MAX_VALUE, 0),
        query.text("cursor").map(cursor -> Cursor.parse(cursor, order)).orElse(null),
        given);
  }

  private static List<Geometry> areas(QueryParameters query) {
    Crs crs = query.text("bbox-crs").map(name -> Crs.of("bbox-crs", name)).orElse(Crs.CRS84);
    return query.text("bbox").map(value -> crs.box("bbox", value)).orElse(List.of());
  }

  private static Filter equal(PropertySchema queryable, String value) {
    if (!queryable.values().isEmpty() && !queryable.values().contains(value)) {
      throw ProblemException.parameter(
          queryable.name(),
          "\"" + value + "\" is not a value of " + queryable.name() + ".",
          "There are: " + String.join(", ", queryable.values()) + ".");
    }
    return FILTERS.equals(
        new Attribute(queryable.name()), FILTERS.literal(Literals.of(queryable, value)));
  }

  /**
   * Returns the page.
   *
   * @param base address of this server, without a trailing slash
   */
  Representation page(FeatureCollection collection, String base) {
    About kind = collection.about();
    List<CollectionFeature> selected = order.sorted(collection.select(selection));
    int from = after == null ? Math.min(offset, selected.size()) : order.after(after, selected);
    int to = (int) Math.min((long) from + limit, selected.size());
    List<CollectionFeature> page = selected.subList(from, to);

    ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + 2048 * page.size());
    out.writeBytes(
        "{\"type\":\"FeatureCollection\",\"features\":[".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < page.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write('\n');
      out.writeBytes(view.json(page.get(i)));
    }
    out.writeBytes("],".getBytes(StandardCharsets.US_ASCII));
    byte[] about =
        Json.document(
            "",
            json -> {
              json.writeStartObject();
              json.writeNumberProperty("numberMatched", selected.size());
              json.writeNumberProperty("numberReturned", page.size());
              // When the data was made: the same request gets the same bytes until it changes.
              json.writeStringProperty("timeStamp", collection.updatedAt().toString());
              json.writeArrayPropertyStart("links");
              String items = base + "/api/collections/" + kind.id() + "/items";
              String type = Representation.GEO_JSON.toString();
              Json.link(json, "self", link(items, "", ""), type, "This page");
              if (to < selected.size()) {
                String last = Cursor.of(order.placeOf(selected.get(to - 1)));
                Json.link(json, "next", link(items, "cursor", last), type, "Next page");
              }
              if (from > 0) {
                String before = String.valueOf(Math.max(0, from - limit));
                Json.link(json, "prev", link(items, "offset", before), type, "Page before");
              }
              Json.link(
                  json,
                  "collection",
                  base + "/api/collections/" + kind.id(),
                  "application/json",
                  kind.title());
              json.writeEndArray();
              json.writeEndObject();
            });
    out.write(about, 1, about.length - 1);
    // The bytes depend on nothing else, so that their tag costs nothing.
    String etag = Representation.hash(collection.hash() + base + kind.id() + given);
    return new Representation(out.toByteArray(), Representation.GEO_JSON, '"' + etag + '"');
  }

  /** Returns the address of a page that begins elsewhere. */
  private String link(String items, String begin, String at) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    if (!begin.isEmpty()) {
      parameters.remove("cursor");
      parameters.remove("offset");
      parameters.put(begin, at);
    }
    StringBuilder address = new StringBuilder(items);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      address
          .append(address.length() == items.length() ? '?' : '&')
          .append(UriUtils.encode(parameter.getKey(), StandardCharsets.UTF_8))
          .append('=')
          .append(UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8));
    }
    return address.toString();
  }
}
