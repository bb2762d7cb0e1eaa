package org.dateline.server.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of lines that a run was stopped in the middle of writing. Whole lines are kept; what was
 * begun of one more is cut off.
 *
 * @param lines how many whole lines there are
 * @param length how many bytes they take
 * @param last the last of them without its end, empty when there is none
 */
record LineOutput(long lines, long length, byte[] last) {

  private static final int BUFFER = 1 << 16;

  /** Reads what is there; nothing when there is no file. */
  static LineOutput of(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new LineOutput(0, 0, new byte[0]);
    }
    long lines = 0;
    long end = 0;
    long before = 0;
    long at = 0;
    byte[] buffer = new byte[BUFFER];
    try (var in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            lines++;
            before = end;
            end = at + i + 1;
          }
        }
        at += read;
      }
    }
    byte[] last = new byte[(int) Math.max(0, end - before - 1)];
    try (RandomAccessFile lastLine = new RandomAccessFile(file.toFile(), "r")) {
      lastLine.seek(before);
      lastLine.readFully(last);
    }
    return new LineOutput(lines, end, last);
  }

  /** Cuts off what was begun behind the last whole line. */
  void cut(Path file) throws IOException {
    if (Files.exists(file)) {
      try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
        whole.setLength(length);
      }
    }
  }
}
