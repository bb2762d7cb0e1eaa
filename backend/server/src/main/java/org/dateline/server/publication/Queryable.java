package org.dateline.server.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.Words;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A property that features can be selected by.
 *
 * @param name its name in the GeoJSON and in the query
 * @param type {@link String} or {@link Integer}
 * @param description what it says
 * @param values the values there may be, empty when the list is open
 * @param value takes it from a feature of a report
 */
public record Queryable(
    String name,
    Class<?> type,
    String description,
    List<String> values,
    BiFunction<Report, Feature, @Nullable Object> value) {

  /** All of them. */
  public static final List<Queryable> ALL =
      List.of(
          text("report", "Id of the report that names it.", (r, f) -> r.id()),
          word("layer", "The layer it falls into.", Layer.class, (r, f) -> f.layer()),
          word("feature_role", "What it is to its layer.", FeatureRole.class, (r, f) -> f.role()),
          word("status", "What people made of it.", Feature.Status.class, (r, f) -> f.status()),
          text("location", "Its name.", (r, f) -> f.location().name()),
          text("country", "The country it lies in.", (r, f) -> f.location().country()),
          text("iso3", "ISO 3166-1 alpha-3 code of that country.", (r, f) -> f.location().iso3()),
          text("admin1", "Its first-level unit.", (r, f) -> f.location().admin1()),
          new Queryable(
              "location_resolution",
              String.class,
              "How precisely it is located, in a word.",
              List.of("Exact", "Vicinity", "Locality", "District", "Region", "Country", "Vague"),
              (r, f) -> Words.resolution(f.location())),
          number(
              "geo_precision",
              "ACLED: 1 town, 2 near or part of it, 3 region or coarser.",
              (r, f) -> f.location().precision().geoPrecision()),
          number(
              "where_prec",
              "UCDP: 1 exact to 7 water or air.",
              (r, f) -> f.location().precision().wherePrec()));

  private static Queryable text(
      String name, String description, BiFunction<Report, Feature, @Nullable Object> value) {
    return new Queryable(name, String.class, description, List.of(), value);
  }

  private static Queryable number(
      String name, String description, BiFunction<Report, Feature, @Nullable Object> value) {
    return new Queryable(name, Integer.class, description, List.of(), value);
  }

  private static <E extends Enum<E>> Queryable word(
      String name, String description, Class<E> words, BiFunction<Report, Feature, E> value) {
    return new Queryable(
        name,
        String.class,
        description,
        Arrays.stream(words.getEnumConstants()).map(Queryable::lowerCase).toList(),
        (report, feature) -> lowerCase(value.apply(report, feature)));
  }

  private static String lowerCase(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** Returns a feature's value, null when it has none. */
  public @Nullable Object valueOf(Report report, Feature feature) {
    return value.apply(report, feature);
  }
}
