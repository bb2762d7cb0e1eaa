package org.dateline.geoparser;

/** Finds the places a text names. Immutable and safe for concurrent use. */
public interface Geoparser {

  /**
   * Geoparses one text. Never fails on what a text contains; an empty text gives an empty answer.
   *
   * @param text as received; offsets in the answer are UTF-16 into it
   * @param options what is known beside the text
   */
  Geoparse parse(String text, GeoparseOptions options);
}
