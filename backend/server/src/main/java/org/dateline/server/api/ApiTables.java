package org.dateline.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** What the readable page says of the API beyond its descriptions in code: files in {@code api}. */
final class ApiTables {

  private ApiTables() {}

  /**
   * A change of the API.
   *
   * @param version the first that has it
   * @param kind added, changed, deprecated or removed
   * @param what in words
   */
  record Change(String version, String kind, String what) {}

  /** What a property is called elsewhere; empty where there is nothing like it. */
  record Counterpart(String property, String acled, String ucdp, String darwinCore) {}

  /** Returns the changes, newest version first. */
  static List<Change> changes() {
    return rows("changelog.tsv", 3).stream()
        .map(cells -> new Change(cells.get(0), cells.get(1), cells.get(2)))
        .toList();
  }

  /** Returns which fields of other data mean the same. */
  static List<Counterpart> crosswalk() {
    return rows("crosswalk.tsv", 4).stream()
        .map(cells -> new Counterpart(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
        .toList();
  }

  /**
   * Returns an example that can be run as it is.
   *
   * @param file its name
   * @param base address of this server
   * @param report id of a report there is
   * @param layer id of a layer that it has
   */
  static String snippet(String file, String base, String report, String layer) {
    return text("snippets/" + file)
        .replace("{{base}}", base)
        .replace("{{report}}", report)
        .replace("{{layer}}", layer);
  }

  private static List<List<String>> rows(String file, int columns) {
    return text(file).lines().skip(1).map(line -> List.of(line.split("\t", columns))).toList();
  }

  private static String text(String file) {
    try {
      return new ClassPathResource("api/" + file).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
