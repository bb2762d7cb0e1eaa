package org.dateline.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The folder of everything that must last, for commands that run without the server.
 *
 * @param folder {@code dateline.home} as an option or a system property, else {@code
 *     DATELINE_HOME}, else {@code ./data}
 */
record Home(Path folder) {

  private static final String OPTION = "--dateline.home=";

  static Home of(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith(OPTION))
        .map(word -> word.substring(OPTION.length()))
        .reduce((first, last) -> last)
        .map(Path::of)
        .map(Home::new)
        .orElseGet(Home::usual);
  }

  private static Home usual() {
    String property = System.getProperty("dateline.home", "");
    String variable = Objects.requireNonNullElse(System.getenv("DATELINE_HOME"), "");
    return new Home(
        Path.of(!property.isEmpty() ? property : !variable.isEmpty() ? variable : "data"));
  }

  /** Returns the words without the option that named the home. */
  static List<String> without(List<String> words) {
    return words.stream().filter(word -> !word.startsWith(OPTION)).toList();
  }

  /** Where imported tiers of the gazetteer are kept. */
  Path gazetteer() {
    return folder.resolve("gazetteer");
  }
}
