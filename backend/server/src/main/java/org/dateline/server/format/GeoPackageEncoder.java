package org.dateline.server.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;

/**
 * A GeoPackage with one table. SQLite writes to a file, so it is made as a whole in a temporary one
 * that is gone when it is sent, or when the client goes; only a few are made at a time.
 */
final class GeoPackageEncoder implements Encoder {

  private static final int AT_A_TIME = 2;
  private static final int PIECE = 1 << 16;

  private final Semaphore places = new Semaphore(AT_A_TIME);

  @Override
  public Stream<byte[]> encode(Features features) {
    try {
      InputStream file = Files.newInputStream(file(features), StandardOpenOption.DELETE_ON_CLOSE);
      return Stream.generate(() -> piece(file))
          .takeWhile(piece -> piece.length > 0)
          .onClose(() -> close(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder cannot be used", e);
    }
  }

  private Path file(Features features) throws IOException {
    if (!places.tryAcquire()) {
      throw new ProblemException(
          ProblemType.BUSY,
          "Too many GeoPackages are being made at the moment.",
          null,
          "Try again in a few seconds, or take FlatGeobuf: f=fgb.");
    }
    Path file = Files.createTempFile("dateline", ".gpkg");
    try {
      GeoPackage.write(file, features);
      return file;
    } catch (SQLException e) {
      Files.delete(file);
      throw new IOException("SQLite could not write the GeoPackage", e);
    } finally {
      places.release();
    }
  }

  private static byte[] piece(InputStream file) {
    try {
      return file.readNBytes(PIECE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(InputStream file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
