package org.dateline.geodata.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Builds the index file from the derived tables. The build runs it; it takes a few seconds. */
public final class IndexBuilder {

  private IndexBuilder() {}

  /**
   * Builds the index.
   *
   * @param args the folder of the derived tables, and the file to write; beside it a file with the
   *     ending {@code .sha256} names its content
   */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    Path target = Path.of(args[1]);
    if (upToDate(data, target)) {
      return;
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    List<NamedPlace> places = DerivedTables.places(data);
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    IndexWriter.write(places, DerivedTables.outlines(data, places), index);
    Files.write(target, index.toByteArray());
    Files.writeString(sibling(target), sha256(index.toByteArray()));
  }

  private static boolean upToDate(Path data, Path target) throws IOException {
    if (!Files.exists(target) || !Files.exists(sibling(target))) {
      return false;
    }
    long built = Files.getLastModifiedTime(target).toMillis();
    for (String source : List.of(DerivedTables.PLACES, DerivedTables.OUTLINES)) {
      if (Files.getLastModifiedTime(data.resolve(source)).toMillis() > built) {
        return false;
      }
    }
    // The builder itself may have changed.
    Path self =
        Path.of(IndexBuilder.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (var classes = Files.walk(self)) {
      return classes
          .filter(file -> file.toString().endsWith(".class"))
          .allMatch(file -> file.toFile().lastModified() <= built);
    }
  }

  private static Path sibling(Path target) {
    return target.resolveSibling(target.getFileName() + ".sha256");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
