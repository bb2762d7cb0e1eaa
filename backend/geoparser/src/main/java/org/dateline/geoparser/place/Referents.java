package org.dateline.geoparser.place;

import java.util.List;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.Place;
import org.jspecify.annotations.Nullable;

/** Makes referents of gazetteer places. */
public final class Referents {

  private final Gazetteer gazetteer;

  /** Makes referents of places of a gazetteer. */
  public Referents(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Returns the referent that a place is. */
  public Referent of(Place place) {
    Precision precision = precisionOf(place);
    return new Referent(
        place.id(),
        place.name(),
        place.featureCode(),
        place.country().isEmpty() ? List.of() : List.of(place.country()),
        place.isFirstLevel() ? place.name() : admin1Of(place),
        place.lon(),
        place.lat(),
        null,
        precision,
        place.uncertaintyMetres() > 0 ? place.uncertaintyMetres() : usual(precision, place),
        place.tier(),
        null);
  }

  /**
   * Returns a facility of a town that the gazetteer does not have, somewhere by the town.
   *
   * @param word what it is, in the text's own words: "airport"
   */
  public Referent facilityOf(Place town, String word) {
    Referent base = of(town);
    return new Referent(
        town.id() + "/" + word,
        town.name() + " " + word,
        "AIRP",
        base.countries(),
        base.admin1(),
        town.lon(),
        town.lat(),
        null,
        Precision.VICINITY,
        20_000,
        town.tier(),
        "Shown at " + town.name() + ": the gazetteer does not have its " + word + ".");
  }

  /** Returns the id of the gazetteer place behind a referent, null for a computed area. */
  public static @Nullable String gazetteerId(Referent referent) {
    int slash = referent.id().indexOf('/');
    return referent.tier() == null
        ? null
        : slash < 0 ? referent.id() : referent.id().substring(0, slash);
  }

  private String admin1Of(Place place) {
    return place.isCountry() || place.admin1().isEmpty()
        ? ""
        : gazetteer.firstLevel(place.country(), place.admin1()).map(Place::name).orElse("");
  }

  private static Precision precisionOf(Place place) {
    if (place.isCountry()) {
      return Precision.COUNTRY;
    }
    if (place.isFirstLevel()) {
      return Precision.REGION;
    }
    return switch (place.featureClass()) {
      case 'A' -> Precision.DISTRICT;
      case 'P' -> place.featureCode().equals("PPLX") ? Precision.VICINITY : Precision.TOWN;
      case 'S', 'R' -> Precision.EXACT;
      case 'L' -> place.country().isEmpty() ? Precision.SUPRANATIONAL : Precision.VAGUE;
      default -> Precision.NATURAL;
    };
  }

  /** Radius in metres that usually contains such a place, where its source gives none. */
  private static double usual(Precision precision, Place place) {
    return switch (precision) {
      case EXACT -> 2_000;
      case TOWN -> 2_000 + 5 * Math.sqrt(place.population());
      case VICINITY -> 3_000;
      case DISTRICT -> 40_000;
      case REGION, VAGUE -> 200_000;
      case NATURAL -> 300_000;
      case COUNTRY -> 600_000;
      case SUPRANATIONAL -> 3_000_000;
    };
  }
}
