package org.dateline.server.place;

import java.util.Locale;
import java.util.Optional;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.server.feature.Credits;
import org.dateline.server.feature.GazetteerUri;
import org.dateline.server.feature.Json;
import org.dateline.server.location.Resolution;
import org.dateline.server.position.Position;
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
  private final PlaceLabels labels;

  GeocodeJson(Geodata geodata, PlaceLabels labels) {
    this.geodata = geodata;
    this.labels = labels;
  }

  /** Returns an answer to a query. */
  byte[] encode(String query, Found found) {
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
          Json.text(json, "note", found.note());
          json.writeArrayPropertyStart("features");
          found.spots().forEach(spot -> spot(json, spot));
          found.places().forEach(place -> place(json, place));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void spot(JsonGenerator json, Spot spot) {
    String label = spot.lat() + ", " + spot.lon();
    feature(
        json,
        null,
        spot.lon(),
        spot.lat(),
        () -> {
          json.writeStringProperty("type", "coordinates");
          json.writeStringProperty("label", label);
          json.writeStringProperty("name", label);
          geodata
              .boundaries()
              .firstLevelAt(spot.lon(), spot.lat())
              .ifPresent(unit -> json.writeStringProperty("state", unit.name()));
          geodata
              .boundaries()
              .countryAt(spot.lon(), spot.lat())
              .ifPresent(unit -> country(json, unit.country()));
          Json.text(json, "near", spot.near());
          if (spot.read() != null) {
            read(json, spot.read());
          }
        });
  }

  private static void read(JsonGenerator json, Position position) {
    json.writeStringProperty("notation", position.notation().name().toLowerCase(Locale.ROOT));
    double metres = Math.max(1, Math.ceil(position.uncertaintyMetres()));
    json.writeNumberProperty("uncertainty_m", (long) metres);
    json.writeStringProperty("location_resolution", Resolution.wordFor(metres));
    json.writeBooleanProperty("did_you_mean", position.guessed());
  }

  private void place(JsonGenerator json, Place place) {
    Optional<String> state = labels.stateOf(place);
    feature(
        json,
        place.id(),
        place.lon(),
        place.lat(),
        () -> {
          json.writeStringProperty("type", type(place));
          json.writeStringProperty("label", labels.of(place));
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
