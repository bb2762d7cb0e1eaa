package org.dateline.geodata.index;

import java.nio.file.Path;
import org.dateline.geodata.Geodata;

/** Opens index files. */
public final class Index {

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
}
