package org.dateline.server.command;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dateline.geoparser.FlatMentions;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Alternative;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.place.WeighedEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A document a line in, its mentions a line out, in the same order. All processors work; at most a
 * few lines for each are in memory. A run that was stopped goes on behind the last line it wrote.
 */
final class LineGeoparsing {

  private static final int LINES_AHEAD_PER_THREAD = 16;

  /** Lines wait for their turn to be written only as long as they take no more memory than this. */
  private static final long BYTES_AHEAD = 64L << 20;

  /** ASCII, so that lone surrogates survive as escapes. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Geoparser geoparser;
  private final GeoparseArguments arguments;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long documents;
  private long failed;

  LineGeoparsing(Geoparser geoparser, GeoparseArguments arguments) {
    this.geoparser = geoparser;
    this.arguments = arguments;
  }

  /** A line of output, and what is wrong with its line of input, empty when nothing is. */
  private record Line(byte[] json, String error) {}

  /**
   * A line that is being read.
   *
   * @param bytes its length
   * @param until how many bytes of the input end with it
   */
  private record Pending(Future<Line> line, int bytes, long until) {}

  int run(InputStream in, OutputStream standardOutput, PrintStream err) throws IOException {
    Lines lines = new Lines(in);
    Path file = arguments.output();
    if (file == null) {
      return run(lines, standardOutput, err);
    }
    if (arguments.resume()) {
      skip(lines, LineOutput.of(file), file, err);
    } else if (Files.exists(file) && Files.size(file) > 0) {
      throw new IOException(
          file + " is there already: --resume goes on with it, or remove it first.");
    }
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, CREATE, APPEND), 1 << 16)) {
      return run(lines, out, err);
    }
  }

  /** Reads on to behind the last document that the output has. */
  private static void skip(Lines lines, LineOutput done, Path file, PrintStream err)
      throws IOException {
    byte[] last = null;
    for (long i = 0; i < done.lines(); i++) {
      last = lines.nextDocument();
      if (last == null) {
        throw new IOException(
            file + " has more lines than the input: it was not made from this input.");
      }
    }
    if (last != null && !docOf(last).equals(docOf(done.last()))) {
      throw new IOException(
          "Line "
              + done.lines()
              + " of "
              + file
              + " is of another document than line "
              + lines.number()
              + " of the input: it was not made from this input.");
    }
    done.cut(file);
    err.println("Going on behind " + done.lines() + " documents.");
  }

  private static String docOf(byte[] line) {
    try {
      return String.valueOf(JSON.readTree(line).get("doc"));
    } catch (IOException e) {
      return "null";
    }
  }

  private int run(Lines lines, OutputStream out, PrintStream err) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    long start = System.nanoTime();
    long ahead = 0;
    try (Progress progress = Progress.of("geoparse", arguments.file(), arguments.progress(), err)) {
      for (byte[] line = lines.nextDocument(); line != null; line = lines.nextDocument()) {
        byte[] document = line;
        long number = lines.number();
        pending.add(
            new Pending(
                workers.submit(() -> geoparse(document, number)), line.length, lines.bytes()));
        ahead += line.length;
        while (pending.size() >= threads * LINES_AHEAD_PER_THREAD || ahead > BYTES_AHEAD) {
          ahead -= pending.element().bytes();
          write(pending.remove(), out, err, progress);
        }
      }
      while (!pending.isEmpty()) {
        write(pending.remove(), out, err, progress);
      }
      out.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
    if (arguments.progress() || failed > 0) {
      double seconds = (System.nanoTime() - start) / 1e9;
      err.printf(
          Locale.ROOT,
          "%d documents in %.1f s (%.0f a second); %d lines could not be used.%n",
          documents,
          seconds,
          documents / Math.max(seconds, 0.001),
          failed);
    }
    return failed > 0 ? Commands.INPUT_FAILED : Commands.OK;
  }

  private void write(Pending next, OutputStream out, PrintStream err, Progress progress)
      throws IOException, InterruptedException {
    try {
      Line line = next.line().get();
      out.write(line.json());
      out.write('\n');
      documents++;
      if (!line.error().isEmpty()) {
        failed++;
        err.println(line.error());
      }
      progress.step(next.until());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Line geoparse(byte[] line, long number) throws JsonProcessingException {
    if (line.length > Lines.LONGEST) {
      return broken(null, number, "it is longer than " + (Lines.LONGEST >> 20) + " MB");
    }
    try {
      JsonNode document = JSON.readTree(line);
      if (!document.isObject()) {
        return broken(null, number, "it is not a JSON object");
      }
      JsonNode text = document.get("text");
      if (text == null || !text.isTextual()) {
        return broken(document.get("doc"), number, "it has no string member \"text\"");
      }
      Geoparse answer = geoparser.parse(text.textValue(), arguments.options());
      ObjectNode json = JSON.createObjectNode();
      json.set("doc", document.get("doc"));
      ArrayNode mentions = json.putArray("mentions");
      FlatMentions.of(answer, arguments.demonyms())
          .forEach(mention -> write(mention, mentions.addObject(), arguments.explain()));
      return new Line(JSON.writeValueAsBytes(json), "");
    } catch (JsonProcessingException e) {
      return broken(null, number, "it is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return broken(null, number, "it is not UTF-8");
    }
  }

  private static void write(Mention mention, ObjectNode json, boolean explain) {
    json.put("start", mention.span().start());
    json.put("end", mention.span().end());
    json.put("text", mention.text());
    json.put("kind", mention.kind().name().toLowerCase(Locale.ROOT));
    Referent referent = mention.referent();
    if (referent == null) {
      json.putNull("id").putNull("name").putNull("lat").putNull("lon");
    } else {
      json.put("id", referent.id());
      json.put("name", referent.name());
      json.put("lat", referent.lat());
      json.put("lon", referent.lon());
    }
    json.put("score", rounded(mention.score()));
    if (explain) {
      explain(mention, json);
    }
  }

  private static void explain(Mention mention, ObjectNode json) {
    Referent referent = mention.referent();
    json.put("precision", referent == null ? null : lower(referent.precision()));
    json.put("tier", referent == null || referent.tier() == null ? null : lower(referent.tier()));
    json.put("margin", rounded(mention.margin()));
    ArrayNode reasons = json.putArray("reasons");
    mention.reasons().forEach(reasons::add);
    ArrayNode evidence = json.putArray("evidence");
    for (WeighedEvidence each : mention.evidence()) {
      evidence
          .addObject()
          .put("name", each.name())
          .put("value", rounded(each.value()))
          .put("contribution", rounded(each.contribution()));
    }
    ArrayNode alternatives = json.putArray("alternatives");
    for (Alternative each : mention.alternatives()) {
      alternatives
          .addObject()
          .put("id", each.place().id())
          .put("name", each.place().name())
          .put("country", each.place().country())
          .put("lat", each.place().lat())
          .put("lon", each.place().lon())
          .put("score", rounded(each.score()))
          .put("reason", each.reason());
    }
    json.put("not_placed_because", mention.notPlacedBecause());
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }

  private static Line broken(@Nullable JsonNode doc, long number, String why)
      throws JsonProcessingException {
    String error = "Line " + number + " cannot be used: " + why;
    ObjectNode json = JSON.createObjectNode();
    json.set("doc", doc);
    json.put("error", error);
    json.putArray("mentions");
    return new Line(JSON.writeValueAsBytes(json), error);
  }
}
