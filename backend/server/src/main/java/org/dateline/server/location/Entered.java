package org.dateline.server.location;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/**
 * What a journalist states of a location, checked: what is in here can be kept.
 *
 * @param geometry lon lat, WGS 84, as exactly as it was given
 * @param values by the names of {@link Entry}; strings, whole numbers, numbers and the map of names
 */
public record Entered(Geometry geometry, Map<String, Object> values) {

  /**
   * Properties that the server writes itself. A client that sends back what it read sends them too;
   * they are left aside.
   */
  public static final Set<String> WRITTEN_BY_SERVER =
      Set.of(
          "layer",
          "feature_role",
          "geo_precision",
          "where_prec",
          "precision_words",
          "soft",
          "label_point",
          "drawn",
          "method",
          "generalised",
          "version",
          "created_by",
          "created_at",
          "updated_at");

  /** Takes checked values. */
  public Entered {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Checks a GeoJSON feature.
   *
   * @param faults gets all that is wrong
   * @return empty when something is
   */
  public static Optional<Entered> check(JsonNode feature, Faults faults) {
    if (!feature.path("type").asString("").equals("Feature")) {
      faults.add(
          "/type",
          "This is not a GeoJSON feature.",
          "Send {\"type\": \"Feature\", \"geometry\": {...}, \"properties\": {...}}.");
      return Optional.empty();
    }
    Geometry geometry = GeometryReader.read(feature.path("geometry"), "/geometry", faults);
    Map<String, Object> values = values(feature.path("properties"), faults);
    return geometry == null || !faults.none()
        ? Optional.empty()
        : Optional.of(new Entered(geometry, values));
  }

  private static Map<String, Object> values(JsonNode properties, Faults faults) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (!properties.isObject()) {
      faults.add("/properties", "The properties are missing.", required());
      return values;
    }
    for (String name : properties.propertyNames()) {
      if (!Entry.BY_NAME.containsKey(name) && !WRITTEN_BY_SERVER.contains(name)) {
        faults.add(
            "/properties/" + name.replace("~", "~0").replace("/", "~1"),
            "There is no property \""
                + (name.length() <= 60 ? name : name.substring(0, 60))
                + "\".",
            nearest(name));
      }
    }
    for (Entry entry : Entry.ALL) {
      JsonNode json = properties.path(entry.name());
      boolean empty =
          json.isNull() || json.isMissingNode() || json.isString() && json.asString().isBlank();
      if (!empty) {
        Object value = entry.read(json, "/properties/" + entry.name(), faults);
        if (value != null) {
          values.put(entry.name(), value);
        }
      } else if (entry.required()) {
        faults.add(
            "/properties/" + entry.name(), "\"" + entry.name() + "\" is missing.", entry.hint());
      }
    }
    together(values, faults);
    return values;
  }

  private static String required() {
    return "A location needs "
        + String.join(", ", Entry.ALL.stream().filter(Entry::required).map(Entry::name).toList())
        + ".";
  }

  private static @Nullable String nearest(String name) {
    String plain = plain(name);
    return Entry.ALL.stream()
        .map(Entry::name)
        .filter(known -> plain(known).equals(plain))
        .findFirst()
        .map(known -> "Did you mean \"" + known + "\"?")
        .orElse("The properties there are stand in /api/collections/locations/schema.");
  }

  private static String plain(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** What values must not say together. */
  private static void together(Map<String, Object> values, Faults faults) {
    Object type = values.get("event_type");
    Object subType = values.get("sub_event_type");
    if (subType != null && type == null) {
      Entry.EVENT_TYPES.entrySet().stream()
          .filter(of -> of.getValue().contains(subType))
          .findFirst()
          .ifPresent(of -> values.put("event_type", of.getKey()));
    } else if (subType != null
        && !Entry.EVENT_TYPES.getOrDefault(type, List.of()).contains(subType)) {
      faults.add(
          "/properties/sub_event_type",
          "\"" + subType + "\" is not a sub-type of \"" + type + "\".",
          "There are: " + String.join(", ", Entry.EVENT_TYPES.getOrDefault(type, List.of())) + ".");
    }
    ordered(values, "event_date", "event_date_end", faults);
    ordered(values, "fatalities_low", "fatalities", faults);
    ordered(values, "fatalities", "fatalities_high", faults);
    ordered(values, "fatalities_low", "fatalities_high", faults);
    if ("limited".equals(values.get("sensitivity")) && !values.containsKey("sensitivity_reason")) {
      faults.add(
          "/properties/sensitivity_reason",
          "A limited location needs its reason.",
          "There are: "
              + String.join(
                  ", ", Objects.requireNonNull(Entry.BY_NAME.get("sensitivity_reason")).values())
              + ".");
    }
  }

  private static void ordered(
      Map<String, Object> values, String first, String last, Faults faults) {
    Object least = values.get(first);
    Object most = values.get(last);
    boolean wrong =
        least instanceof Integer a && most instanceof Integer b
            ? a > b
            : least instanceof String from && most instanceof String to && from.compareTo(to) > 0;
    if (wrong) {
      faults.add(
          "/properties/" + last,
          "\"" + last + "\" (" + most + ") is before \"" + first + "\" (" + least + ").",
          null);
    }
  }

  /** Returns a text, null when none was entered. */
  public @Nullable String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  /** Returns whether only a grid cell of it may be shown. */
  public boolean isLimited() {
    return "limited".equals(values.get("sensitivity"));
  }

  /** Returns the same with another geometry. */
  public Entered at(Geometry other) {
    return new Entered(other, values);
  }
}
