package org.dateline.geodata.index;

import java.nio.file.Path;
import java.util.List;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Gazetteer;

/** Opens index files. */
public final class Index {

  private Index() {}

  /**
   * Maps an index file into memory.
   *
   * @throws CorruptIndexException when the file is not a whole index of this version
   */
  public static Geodata open(Path path) {
    IndexFile file = IndexFile.map(path).get(0);
    return new Geodata(new MappedGazetteer(file), new MappedBoundaries(file));
  }

  /**
   * Maps a file of one index or more, as {@link IndexSink} writes it, into memory.
   *
   * @throws CorruptIndexException when the file is not whole and of this version
   */
  public static List<Gazetteer> gazetteers(Path path) {
    return IndexFile.map(path).stream().<Gazetteer>map(MappedGazetteer::new).toList();
  }
}
