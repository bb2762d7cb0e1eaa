package org.dateline.geoparser.place;

import java.util.List;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Place;
import org.jspecify.annotations.Nullable;

/** Makes referents of gazetteer places. */
public final class Referents {

  private Referents() {}

  /** Returns a gazetteer place as a referent. */
  public static Referent of(Place place, Geodata geodata) {
    String admin1 =
        place.isFirstLevel()
            ? place.name()
            : geodata
                .gazetteer()
                .firstLevel(place.country(), place.admin1())
                .map(Place::name)
                .orElse("");
    Precision precision = precision(place);
    return new Referent(
        place.id(),
        place.name(),
        place.featureCode(),
        place.country().isEmpty() ? List.of() : List.of(place.country()),
        place.isCountry() ? "" : admin1,
        place.lon(),
        place.lat(),
        null,
        precision,
        place.uncertaintyMetres() > 0 ? place.uncertaintyMetres() : usual(precision),
        place.tier(),
        null);
  }

  /**
   * Returns a facility of a town as a referent of its own: its airport, somewhere near the town.
   */
  public static Referent facility(Place town, String facility, Geodata geodata) {
    Referent base = of(town, geodata);
    return new Referent(
        town.id() + "/" + facility,
        town.name() + " " + facility,
        "AIRP",
        base.countries(),
        base.admin1(),
        town.lon(),
        town.lat(),
        null,
        Precision.VICINITY,
        20_000,
        town.tier(),
        "Shown at " + town.name() + ": the gazetteer does not have its " + facility + ".");
  }

  private static Precision precision(Place place) {
    return switch (place.featureClass()) {
      case 'P' -> place.featureCode().equals("PPLX") ? Precision.VICINITY : Precision.TOWN;
      case 'S', 'R' -> Precision.EXACT;
      case 'H', 'T', 'U', 'V' -> Precision.NATURAL;
      case 'L' -> place.country().isEmpty() ? Precision.SUPRANATIONAL : Precision.VAGUE;
      default ->
          place.isCountry()
              ? Precision.COUNTRY
              : place.isFirstLevel() ? Precision.REGION : Precision.DISTRICT;
    };
  }

  private static double usual(Precision precision) {
    return switch (precision) {
      case EXACT -> 1_000;
      case TOWN -> 5_000;
      case VICINITY -> 3_000;
      case DISTRICT -> 30_000;
      case REGION, VAGUE -> 150_000;
      case NATURAL -> 100_000;
      case COUNTRY -> 500_000;
      case SUPRANATIONAL -> 1_500_000;
    };
  }

  /** Returns the id of the gazetteer place behind a referent, null for a computed area. */
  public static @Nullable String gazetteerId(Referent referent) {
    return referent.tier() == null ? null : referent.id().replaceAll("/.*", "");
  }
}
