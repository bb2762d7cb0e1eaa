package org.dateline.server.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything is that must last.
 *
 * @param home a folder, made when it is missing; {@code ./data} unless set
 * @param store the database
 */
@ConfigurationProperties("dateline")
public record StoreSettings(@DefaultValue("data") Path home, @DefaultValue Database store) {

  /**
   * Which database is used: a file in the home unless a newsroom's is set.
   *
   * @param url {@code postgresql://host:port/database}, null for the file
   * @param username who the server signs in as, null for the file
   * @param password null for the file, and where none is needed
   */
  public record Database(
      @Nullable String url, @Nullable String username, @Nullable String password) {

    /** Returns the database that the environment's variables name, for commands without Spring. */
    public static Database ofVariables() {
      return new Database(
          System.getenv("DATELINE_STORE_URL"),
          System.getenv("DATELINE_STORE_USERNAME"),
          System.getenv("DATELINE_STORE_PASSWORD"));
    }

    boolean isFile() {
      return url == null || url.isBlank();
    }
  }

  /**
   * Returns the file's path without the suffix that H2 adds.
   *
   * @throws UnusableStoreException when H2 could not take the path as a file name
   */
  Path database() {
    Path path = home.toAbsolutePath().normalize().resolve("dateline");
    if (path.toString().indexOf(';') >= 0) {
      throw UnusableStoreException.folder(
          home,
          "its path has a semicolon",
          "Choose a folder without one (setting dateline.home, variable DATELINE_HOME).",
          null);
    }
    return path;
  }
}
