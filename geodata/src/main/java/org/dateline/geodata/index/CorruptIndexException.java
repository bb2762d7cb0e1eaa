package org.dateline.geodata.index;

/** An index file that is not whole or not of this version. */
public final class CorruptIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CorruptIndexException(String message) {
    super(message);
  }
}
