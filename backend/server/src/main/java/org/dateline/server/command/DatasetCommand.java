package org.dateline.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Role;
import org.dateline.server.dataset.Dataset;
import org.dateline.server.dataset.DatasetFile;
import org.dateline.server.dataset.GeoJsonDataset;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.store.OfflineDatasets;
import org.dateline.server.store.StoreSettings;
import org.dateline.server.store.UnusableStoreException;

/** Imports data sets into the store, lists them and takes them away, without the server. */
final class DatasetCommand {

  private static final String USAGE =
      """
      usage: dataset import FILE --id=ID [--title=TITLE] [--description=TEXT] [--replace]
             dataset list
             dataset remove ID
      FILE is GeoJSON (RFC 7946).""";

  /** Who writes is whoever can write into the home. */
  private static final Actor OPERATOR = new Actor("command line", Role.ADMIN);

  private static final int MOST_FEATURES = 1_000_000;

  private final Home home;
  private final PrintStream out;
  private final PrintStream err;

  DatasetCommand(Home home, PrintStream out, PrintStream err) {
    this.home = home;
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) throws UsageException, IOException {
    try {
      return switch (words.isEmpty() ? "" : words.get(0)) {
        case "import" -> add(words.subList(1, words.size()));
        case "list" -> list();
        case "remove" -> remove(words);
        default -> throw new UsageException(USAGE);
      };
    } catch (ProblemException e) {
      err.println(e.detail() + (e.where() == null ? "" : " At " + e.where() + "."));
      if (e.hint() != null) {
        err.println(e.hint());
      }
      return Commands.INPUT_FAILED;
    } catch (UnusableStoreException e) {
      err.println(e.getMessage());
      err.println(e.action());
      return Commands.INPUT_FAILED;
    }
  }

  private int add(List<String> words) throws UsageException, IOException {
    Path file = null;
    String id = null;
    String title = null;
    String description = null;
    boolean replace = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String name = word.startsWith("--") ? word.replaceFirst("=.*", "") : "";
      if (word.equals("--replace")) {
        replace = true;
      } else if (name.equals("--id") || name.equals("--title") || name.equals("--description")) {
        String value = value(words, i);
        i += word.contains("=") ? 0 : 1;
        switch (name) {
          case "--id" -> id = value;
          case "--title" -> title = value;
          default -> description = value;
        }
      } else if (file == null && !word.startsWith("--")) {
        file = Path.of(word);
      } else {
        throw new UsageException("\"" + word + "\" is not understood.\n" + USAGE);
      }
    }
    if (file == null || id == null) {
      throw new UsageException(USAGE);
    }
    return add(file, Dataset.Label.of(id, title, description), replace);
  }

  /** {@code --name=VALUE} or {@code --name VALUE}. */
  private static String value(List<String> words, int at) throws UsageException {
    String word = words.get(at);
    int equals = word.indexOf('=');
    if (equals < 0 && at + 1 == words.size()) {
      throw new UsageException("\"" + word + "\" needs a value.\n" + USAGE);
    }
    return equals < 0 ? words.get(at + 1) : word.substring(equals + 1);
  }

  private int add(Path path, Dataset.Label label, boolean replace) throws IOException {
    DatasetFile file = read(path);
    file.notes().forEach(err::println);
    if (file.noted() > file.notes().size()) {
      err.printf(Locale.ROOT, "... and %,d more.%n", file.noted() - file.notes().size());
    }
    Dataset saved;
    try (OfflineDatasets store = store()) {
      saved = store.save(label, file, replace, OPERATOR);
    }
    if (saved == null) {
      err.println("There is a data set \"" + label.id() + "\". Nothing was changed.");
      err.println("Give another --id, or --replace.");
      return Commands.INPUT_FAILED;
    }
    out.printf(
        Locale.ROOT,
        "%,d features with %d properties are kept as \"%s\"; the map has them from its next start"
            + " at /api/collections/%s.%n",
        saved.features(),
        saved.schema().properties().size(),
        saved.id(),
        saved.id());
    return Commands.OK;
  }

  private DatasetFile read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("There is no file " + path + ".");
    }
    boolean terminal = System.console() != null;
    try (InputStream input = Files.newInputStream(path);
        Progress progress = Progress.of("dataset", path, terminal, err)) {
      return GeoJsonDataset.read(input, MOST_FEATURES, progress::read);
    }
  }

  private int list() {
    try (OfflineDatasets store = store()) {
      List<Dataset> all = store.all();
      for (Dataset dataset : all) {
        out.printf(
            Locale.ROOT,
            "%s\t%,d features\t%s\t%s%n",
            dataset.id(),
            dataset.features(),
            dataset.updatedAt(),
            dataset.title());
      }
      if (all.isEmpty()) {
        out.println("There are no data sets.");
      }
    }
    return Commands.OK;
  }

  private int remove(List<String> words) throws UsageException {
    if (words.size() != 2) {
      throw new UsageException(USAGE);
    }
    boolean removed;
    try (OfflineDatasets store = store()) {
      removed = store.remove(words.get(1), OPERATOR);
    }
    if (!removed) {
      err.println("There is no data set \"" + words.get(1) + "\". \"dataset list\" shows them.");
      return Commands.INPUT_FAILED;
    }
    out.println("The data set \"" + words.get(1) + "\" is gone.");
    return Commands.OK;
  }

  private OfflineDatasets store() {
    return new OfflineDatasets(
        new StoreSettings(home.folder(), StoreSettings.Database.ofVariables()));
  }
}
