package org.dateline.geoparser.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.Gazetteer;

/**
 * Which names are new to a geoparser: those that its gazetteer does not have, and those that its
 * training texts never mention.
 */
final class Novelty {

  private static final Pattern MARKED = Pattern.compile("\\[\\[([^\\[\\]|]+)\\|");

  private final Gazetteer gazetteer;
  private final Set<String> trained;

  private Novelty(Gazetteer gazetteer, Set<String> trained) {
    this.gazetteer = gazetteer;
    this.trained = trained;
  }

  /** Tells only what the gazetteer lacks. */
  static Novelty of(Gazetteer gazetteer) {
    return new Novelty(gazetteer, Set.of());
  }

  /**
   * Tells also what training texts lack.
   *
   * @param training a folder of texts in which names are marked {@code [[Gao|L]]}
   */
  static Novelty of(Gazetteer gazetteer, Path training) throws IOException {
    Set<String> trained = new HashSet<>();
    try (Stream<Path> files = Files.walk(training)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        Matcher names = MARKED.matcher(Files.readString(file));
        while (names.find()) {
          trained.add(names.group(1).toLowerCase(Locale.ROOT));
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    return new Novelty(gazetteer, trained);
  }

  /** Returns the slices of a table that a name belongs to. */
  List<String> slicesOf(String name) {
    boolean unlisted = gazetteer.named(name).isEmpty();
    boolean unseen = !trained.isEmpty() && !trained.contains(name.toLowerCase(Locale.ROOT));
    return Stream.of(
            unlisted ? "not in the gazetteer" : "",
            unseen ? "not in the training texts" : "",
            trained.isEmpty() || unseen ? "" : "in the training texts")
        .filter(slice -> !slice.isEmpty())
        .toList();
  }
}
