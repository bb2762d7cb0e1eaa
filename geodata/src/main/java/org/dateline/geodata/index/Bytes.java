package org.dateline.geodata.index;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

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

  /** Returns a view of what was put. */
  ByteBuffer content() {
    return ByteBuffer.wrap(buffer.array(), 0, size());
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(buffer.array(), 0, size());
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
