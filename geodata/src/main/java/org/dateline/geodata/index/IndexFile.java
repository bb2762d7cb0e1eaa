package org.dateline.geodata.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
   * Maps an index file.
   *
   * @throws CorruptIndexException when it is not a whole index of this version
   */
  static IndexFile map(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() < HEADER_BYTES || channel.size() > Integer.MAX_VALUE) {
        throw new CorruptIndexException(
            path + " is not a whole index: " + channel.size() + " bytes");
      }
      ByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      if (file.getLong(0) != MAGIC || file.getLong(8) != channel.size()) {
        throw new CorruptIndexException(path + " is not a whole index of this version");
      }
      if (file.getLong(16) != checksum(file)) {
        throw new CorruptIndexException(path + " is damaged: its checksum does not agree");
      }
      return new IndexFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot map " + path, e);
    }
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
