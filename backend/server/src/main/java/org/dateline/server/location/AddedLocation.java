package org.dateline.server.location;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.place.Precision;
import org.dateline.server.feature.Event;
import org.dateline.server.feature.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * A location that a journalist added, as readers may see it: where it is limited, the exact
 * geometry is in none of the parts.
 *
 * @param id ULID, never given to another
 * @param geometry what is shown, lon lat, WGS 84, as RFC 7946 wants it
 * @param values what was entered, by the names of {@link Entry}
 * @param limited whether the geometry is the grid cells round the exact one
 * @param method whether a person entered it or a file was imported
 * @param version 1 for the first, one more with every change
 * @param createdBy name of who added it
 * @param createdAt when
 * @param updatedAt when this version was made
 */
public record AddedLocation(
    String id,
    Geometry geometry,
    Map<String, Object> values,
    boolean limited,
    Method method,
    int version,
    String createdBy,
    Instant createdAt,
    Instant updatedAt) {

  private static final double HALF_CELL_METRES = 4_000;

  /** How a location came in. */
  public enum Method {
    HUMAN,
    IMPORT
  }

  /** Returns the id of the report on whose map it lies, null when it lies on none. */
  public @Nullable String report() {
    return text("report");
  }

  /** Returns what it is called on the map. */
  public String name() {
    return Objects.requireNonNull(text("location"));
  }

  /** Returns what people made of it. */
  public Feature.Status status() {
    String status = text("status");
    return status == null
        ? Feature.Status.UNVERIFIED
        : Feature.Status.valueOf(status.toUpperCase(Locale.ROOT));
  }

  /** Returns what happened there and when. */
  public Event event() {
    String day = text("event_date");
    String end = text("event_date_end");
    String edtf = text("event_date_edtf");
    if (edtf == null && day != null) {
      edtf = end == null || end.equals(day) ? day : day + '/' + end;
    }
    return new Event(
        text("event_type"),
        text("sub_event_type"),
        edtf,
        values.get("date_prec") instanceof Integer precision ? precision : null,
        text("notes"),
        null);
  }

  /** Returns how precise the geometry is. */
  public Precision precision() {
    return resolution().precision();
  }

  /** Returns the strong entity tag of this version. */
  public String etag() {
    return "\"v" + version + '"';
  }

  private Resolution resolution() {
    return Objects.requireNonNull(Resolution.WORDS.get(text("location_resolution")));
  }

  private @Nullable String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  /**
   * Returns the public properties, named as those of the machine's features, in their order. Values
   * are strings, numbers, booleans, arrays of doubles ({@code label_point}), maps ({@code names})
   * and null.
   */
  public Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Resolution resolution = resolution();
    Event event = event();
    Point label = GeometryReader.labelPoint(geometry);
    all.put("location", name());
    all.put("names", values.getOrDefault("names", Map.of()));
    all.put("report", report());
    all.put("layer", Layer.LOCATIONS.name().toLowerCase(Locale.ROOT));
    all.put("feature_role", FeatureRole.OVERLAY.name().toLowerCase(Locale.ROOT));
    entered(all, "country", "iso3", "admin1", "admin2", "admin3");
    all.put("geo_precision", resolution.precision().geoPrecision());
    all.put("where_prec", resolution.precision().wherePrec());
    all.put("uncertainty_m", uncertaintyMetres());
    all.put("location_resolution", text("location_resolution"));
    all.put("precision_words", limited ? "shown to within 5 km on purpose" : resolution.words());
    all.put("soft", false);
    all.put("label_point", new double[] {label.getX(), label.getY()});
    entered(all, "event_type", "sub_event_type", "event_date", "event_date_end");
    all.put("event_date_edtf", event.edtf());
    entered(
        all,
        "time_precision",
        "date_prec",
        "notes",
        "actor1",
        "assoc_actor_1",
        "actor2",
        "assoc_actor_2",
        "fatalities",
        "fatalities_low",
        "fatalities_high",
        "civilian_targeting",
        "quote");
    all.put("gazetteer_id", limited ? null : values.get("gazetteer_id"));
    entered(all, "claim_by");
    all.put("claim_status", values.getOrDefault("claim_status", "reported"));
    entered(all, "denied_by");
    all.put("drawn", true);
    all.put("status", status().name().toLowerCase(Locale.ROOT));
    all.put("method", method.name().toLowerCase(Locale.ROOT));
    all.put("sensitivity", limited ? "limited" : "public");
    entered(all, "sensitivity_reason");
    all.put("generalised", limited ? "grid_5km" : "none");
    entered(
        all,
        "source",
        "source_scale",
        "source_original",
        "source_url",
        "source_date",
        "license",
        "attribution");
    all.put("created_by", createdBy);
    all.put("created_at", createdAt.toString());
    all.put("version", version);
    all.put("updated_at", updatedAt.toString());
    return Collections.unmodifiableMap(all);
  }

  /** A cell's centre is up to half its diagonal, about 4 km, from what is protected in it. */
  private double uncertaintyMetres() {
    double stated =
        values.get("uncertainty_m") instanceof Number metres
            ? metres.doubleValue()
            : resolution().uncertaintyMetres();
    return limited ? Math.max(stated, HALF_CELL_METRES) : stated;
  }

  private void entered(Map<String, @Nullable Object> all, String... names) {
    for (String name : names) {
      all.put(name, values.get(name));
    }
  }
}
