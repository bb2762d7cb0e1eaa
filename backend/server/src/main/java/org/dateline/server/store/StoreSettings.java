package org.dateline.server.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything is that must last.
 *
 * @param home a folder, made when it is missing; {@code ./data} unless set
 */
@ConfigurationProperties("dateline")
public record StoreSettings(@DefaultValue("data") Path home) {

  /**
   * Returns the database's path without the suffix that H2 adds.
   *
   * @throws UnusableStoreException when H2 could not take the path as a file name
   */
  Path database() {
    Path path = home.toAbsolutePath().normalize().resolve("dateline");
    if (path.toString().indexOf(';') >= 0) {
      throw new UnusableStoreException(
          home,
          "its path has a semicolon",
          "Choose a folder without one (setting dateline.home, variable DATELINE_HOME).",
          null);
    }
    return path;
  }
}
