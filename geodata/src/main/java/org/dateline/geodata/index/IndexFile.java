package org.dateline.geodata.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** A mapped index file: its header checked, its sections as read-only slices. */
final class IndexFile {

  static final long MAGIC = 0x444c474f44415437L; // "DLGODAT7"

  /** Magic, size, checksum of all that follows, then offset and size of each section. */
  static final int HEADER_BYTES = 8 + 8 + 8 + Section.values().length * 16;

  private static final int CHECKED_FROM = 24;

  private final ByteBuffer[] sections = new ByteBuffer[Section.values().length];
  private final ByteBuffer strings;

  private IndexFile(ByteBuffer file) {
    for (Section section : Section.values()) {
      int at = CHECKED_FROM + section.ordinal() * 16;
      sections[section.ordinal()] = file.slice((int) file.getLong(at), (int) file.getLong(at + 8));
    }
    strings = section(Section.STRINGS);
  }

  /**
   * Maps the indexes of a file, which stand one behind the other.
   *
   * @return one or more
   * @throws CorruptIndexException when one of them is not a whole index of this version
   */
  static List<IndexFile> map(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      List<IndexFile> indexes = new ArrayList<>();
      long at = 0;
      do {
        long size = size(channel, at, path);
        indexes.add(new IndexFile(whole(channel, at, size, path)));
        at += size;
      } while (at < channel.size());
      return indexes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot map " + path, e);
    }
  }

  /** Reads the size of the index that begins at a position. */
  private static long size(FileChannel channel, long at, Path path) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(16);
    while (start.hasRemaining() && channel.read(start, at + start.position()) >= 0) {}
    long size = start.hasRemaining() ? 0 : start.getLong(8);
    if (size < HEADER_BYTES
        || size > Integer.MAX_VALUE
        || at + size > channel.size()
        || start.getLong(0) != MAGIC) {
      throw new CorruptIndexException(path + " is not a whole index of this version");
    }
    return size;
  }

  private static ByteBuffer whole(FileChannel channel, long at, long size, Path path)
      throws IOException {
    ByteBuffer index = channel.map(FileChannel.MapMode.READ_ONLY, at, size);
    if (index.getLong(16) != checksum(index)) {
      throw new CorruptIndexException(path + " is damaged: its checksum does not agree");
    }
    return index;
  }

  /**
   * Returns the checksum of a file's bytes behind the field that holds it: some 15 ms for 50 MB.
   */
  static long checksum(ByteBuffer file) {
    CRC32C checksum = new CRC32C();
    checksum.update(file.slice(CHECKED_FROM, file.capacity() - CHECKED_FROM));
    return checksum.getValue();
  }

  ByteBuffer section(Section section) {
    return sections[section.ordinal()];
  }

  /** Returns the string at an offset of the strings section. */
  String string(int offset) {
    int length = strings.getShort(offset) & 0xffff;
    byte[] bytes = new byte[length];
    strings.get(offset + 2, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns whether the string at an offset is this text, without making a string of it. */
  boolean is(int offset, CharSequence text) {
    int length = strings.getShort(offset) & 0xffff;
    if (length < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        return compare(offset, text.toString().getBytes(StandardCharsets.UTF_8)) == 0;
      }
      if (strings.get(offset + 2 + i) != c) {
        return false;
      }
    }
    return length == text.length();
  }

  /** Compares the UTF-8 of the string at an offset with a key's, as unsigned bytes. */
  int compare(int offset, byte[] key) {
    int length = strings.getShort(offset) & 0xffff;
    for (int i = 0; i < Math.min(length, key.length); i++) {
      int difference = (strings.get(offset + 2 + i) & 0xff) - (key[i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return length - key.length;
  }

  /** Returns whether the string at an offset starts with the UTF-8 of a prefix. */
  boolean startsWith(int offset, byte[] prefix) {
    if ((strings.getShort(offset) & 0xffff) < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (strings.get(offset + 2 + i) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
