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
import org.dateline.server.feature.Json;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.GeometryFactory;
import org.opengis.filter.Filter;
import org.opengis.filter.FilterFactory2;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of a collection's features, as a request asks for it.
 *
 * @param selection which features
 * @param limit how many features a page has at most
 * @param offset how many of the selection come before the page
 * @param given the parameters as given, for links to other pages
 */
record Items(Selection selection, int limit, int offset, Map<String, String> given) {

  static final int DEFAULT_LIMIT = 10;
  static final int MAX_LIMIT = 10_000;

  private static final FilterFactory2 FILTERS = CommonFactoryFinder.getFilterFactory2();
  private static final Set<String> COMMON = Set.of("bbox", "datetime", "limit", "offset");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Reads a request, naming what is wrong with it. */
  static Items of(ServerWebExchange exchange, FeatureCollection collection) {
    Set<String> known = new TreeSet<>(COMMON);
    List<PropertySchema> queryables = new ArrayList<>();
    for (PropertySchema property : collection.schema().properties()) {
      // A property that is called as a parameter can be asked for in a filter.
      if (property.type().isScalar() && known.add(property.name())) {
        queryables.add(property);
      }
    }
    QueryParameters query = QueryParameters.of(exchange, known);
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : known) {
      query.text(name).ifPresent(value -> given.put(name, value));
    }
    List<Filter> filters = new ArrayList<>();
    for (PropertySchema queryable : queryables) {
      query.text(queryable.name()).map(value -> equal(queryable, value)).ifPresent(filters::add);
    }
    return new Items(
        new Selection(
            query.bbox().orElse(List.of()).stream().map(GEOMETRIES::toGeometry).toList(),
            query.text("datetime").map(EventTime::parse).orElse(null),
            filters.isEmpty() ? Filter.INCLUDE : FILTERS.and(filters)),
        Math.min(query.integer("limit", 1, Integer.MAX_VALUE, DEFAULT_LIMIT), MAX_LIMIT),
        query.integer("offset", 0, Integer.MAX_VALUE, 0),
        given);
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
    List<CollectionFeature> selected = collection.select(selection);
    int from = Math.min(offset, selected.size());
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
      out.writeBytes(page.get(i).json());
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
              Json.link(json, "self", link(items, offset), type, "This page");
              if (to < selected.size()) {
                Json.link(json, "next", link(items, to), type, "Next page");
              }
              if (from > 0) {
                Json.link(
                    json, "prev", link(items, Math.max(0, from - limit)), type, "Page before");
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

  private String link(String items, int start) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    if (start != offset) {
      parameters.put("offset", String.valueOf(start));
    }
    UriComponentsBuilder builder = UriComponentsBuilder.fromUriString(items);
    parameters.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
    return builder.encode().buildAndExpand(parameters).toUriString();
  }
}
