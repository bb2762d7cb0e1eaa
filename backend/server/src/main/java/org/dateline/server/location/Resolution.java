package org.dateline.server.location;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.geoparser.place.Precision;

/**
 * How precise a journalist says a geometry is.
 *
 * @param precision the same in ACLED's and UCDP's numbers
 * @param uncertaintyMetres radius that contains the place, unless another is entered
 * @param words in a phrase that a reader understands
 */
public record Resolution(Precision precision, double uncertaintyMetres, String words) {

  /** All of them by the word that is entered, the most precise first. */
  static final Map<String, Resolution> WORDS = inOrder();

  /** Returns the most precise word that is true of a position known within a radius. */
  public static String wordFor(double metres) {
    return WORDS.entrySet().stream()
        .filter(word -> metres <= word.getValue().uncertaintyMetres())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("Country");
  }

  private static Map<String, Resolution> inOrder() {
    Map<String, Resolution> words = new LinkedHashMap<>();
    words.put("Exact", new Resolution(Precision.EXACT, 10, "the spot itself"));
    words.put("Vicinity", new Resolution(Precision.VICINITY, 100, "near this spot"));
    words.put("Locality", new Resolution(Precision.TOWN, 1_000, "in or around this town"));
    words.put("District", new Resolution(Precision.DISTRICT, 25_000, "somewhere in this district"));
    words.put("Region", new Resolution(Precision.REGION, 100_000, "somewhere in this region"));
    words.put("Country", new Resolution(Precision.COUNTRY, 500_000, "somewhere in this country"));
    return Collections.unmodifiableMap(words);
  }
}
