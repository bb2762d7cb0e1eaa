package org.dateline.server.feature;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives the features of one report their ids. What once bore an id keeps it through every re-run,
 * and no id is given to something else, even when what bore it is gone.
 *
 * <p>Not safe for concurrent use.
 */
public final class FeatureIds {

  private final String report;
  private final Map<String, String> idByBearer = new LinkedHashMap<>();

  /**
   * Starts with the ids that earlier runs gave.
   *
   * @param report the report's id
   * @param given id by bearer, as {@link #given()} returned it
   */
  public FeatureIds(String report, Map<String, String> given) {
    this.report = report;
    idByBearer.putAll(given);
  }

  /**
   * Returns the id of what bears the key.
   *
   * @param bearer names the thing within the report whatever its order: a referent's id, with what
   *     sort of feature it is
   * @param name readable part of a new id
   * @param distinction added to the name when another thing has its id already
   */
  public String of(String bearer, String name, String distinction) {
    String known = idByBearer.get(bearer);
    if (known != null) {
      return known;
    }
    String slug = report + "." + Slug.of(name);
    String id = slug;
    if (idByBearer.containsValue(id)) {
      slug = slug + "-" + Slug.of(distinction);
      id = slug;
    }
    for (int i = 2; idByBearer.containsValue(id); i++) {
      id = slug + "-" + i;
    }
    idByBearer.put(bearer, id);
    return id;
  }

  /** Returns every id ever given, by bearer. */
  public Map<String, String> given() {
    return Map.copyOf(idByBearer);
  }
}
