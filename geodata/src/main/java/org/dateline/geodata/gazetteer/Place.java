package org.dateline.geodata.gazetteer;

/**
 * One place of the gazetteer.
 *
 * @param id the bare GeoNames number ("2451285"), or a prefixed id of another source
 *     ("dl:liptako-gourma", "own:...")
 * @param name the name shown to readers
 * @param featureClass GeoNames feature class: A, H, L, P, S, T, U or V
 * @param featureCode GeoNames feature code such as PPLC, ADM1, STM, CONT or RGN; never empty
 * @param country ISO 3166-1 alpha-2 code, empty where the place lies in no single country
 * @param admin1 GeoNames first-level code within the country ("04"), empty when unknown
 * @param admin2 GeoNames second-level code within the country, empty when unknown
 * @param lon longitude of the label point, degrees east, WGS 84
 * @param lat latitude of the label point, degrees north, WGS 84
 * @param population inhabitants, 0 when unknown; of a unit those of its towns, so at least
 * @param uncertaintyMetres radius around the label point that contains the place; 0 when the source
 *     does not say
 * @param tier which tier of the gazetteer answered
 */
public record Place(
    String id,
    String name,
    char featureClass,
    String featureCode,
    String country,
    String admin1,
    String admin2,
    double lon,
    double lat,
    long population,
    int uncertaintyMetres,
    Tier tier) {

  /** Returns whether this is a country or another top-level political entity (PCL*). */
  public boolean isCountry() {
    return featureCode.startsWith("PCL");
  }

  /** Returns whether this is a first-level unit: a region, state or province (ADM1). */
  public boolean isFirstLevel() {
    return featureCode.equals("ADM1") || featureCode.equals("ADM1H");
  }

  /** Returns whether this is a city, town, village or a part of one (class P). */
  public boolean isPopulated() {
    return featureClass == 'P';
  }
}
