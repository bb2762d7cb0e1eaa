package org.dateline.server.place;

import java.util.Optional;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Place;
import org.springframework.stereotype.Component;

/** What tells a place from others of its name. */
@Component
class PlaceLabels {

  private final Geodata geodata;

  PlaceLabels(Geodata geodata) {
    this.geodata = geodata;
  }

  /** Returns a place's name, its first-level unit and its country. */
  String of(Place place) {
    StringBuilder label = new StringBuilder(place.name());
    stateOf(place)
        .filter(name -> !name.equals(place.name()))
        .ifPresent(name -> label.append(", ").append(name));
    if (!place.isCountry()) {
      geodata
          .gazetteer()
          .country(place.country())
          .ifPresent(country -> label.append(", ").append(country.name()));
    }
    return label.toString();
  }

  /** Returns the name of the first-level unit that a place lies in, unless it is one itself. */
  Optional<String> stateOf(Place place) {
    return geodata
        .gazetteer()
        .firstLevel(place.country(), place.admin1())
        .filter(unit -> !unit.id().equals(place.id()))
        .map(Place::name);
  }
}
