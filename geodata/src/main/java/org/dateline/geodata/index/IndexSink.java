package org.dateline.geodata.index;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes places, some at a time, and writes each lot as an index without outlines, one behind the
 * other into one file: what does not fit into memory is laid out in parts. The file is there whole,
 * at {@link #commit}, or not at all; one of the same name gives way, and those who have it open
 * keep what they have.
 */
public final class IndexSink implements AutoCloseable {

  private static final String PARTIAL = ".part";

  private final Path directory;
  private @Nullable Path partial;

  /**
   * Takes the directory to write to, which is made when there is something to write.
   *
   * @param directory of the file system that the index is to stand in
   */
  public IndexSink(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  /** Returns whether a file is one that somebody is writing, or was when they were killed. */
  public static boolean isPartial(Path path) {
    return path.getFileName().toString().endsWith(PARTIAL);
  }

  /** Writes places as an index behind those that were written before. */
  public void add(List<NamedPlace> places) throws IOException {
    Path file = partial;
    if (file == null) {
      Files.createDirectories(directory);
      // Not a temporary file of the system's, which nobody else could read: a server may run as
      // another user than who imports.
      file = Files.createFile(directory.resolve("index-" + UUID.randomUUID() + PARTIAL));
      partial = file;
    }
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      IndexWriter.write(places, List.of(), out);
    }
  }

  /**
   * Puts the file in its place, if anything was written.
   *
   * @param name of the file within the directory
   */
  public void commit(String name) throws IOException {
    if (partial != null) {
      Files.move(
          partial,
          directory.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      partial = null;
    }
  }

  /** Removes what was written and not put in its place. */
  @Override
  public void close() throws IOException {
    if (partial != null) {
      Files.deleteIfExists(partial);
    }
  }
}
