package org.dateline.geodata.tier;

import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a file is imported.
 *
 * @param countries ISO 3166-1 alpha-2 codes of the countries whose places are kept; empty for all
 * @param kind what the file is, null when its first line tells
 * @param progress is told now and then how many bytes of the file have been read
 */
public record ImportOptions(Set<String> countries, @Nullable FileKind kind, LongConsumer progress) {

  /** Everything, told to nobody. */
  public static final ImportOptions ALL = new ImportOptions(Set.of(), null, bytes -> {});

  boolean wants(String country) {
    return countries.isEmpty() || countries.contains(country);
  }
}
