package org.dateline.server.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Sign-in links that were made beside a running server, which has its database open: a file for
 * each, named by the hash of the link's key. Whoever can write into the server's home owns the
 * server, so that is proof enough.
 *
 * @param path a folder, made when it is missing
 */
public record LinkFolder(Path path) {

  /** Returns the folder below a server's home. */
  public static LinkFolder of(Path home) {
    return new LinkFolder(home.resolve("sign-in-links"));
  }

  /**
   * Who a link signs in and until when.
   *
   * @param name as it was given, empty for whoever is admin
   */
  public record Entry(String name, Instant expiresAt) {}

  /** Keeps a link. */
  public void put(String hash, Entry entry) throws IOException {
    Files.createDirectories(path);
    Path whole = Files.createTempFile(path, "new", ".part");
    Files.writeString(whole, entry.expiresAt() + "\n" + entry.name() + "\n");
    Files.move(whole, path.resolve(hash));
  }

  /**
   * Takes a link away and returns it.
   *
   * @param hash 64 hexadecimal digits
   * @return empty when there is none, or someone was faster
   */
  public Optional<Entry> take(String hash) throws IOException {
    Optional<Entry> entry = look(hash);
    return entry.isPresent() && Files.deleteIfExists(path.resolve(hash)) ? entry : Optional.empty();
  }

  /** Returns a link and leaves it; empty when there is none. */
  public Optional<Entry> look(String hash) throws IOException {
    try {
      List<String> lines = Files.readAllLines(path.resolve(hash));
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new Entry(lines.get(1), Instant.parse(lines.get(0))));
    } catch (NoSuchFileException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
