package org.dateline.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dateline.server.collection.Attribute;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.Selection;
import org.dateline.server.crs.Crs;
import org.dateline.server.format.Format;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.problem.ProblemException;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.opengis.filter.Filter;
import org.opengis.filter.FilterFactory2;
import org.springframework.web.server.ServerWebExchange;

/**
 * One page of a collection's features, as a request asks for it.
 *
 * @param selection which features
 * @param order in which they come
 * @param view what is shown of each
 * @param limit how many features at most; 0 when the request does not say
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

  /** Reads a request, naming what is wrong with it. */
  static Items of(ServerWebExchange exchange, FeatureCollection collection) {
    List<PropertySchema> queryables = ItemsParameters.ofProperties(collection);
    Set<String> known = new TreeSet<>(ItemsParameters.COMMON);
    queryables.forEach(property -> known.add(property.name()));
    QueryParameters query = QueryParameters.of(exchange, known);
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : known) {
      if (!name.equals("f")) {
        query.text(name).ifPresent(value -> given.put(name, value));
      }
    }
    List<Filter> filters = new ArrayList<>();
    query.text("q").map(TextSearch::parse).ifPresent(filters::add);
    FilterParameter.of(query, collection.schema()).ifPresent(filters::add);
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
        query.text("limit").isEmpty()
            ? 0
            : query.integer("limit", 1, Integer.MAX_VALUE, DEFAULT_LIMIT),
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

  /** Returns how many features an answer has at most; a file has no next page. */
  int limit(Format format) {
    if (format.encoder().isPresent()) {
      return limit == 0 ? Integer.MAX_VALUE : limit;
    }
    return limit == 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT);
  }

  /**
   * Returns what is asked for.
   *
   * @param base address of this server, without a trailing slash
   */
  ItemsPage page(FeatureCollection collection, Format format, String base) {
    List<CollectionFeature> selected = order.sorted(collection.select(selection));
    int from = after == null ? Math.min(offset, selected.size()) : order.after(after, selected);
    int to = (int) Math.min((long) from + limit(format), selected.size());
    return new ItemsPage(
        collection, this, format, base, selected.subList(from, to), selected.size(), from, to);
  }
}
