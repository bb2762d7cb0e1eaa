package org.dateline.geodata.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.dateline.geodata.Geodata;

/** Opens and writes index files. */
public final class Index {

  private static final String PARTIAL = ".part";

  private Index() {}

  /**
   * Maps an index file into memory.
   *
   * @throws CorruptIndexException when the file is not a whole index of this version
   */
  public static Geodata open(Path path) {
    IndexFile file = IndexFile.map(path);
    return new Geodata(new MappedGazetteer(file), new MappedBoundaries(file));
  }

  /** Returns whether a file is an index that somebody is writing, or was when they were killed. */
  public static boolean isPartial(Path path) {
    return path.getFileName().toString().endsWith(PARTIAL);
  }

  /**
   * Writes an index of places without outlines. The file is there whole or not at all; one of the
   * same name gives way, and those who have it open keep what they have.
   */
  public static void write(Path path, List<NamedPlace> places) throws IOException {
    Path partial = Files.createTempFile(path.toAbsolutePath().getParent(), "index-", PARTIAL);
    try {
      Files.write(partial, IndexWriter.write(places, List.of()));
      Files.move(
          partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
