package org.dateline.geodata.tier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geodata.index.CorruptIndexException;
import org.dateline.geodata.index.Index;
import org.dateline.geodata.index.IndexSink;

/**
 * The embedded gazetteer and what a newsroom imported beside it, kept as one index a file in a
 * directory. Safe for concurrent use: who asks while an import swaps tiers gets the old or the new.
 */
public final class GazetteerTiers {

  private static final String ENDING = ".idx";

  /** What was begun longer ago is being written by nobody. */
  private static final Duration LONGEST_IMPORT = Duration.ofHours(1);

  private final Path directory;
  private final Gazetteer embedded;
  private final SwappableGazetteer current;
  private List<String> read = List.of();
  private volatile int generation;

  private GazetteerTiers(Path directory, Gazetteer embedded) {
    this.directory = directory;
    this.embedded = embedded;
    this.current = new SwappableGazetteer(embedded);
  }

  /**
   * Opens the tiers of a directory, which need not be there yet.
   *
   * @throws UncheckedIOException when the directory cannot be read
   */
  public static GazetteerTiers open(Path directory, Gazetteer embedded) {
    GazetteerTiers tiers = new GazetteerTiers(directory, embedded);
    tiers.refresh();
    return tiers;
  }

  /** Returns the gazetteer over all tiers; it follows imports and removals. */
  public Gazetteer gazetteer() {
    return current;
  }

  /** Returns a number that changes whenever other places may be found. */
  public int generation() {
    return generation;
  }

  /**
   * Imports a file, plain, gzipped or zipped: a GeoNames dump, its alternate names or codes of
   * units, or a CSV file of own places. A tier of the same name is replaced.
   *
   * @throws ImportException when the file is damaged or no such file; then nothing has changed
   */
  public synchronized ImportReport add(Path file, ImportOptions options) throws ImportException {
    String fileName = String.valueOf(file.getFileName());
    String name = name(file);
    ImportReport report;
    try (IndexSink sink = new IndexSink(directory)) {
      removeLeftovers();
      ImportFile content = new ImportFile(file, current, options);
      Tier tier = content.kind().tier();
      Gathering gathering = new Gathering(sink);
      content.read(gathering);
      report = gathering.report(name, tier);
      if (report.places() == 0) {
        throw new ImportException(fileName + " holds no place that could be used." + why(report));
      }
      sink.commit(fileName(name, tier));
    } catch (CharacterCodingException e) {
      throw new ImportException(fileName + " is not UTF-8.", e);
    } catch (IOException e) {
      throw new ImportException(
          fileName + " cannot be read or is damaged, or there is no room: " + e.getMessage(), e);
    }
    refresh();
    return report;
  }

  private static String why(ImportReport report) {
    return report.dropped().entrySet().stream()
        .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
        .collect(Collectors.joining(", ", " Left out: ", "."));
  }

  /** Removes what imports that were killed had begun to write. */
  private void removeLeftovers() throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    FileTime longAgo = FileTime.from(Instant.now().minus(LONGEST_IMPORT));
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(IndexSink::isPartial).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(longAgo) < 0) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Removes a tier by its name and returns whether there was one. */
  public synchronized boolean remove(String name) {
    try {
      boolean removed = false;
      for (Tier tier : List.of(Tier.OWN, Tier.IMPORT)) {
        removed |= Files.deleteIfExists(directory.resolve(fileName(name, tier)));
      }
      refresh();
      return removed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the tiers' names, own places first: "own ours", "import ML". */
  public List<String> names() {
    return indexes().stream()
        .map(index -> index.getFileName().toString())
        .map(name -> name.substring(0, name.length() - ENDING.length()).replaceFirst("-", " "))
        .toList();
  }

  /**
   * Reads the directory anew if another process imported or removed something, else does nothing.
   */
  public synchronized void refresh() {
    List<String> now = state();
    if (!now.equals(read)) {
      readAll();
      read = now;
      generation++;
    }
  }

  private void readAll() {
    List<Gazetteer> layers = new ArrayList<>();
    for (Path index : indexes()) {
      try {
        layers.addAll(Index.gazetteers(index));
      } catch (CorruptIndexException | UncheckedIOException e) {
        // It was written by another version, damaged, or cannot be read: the file it came from can
        // be imported again, and all other places go on being found.
        System.getLogger(GazetteerTiers.class.getName())
            .log(System.Logger.Level.WARNING, "{0}; import it again", e.getMessage());
      }
    }
    layers.add(embedded);
    current.swap(layers.size() == 1 ? embedded : new LayeredGazetteer(layers));
  }

  /** What tells whether the directory has changed: each file with its time and size. */
  private List<String> state() {
    return indexes().stream()
        .map(index -> index + " " + index.toFile().lastModified() + " " + index.toFile().length())
        .toList();
  }

  /** The index files, own places first. */
  private List<Path> indexes() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      // "import-..." sorts before "own-..."; own places outrank.
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted((a, b) -> b.getFileName().compareTo(a.getFileName()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileName(String name, Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT) + '-' + name + ENDING;
  }

  private static String name(Path file) {
    String name = file.getFileName().toString().replaceAll("(?i)(\\.(txt|csv|zip|gz))+$", "");
    return name.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
  }
}
