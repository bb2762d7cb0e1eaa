package org.dateline.geodata.tier;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.Tier;

/** What a file to import may be. Each shows it in its first line. */
public enum FileKind {
  /** A newsroom's own places: CSV with a header that has name, lat and lon. */
  OWN_PLACES(Tier.OWN, OwnPlaces::looksLike),
  /** A dump of GeoNames: a country's, {@code allCountries} or {@code cities500}. */
  DUMP(Tier.IMPORT, GeoNamesDump::looksLike),
  /** GeoNames' {@code alternateNamesV2}. */
  ALTERNATE_NAMES(Tier.IMPORT, AlternateNames::looksLike),
  /** GeoNames' {@code admin1CodesASCII} or {@code admin2Codes}. */
  ADMIN_CODES(Tier.IMPORT, AdminCodes::looksLike);

  private final Tier tier;
  private final Predicate<String> looksLike;

  FileKind(Tier tier, Predicate<String> looksLike) {
    this.tier = tier;
    this.looksLike = looksLike;
  }

  /** Returns what a file of this first line is, empty when it is none of these. */
  static Optional<FileKind> of(String firstLine) {
    return Stream.of(values()).filter(kind -> kind.looksLike.test(firstLine)).findFirst();
  }

  /** The tier that places of such a file belong to. */
  Tier tier() {
    return tier;
  }
}
