package org.dateline.geoparser;

/** Finds the places a text names. Immutable and safe for concurrent use. */
public interface Geoparser {

  /**
   * Geoparses one text. Never fails on what a text contains; an empty text gives an empty answer.
   *
   * @param text as received; offsets in the answer are UTF-16 into it
   * @param options what is known beside the text
   * @throws java.util.concurrent.CancellationException when the thread was interrupted
   */
  Geoparse parse(String text, GeoparseOptions options);

  /**
   * Returns which version of the method answers ("rules-1"): it changes whenever the same text may
   * get another answer, and tells that answers kept from before have to be made anew.
   */
  String version();
}
