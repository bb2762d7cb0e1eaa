package org.dateline.geodata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.dateline.geodata.index.CorruptIndexException;
import org.dateline.geodata.index.Index;

/**
 * The geodata that the build put on the class path. A resource cannot be mapped into memory, so its
 * index is laid out once as a file whose name says its content; later starts only map it.
 */
public final class EmbeddedGeodata {

  private static final String RESOURCE = "geodata.idx";

  private EmbeddedGeodata() {}

  /**
   * Opens the embedded geodata.
   *
   * @param cacheDirectory where the index file is kept; made when it is missing
   * @throws UncheckedIOException when the directory cannot be written
   */
  public static Geodata open(Path cacheDirectory) {
    try {
      Path file = cacheDirectory.resolve("geodata-" + contentHash() + ".idx");
      if (Files.exists(file)) {
        try {
          return Index.open(file);
        } catch (CorruptIndexException e) {
          // A copy that was cut short is laid out anew.
          Files.delete(file);
        }
      }
      layOut(file);
      return Index.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep the gazetteer's index in " + cacheDirectory + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns the directory for what can be made again: {@code $XDG_CACHE_HOME/dateline}, or {@code
   * ~/.cache/dateline}, or one in the temporary directory when the home cannot be written.
   */
  public static Path userCache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path cache =
        configured != null && !configured.isEmpty()
            ? Path.of(configured)
            : Path.of(System.getProperty("user.home"), ".cache");
    Path ours = cache.resolve("dateline");
    try {
      Files.createDirectories(ours);
      if (Files.isWritable(ours)) {
        return ours;
      }
    } catch (IOException e) {
      // A read-only home, as in many containers: the temporary directory serves.
    }
    try {
      return Files.createTempDirectory("dateline");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contentHash() throws IOException {
    try (InputStream in = resource(RESOURCE + ".sha256")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip().substring(0, 16);
    }
  }

  private static void layOut(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path partial = Files.createTempFile(file.toAbsolutePath().getParent(), "geodata-", ".part");
    try (InputStream in = resource(RESOURCE)) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        EmbeddedGeodata.class.getResourceAsStream(name), () -> "the build left out " + name);
  }
}
