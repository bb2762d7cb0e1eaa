package org.dateline.geoparser.place;

import java.util.Locale;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.Place;
import org.jspecify.annotations.Nullable;

/** Says in a reporter's words what speaks for a place. */
final class Reasons {

  private final Gazetteer gazetteer;
  private final Place place;
  private final Cue cue;
  private final @Nullable Place parent;

  Reasons(Gazetteer gazetteer, Place place, Cue cue, @Nullable Place parent) {
    this.gazetteer = gazetteer;
    this.place = place;
    this.cue = cue;
    this.parent = parent;
  }

  /** Returns the words for a piece of evidence, null when it says nothing to a reader. */
  @Nullable String of(Evidence evidence, double value) {
    String country = gazetteer.country(place.country()).map(Place::name).orElse("its country");
    String unit =
        gazetteer.firstLevel(place.country(), place.admin1()).map(Place::name).orElse("its region");
    return switch (evidence) {
      case COUNTRY -> "Is a country";
      case CAPITAL -> "Is the capital of " + country;
      case FIRST_LEVEL -> "Is a region, state or province of " + country;
      case SECOND_LEVEL -> "Is a district or county in " + unit;
      case SEAT_OF_FIRST_LEVEL -> "Is the seat of " + unit;
      case REGION_OR_CONTINENT -> "Is a continent or a region that news names";
      case WATER_OR_RELIEF -> "Is a water, island or mountain";
      case POPULATION ->
          place.population() > 0
              ? String.format(Locale.ENGLISH, "Has about %,d inhabitants", place.population())
              : null;
      case MAIN_NAME -> "The name is its main name";
      case EXACT -> "The spelling agrees to the letter";
      case COUNTRY_OF_TEXT -> "Lies in " + country + ", which the report speaks of";
      case UNIT_OF_TEXT -> "Lies in " + unit + ", like other places of the report";
      case NEAR_ANCHOR -> "Lies near another place of the report";
      case NEAR_IN_SENTENCE -> "Lies close to a town named in the same sentence";
      case PARENT_AGREES ->
          "Lies in " + (parent == null ? "the place" : parent.name()) + ", named right after it";
      case CUE_AGREES -> "The text calls it " + words(cue);
      case BIAS_COUNTRY -> "Lies in the country given with the text";
      case BIAS_BOX -> "Lies in the area given with the text";
      case OWN -> "Is one of the newsroom's own places";
      default -> null;
    };
  }

  private static String words(Cue cue) {
    return switch (cue) {
      case REGION -> "a region, state or province";
      case DISTRICT -> "a district, county or commune";
      case TOWN -> "a town, village or quarter";
      case WATER -> "a river, lake or sea";
      case ISLAND -> "an island";
      case NONE -> "so";
    };
  }
}
