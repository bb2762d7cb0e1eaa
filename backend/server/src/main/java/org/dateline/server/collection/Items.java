package org.dateline.server.collection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dateline.server.feature.Json;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.publication.FeatureIndex;
import org.dateline.server.publication.GeometryKind;
import org.dateline.server.publication.PublishedFeature;
import org.dateline.server.publication.Queryable;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Envelope;
import org.opengis.filter.Filter;
import org.opengis.filter.FilterFactory2;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of a collection's features, as a request asks for it.
 *
 * @param boxes where; empty for everywhere
 * @param filter what else must hold
 * @param limit how many features a page has at most
 * @param offset how many of the selection come before the page
 * @param given the parameters as given, for links to other pages
 */
record Items(
    List<Envelope> boxes, Filter filter, int limit, int offset, Map<String, String> given) {

  static final int DEFAULT_LIMIT = 10;
  static final int MAX_LIMIT = 10_000;

  private static final FilterFactory2 FILTERS = CommonFactoryFinder.getFilterFactory2();
  private static final Set<String> KNOWN = known();

  private static Set<String> known() {
    Set<String> names = new TreeSet<>(Set.of("bbox", "datetime", "limit", "offset"));
    Queryable.ALL.forEach(queryable -> names.add(queryable.name()));
    return Set.copyOf(names);
  }

  /** Reads a request, naming what is wrong with it. */
  static Items of(ServerWebExchange exchange) {
    QueryParameters query = QueryParameters.of(exchange, KNOWN);
    List<Filter> filters = new ArrayList<>();
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : new TreeSet<>(KNOWN)) {
      query.text(name).ifPresent(value -> given.put(name, value));
    }
    query.text("datetime").map(EventTime::parse).ifPresent(time -> filters.add(time.filter()));
    for (Queryable queryable : Queryable.ALL) {
      query.text(queryable.name()).map(value -> equal(queryable, value)).ifPresent(filters::add);
    }
    return new Items(
        query.bbox().orElse(List.of()),
        filters.isEmpty() ? Filter.INCLUDE : FILTERS.and(filters),
        Math.min(query.integer("limit", 1, Integer.MAX_VALUE, DEFAULT_LIMIT), MAX_LIMIT),
        query.integer("offset", 0, Integer.MAX_VALUE, 0),
        given);
  }

  private static Filter equal(Queryable queryable, String value) {
    if (!queryable.values().isEmpty() && !queryable.values().contains(value)) {
      throw ProblemException.parameter(
          queryable.name(),
          "\"" + value + "\" is not a value of " + queryable.name() + ".",
          "There are: " + String.join(", ", queryable.values()) + ".");
    }
    Object literal = value;
    if (queryable.type() == Integer.class) {
      try {
        literal = Integer.valueOf(value.strip());
      } catch (NumberFormatException e) {
        throw ProblemException.parameter(
            queryable.name(), "\"" + value + "\" is not a whole number.", queryable.description());
      }
    }
    return FILTERS.equals(FILTERS.property(queryable.name()), FILTERS.literal(literal));
  }

  /**
   * Returns the page.
   *
   * @param base address of this server, without a trailing slash
   */
  Representation page(GeometryKind kind, FeatureIndex collection, String base) {
    List<PublishedFeature> selected = collection.select(boxes, filter);
    int from = Math.min(offset, selected.size());
    int to = (int) Math.min((long) from + limit, selected.size());
    List<PublishedFeature> page = selected.subList(from, to);

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
