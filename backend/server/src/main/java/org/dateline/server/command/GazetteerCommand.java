package org.dateline.server.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.tier.FileKind;
import org.dateline.geodata.tier.GazetteerTiers;
import org.dateline.geodata.tier.ImportException;
import org.dateline.geodata.tier.ImportOptions;
import org.dateline.geodata.tier.ImportReport;

/** Imports places beside the embedded gazetteer, lists and removes what was imported. */
final class GazetteerCommand {

  private static final String KIND = "--kind=";

  private static final String USAGE =
      "usage: gazetteer import FILE..., gazetteer list, gazetteer remove NAME";

  private final Home home;
  private final PrintStream out;
  private final PrintStream err;

  GazetteerCommand(Home home, PrintStream out, PrintStream err) {
    this.home = home;
    this.out = out;
    this.err = err;
  }

  /** Returns the geodata with the tiers of a home. */
  static Geodata geodata(Home home) {
    Geodata embedded = EmbeddedGeodata.open(EmbeddedGeodata.userCache());
    return new Geodata(
        GazetteerTiers.open(home.gazetteer(), embedded.gazetteer()).gazetteer(),
        embedded.boundaries());
  }

  int run(List<String> words) throws UsageException {
    String what = words.isEmpty() ? "" : words.get(0);
    List<String> names = words.isEmpty() ? List.of() : words.subList(1, words.size());
    GazetteerTiers tiers =
        GazetteerTiers.open(
            home.gazetteer(), EmbeddedGeodata.open(EmbeddedGeodata.userCache()).gazetteer());
    if (what.equals("import")) {
      return add(tiers, names);
    }
    if (what.equals("list") && names.isEmpty()) {
      tiers.names().forEach(out::println);
      return Commands.OK;
    }
    if (what.equals("remove") && names.size() == 1) {
      if (tiers.remove(names.get(0))) {
        return Commands.OK;
      }
      err.println("Nothing was imported as \"" + names.get(0) + "\".");
      return Commands.INPUT_FAILED;
    }
    throw new UsageException(USAGE);
  }

  private int add(GazetteerTiers tiers, List<String> words) throws UsageException {
    Set<String> countries = new HashSet<>();
    List<Path> files = new ArrayList<>();
    FileKind kind = null;
    boolean shown = System.console() != null;
    for (String word : words) {
      if (word.startsWith("--country=")) {
        countries.addAll(Countries.parse(word.substring(10)));
      } else if (word.startsWith(KIND)) {
        kind = kind(word.substring(KIND.length()));
      } else if (word.equals("--progress")) {
        shown = true;
      } else if (word.startsWith("-")) {
        throw new UsageException(
            "gazetteer import has no option \""
                + word
                + "\". There are: --country=XX, --kind=WHAT, --progress.");
      } else {
        files.add(Path.of(word));
      }
    }
    if (files.isEmpty()) {
      throw new UsageException(USAGE);
    }
    int status = Commands.OK;
    for (Path file : files) {
      try (Progress progress =
          Progress.of("import", Files.isRegularFile(file) ? file : null, shown, err)) {
        print(tiers.add(file, new ImportOptions(countries, kind, progress::read)));
      } catch (ImportException | IOException e) {
        err.println(e.getMessage());
        status = Commands.INPUT_FAILED;
      }
    }
    return status;
  }

  private static FileKind kind(String word) throws UsageException {
    return Stream.of(FileKind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    Stream.of(FileKind.values())
                        .map(GazetteerCommand::word)
                        .collect(
                            Collectors.joining(
                                ", ", "\"" + word + "\" is no kind of file. There are: ", "."))));
  }

  /** Writes a kind of file as a word of the command line: own-places. */
  private static String word(FileKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void print(ImportReport report) {
    out.printf(
        Locale.ROOT,
        "%s: %,d places with %,d names from %,d lines%n",
        report.name(),
        report.places(),
        report.names(),
        report.lines());
    report
        .rejected()
        .forEach(row -> err.printf(Locale.ROOT, "  line %d: %s%n", row.line(), row.reason()));
    report
        .dropped()
        .forEach((reason, count) -> out.printf(Locale.ROOT, "  %,d left out: %s%n", count, reason));
  }
}
