package org.dateline.geodata.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A growing array of big-endian values. */
final class Bytes {

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  void putInt(int value) {
    room(4).putInt(value);
  }

  void putLong(long value) {
    room(8).putLong(value);
  }

  void put(byte[] bytes) {
    room(bytes.length).put(bytes);
  }

  int size() {
    return buffer.position();
  }

  byte[] toArray() {
    return Arrays.copyOf(buffer.array(), size());
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, size() + bytes));
      larger.put(buffer.array(), 0, size());
      buffer = larger;
    }
    return buffer;
  }
}
