package org.dateline.server.place;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.server.feature.Credits;
import org.dateline.server.feature.GazetteerUri;
import org.dateline.server.feature.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * Places as GeocodeJSON 0.1.0. What the specification nests in {@code geocoding} stands flat beside
 * it as well, since GIS programs lose nested members.
 */
@Component
class GeocodeJson {

  private final Geodata geodata;

  GeocodeJson(Geodata geodata) {
    this.geodata = geodata;
  }

  /** Returns an answer to a query. */
  byte[] encode(String query, List<Coordinates> points, List<Place> places) {
    return Json.document(
        query,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", "FeatureCollection");
          json.writeObjectPropertyStart("geocoding");
          json.writeStringProperty("version", "0.1.0");
          json.writeStringProperty("licence", Credits.LICENSE);
          json.writeStringProperty("attribution", Credits.GAZETTEER);
          json.writeStringProperty("query", query);
          json.writeEndObject();
          json.writeArrayPropertyStart("features");
          points.forEach(point -> point(json, point));
          places.forEach(place -> place(json, place));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void point(JsonGenerator json, Coordinates point) {
    String label = point.lat() + ", " + point.lon();
    feature(
        json,
        null,
        point.lon(),
        point.lat(),
        () -> {
          json.writeStringProperty("type", "coordinates");
          json.writeStringProperty("label", label);
          json.writeStringProperty("name", label);
          geodata
              .boundaries()
              .firstLevelAt(point.lon(), point.lat())
              .ifPresent(unit -> json.writeStringProperty("state", unit.name()));
          geodata
              .boundaries()
              .countryAt(point.lon(), point.lat())
              .ifPresent(unit -> country(json, unit.country()));
        });
  }

  private void place(JsonGenerator json, Place place) {
    Optional<Place> unit = geodata.gazetteer().firstLevel(place.country(), place.admin1());
    Optional<String> state = unit.filter(u -> !u.id().equals(place.id())).map(Place::name);
    feature(
        json,
        place.id(),
        place.lon(),
        place.lat(),
        () -> {
          json.writeStringProperty("type", type(place));
          json.writeStringProperty("label", label(place, state));
          json.writeStringProperty("name", place.name());
          state.ifPresent(name -> json.writeStringProperty("state", name));
          if (!place.country().isEmpty()) {
            country(json, place.country());
          }
          json.writeStringProperty("gazetteer_id", place.id());
          Json.text(json, "gazetteer_uri", GazetteerUri.of(place.id()));
          json.writeStringProperty("gazetteer_tier", place.tier().name().toLowerCase(Locale.ROOT));
          json.writeStringProperty("feature_code", place.featureCode());
          if (place.population() > 0) {
            json.writeNumberProperty("population", place.population());
          }
        });
  }

  private String label(Place place, Optional<String> state) {
    StringBuilder label = new StringBuilder(place.name());
    state
        .filter(name -> !name.equals(place.name()))
        .ifPresent(name -> label.append(", ").append(name));
    if (!place.isCountry()) {
      geodata
          .gazetteer()
          .country(place.country())
          .ifPresent(c -> label.append(", ").append(c.name()));
    }
    return label.toString();
  }

  private void country(JsonGenerator json, String iso2) {
    json.writeStringProperty("country_code", iso2);
    geodata
        .gazetteer()
        .country(iso2)
        .ifPresent(country -> json.writeStringProperty("country", country.name()));
  }

  private static void feature(
      JsonGenerator json, @Nullable String id, double lon, double lat, Runnable properties) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    if (id != null) {
      json.writeStringProperty("id", id);
    }
    json.writeObjectPropertyStart("geometry");
    json.writeStringProperty("type", "Point");
    Json.numbers(json, "coordinates", lon, lat);
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    properties.run();
    json.writeObjectPropertyStart("geocoding");
    properties.run();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** GeocodeJSON's kinds of place; those without an equivalent are a locality. */
  private static String type(Place place) {
    if (place.isCountry()) {
      return "country";
    }
    if (place.isFirstLevel()) {
      return "state";
    }
    if (place.featureCode().equals("ADM2")) {
      return "county";
    }
    if (place.featureCode().equals("PPLX")) {
      return "district";
    }
    return place.isPopulated() ? "city" : "locality";
  }
}
