package org.dateline.geodata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameScanner;
import org.locationtech.jts.geom.Envelope;

/**
 * Prints what opening and asking the geodata costs; the command is in {@code geodata/README.md}.
 * Each opening is the first of a virtual machine of its own, so that classes are loaded too.
 */
public final class Figures {

  private static final int ROUNDS = 7;

  private Figures() {}

  /** Prints the figures; with a directory, only those of one opening there. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0) {
      open(Path.of(args[0]));
      return;
    }
    double[] first = new double[ROUNDS];
    double[] later = new double[ROUNDS];
    double heap = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path cache = Files.createTempDirectory("figures");
      first[round] = opened(cache)[0];
      double[] again = opened(cache);
      later[round] = again[0];
      heap = Math.max(heap, again[1]);
      try (Stream<Path> files = Files.list(cache)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(cache);
    }
    print("first start, index laid out", median(first), "ms");
    print("later start", median(later), "ms");
    print("heap after opening, collected", heap, "MB");
    ask(EmbeddedGeodata.open(Path.of("target", "test-cache")));
  }

  private static double[] opened(Path cache) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Figures.class.getName(),
                cache.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      process.waitFor();
      return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
  }

  private static void open(Path cache) {
    long start = System.nanoTime();
    Geodata geodata = EmbeddedGeodata.open(cache);
    double millis = (System.nanoTime() - start) / 1e6;
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.println(millis + " " + heap / 1e6);
    if (geodata.gazetteer().named("Bamako").isEmpty()) {
      throw new IllegalStateException("the index that was opened knows no Bamako");
    }
  }

  private static void ask(Geodata geodata) {
    Gazetteer gazetteer = geodata.gazetteer();
    String[] words =
        "the army said that fighters from Kidal had crossed the Niger river near Gao on Tuesday and fled"
            .split(" ");
    NameScanner scanner = gazetteer.scanner();
    each("scan one token, places read", words.length, i -> scan(scanner, words));
    String[] names = {"Bamako", "Ségou", "Saint-Louis", "Paris", "Tin Zaouatine", "Kharkiv"};
    each("places of a name", names.length, i -> everyName(gazetteer, names));
    String[] prefixes = {"s", "ba", "tom", "ouaga", "new y"};
    each(
        "complete a prefix",
        prefixes.length,
        i -> {
          int found = 0;
          for (String prefix : prefixes) {
            found += gazetteer.startingWith(prefix, 10, new Envelope()).size();
          }
          return found;
        });
    Random random = new Random(1);
    each(
        "nearest ten towns to a point of the world",
        1,
        i ->
            gazetteer
                .nearest(random.nextDouble() * 360 - 180, random.nextDouble() * 130 - 55, 10)
                .size());
    each(
        "country and first-level unit of a point in Mali",
        1,
        i -> {
          double lon = -8 + random.nextDouble() * 8;
          double lat = 12 + random.nextDouble() * 6;
          return (geodata.boundaries().countryAt(lon, lat).isPresent() ? 1 : 0)
              + (geodata.boundaries().firstLevelAt(lon, lat).isPresent() ? 1 : 0);
        });
  }

  private static int scan(NameScanner scanner, String[] words) {
    int found = 0;
    for (int i = 0; i < words.length; i++) {
      scanner.restart();
      for (int j = i; j < words.length && scanner.advance(words[j]); j++) {
        if (scanner.matches()) {
          found += scanner.candidates().size();
        }
      }
    }
    return found;
  }

  private static int everyName(Gazetteer gazetteer, String[] names) {
    int found = 0;
    for (String name : names) {
      found += gazetteer.named(name).size();
    }
    return found;
  }

  /** Repeats an action for half a second after as long a warm-up, and prints its cost. */
  private static void each(String what, int parts, IntToLongFunction action) {
    double micros = 0;
    for (int pass = 0; pass < 2; pass++) {
      long start = System.nanoTime();
      int times = 0;
      while (System.nanoTime() - start < 500_000_000L) {
        if (action.applyAsLong(times++) < 0) {
          throw new IllegalStateException(what);
        }
      }
      micros = (System.nanoTime() - start) / 1e3 / times / parts;
    }
    print(what, micros, "µs");
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String what, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-50s %8.1f %s%n", what, value, unit);
  }
}
