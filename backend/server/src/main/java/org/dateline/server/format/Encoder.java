package org.dateline.server.format;

import java.util.stream.Stream;

/** Writes features in one format. */
@FunctionalInterface
public interface Encoder {

  /**
   * Returns the bytes in pieces, each made when it is asked for: however many features there are,
   * no more than a piece is held. The stream is to be closed.
   */
  Stream<byte[]> encode(Features features);
}
