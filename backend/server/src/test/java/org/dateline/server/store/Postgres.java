package org.dateline.server.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL with PostGIS of the tests' own, on loopback, in a folder that goes with them.
 * Started when first asked for.
 */
public final class Postgres {

  private static final String USER = "dateline";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable Postgres running;

  private final Path bin;
  private final Path folder;
  private final int port;

  private Postgres(Path bin) throws IOException {
    this.bin = bin;
    this.folder = Files.createTempDirectory("dateline-postgres");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  /** Returns the settings of a new, empty database; skips the test loudly without PostgreSQL. */
  public static StoreSettings.Database newDatabase() throws IOException {
    Postgres server = running();
    String name = "test" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(server.jdbc("postgres"), USER, "");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return new StoreSettings.Database(
        "postgresql://127.0.0.1:" + server.port + "/" + name, USER, "");
  }

  private static synchronized Postgres running() throws IOException {
    if (running == null) {
      Optional<Path> bin = find();
      if (bin.isEmpty()) {
        System.err.println(
            """
            ################################################################################
            # NOT TESTED: there is no PostgreSQL with PostGIS on this machine.
            # apt-get install postgresql postgresql-15-postgis-3
            ################################################################################""");
      }
      Assumptions.assumeTrue(bin.isPresent(), "PostgreSQL with PostGIS is not installed");
      Postgres server = new Postgres(bin.get());
      server.start();
      running = server;
    }
    return running;
  }

  private static Optional<Path> find() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(versions)) {
      return all.filter(Postgres::hasPostgis)
          .max(Comparator.comparingInt(path -> Integer.parseInt(path.getFileName().toString())))
          .map(path -> path.resolve("bin"));
    }
  }

  private static boolean hasPostgis(Path version) {
    return Files.isExecutable(version.resolve("bin/initdb"))
        && Files.exists(
            Path.of("/usr/share/postgresql", version.getFileName().toString())
                .resolve("extension/postgis.control"));
  }

  private void start() throws IOException {
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    Path data = folder.resolve("data");
    run(
        asServer(
            bin.resolve("initdb"),
            "-D",
            data,
            "-U",
            USER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    run(
        asServer(
            bin.resolve("pg_ctl"),
            "-D",
            data,
            "-l",
            folder.resolve("log"),
            "-w",
            "-o",
            "-c listen_addresses=127.0.0.1 -p " + port + " -c unix_socket_directories=" + folder,
            "start"));
  }

  private void stop() {
    try {
      run(asServer(bin.resolve("pg_ctl"), "-D", folder.resolve("data"), "-m", "immediate", "stop"));
      run(List.of("rm", "-r", folder.toString()));
    } catch (IOException e) {
      System.err.println("PostgreSQL of the tests may still run: " + e.getMessage());
    }
  }

  /** PostgreSQL refuses to run as root. */
  private static List<String> asServer(Object... command) {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    for (Object word : command) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("dateline-postgres", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroy();
        throw new IOException(command + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(output);
    }
  }

  private String jdbc(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }
}
