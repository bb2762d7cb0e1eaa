package org.dateline.geodata.tier;

import java.util.Set;
import java.util.function.LongConsumer;

/**
 * How a file is imported.
 *
 * @param countries ISO 3166-1 alpha-2 codes of the countries whose places are kept; empty for all
 * @param progress is told now and then how many bytes of the file have been read
 */
public record ImportOptions(Set<String> countries, LongConsumer progress) {

  /** Everything, told to nobody. */
  public static final ImportOptions ALL = new ImportOptions(Set.of(), bytes -> {});

  boolean wants(String country) {
    return countries.isEmpty() || countries.contains(country);
  }
}
