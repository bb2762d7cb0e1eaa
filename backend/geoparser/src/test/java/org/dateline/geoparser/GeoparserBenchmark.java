package org.dateline.geoparser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many articles one core reads in a second: news reports cut or joined to 2,000 characters, in
 * turn.
 *
 * <pre>
 * mvn -q -pl backend/geoparser -am test-compile exec:exec@benchmark -Dbenchmark="-prof gc"
 * </pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
@State(Scope.Thread)
public class GeoparserBenchmark {

  private static final int ARTICLE = 2_000;

  private final List<String> articles = new ArrayList<>();
  private int next;

  /** Reads the reports. */
  @Setup
  public void readReports() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "frozen"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        all.append(Files.readString(file)).append("\n\n");
      }
    }
    for (int at = 0; at + ARTICLE <= all.length(); at += ARTICLE) {
      articles.add(all.substring(at, at + ARTICLE));
    }
  }

  /** Reads one article. */
  @Benchmark
  public Geoparse article() {
    next = (next + 1) % articles.size();
    return TestGeodata.GEOPARSER.parse(articles.get(next), GeoparseOptions.NONE);
  }
}
