package org.dateline.geodata.index;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes each string once and remembers where. */
final class Strings {

  private final Map<String, Integer> offsets = new HashMap<>();
  private final Bytes bytes = new Bytes();

  int offset(String text) {
    return offsets.computeIfAbsent(
        text,
        t -> {
          byte[] utf8 = t.getBytes(StandardCharsets.UTF_8);
          int at = bytes.size();
          bytes.put(new byte[] {(byte) (utf8.length >>> 8), (byte) utf8.length});
          bytes.put(utf8);
          return at;
        });
  }

  Bytes bytes() {
    return bytes;
  }
}
