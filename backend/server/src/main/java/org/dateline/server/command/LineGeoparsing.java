package org.dateline.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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
import org.dateline.geoparser.place.Referent;
import org.jspecify.annotations.Nullable;

/**
 * A document a line in, its mentions a line out, in the same order. All processors work; at most a
 * few lines for each are in memory.
 */
final class LineGeoparsing {

  private static final int LINES_AHEAD_PER_THREAD = 16;

  /** ASCII, so that lone surrogates survive as escapes. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Geoparser geoparser;
  private final GeoparseArguments arguments;

  LineGeoparsing(Geoparser geoparser, GeoparseArguments arguments) {
    this.geoparser = geoparser;
    this.arguments = arguments;
  }

  /** A line of output, and what is wrong with its line of input, empty when nothing is. */
  private record Line(byte[] json, String error) {}

  int run(InputStream in, OutputStream out, PrintStream err) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    boolean failed = false;
    try {
      Lines lines = new Lines(in);
      Deque<Future<Line>> pending = new ArrayDeque<>();
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (isBlank(line)) {
          continue;
        }
        byte[] document = line;
        long number = lines.number();
        pending.add(workers.submit(() -> geoparse(document, number)));
        if (pending.size() >= threads * LINES_AHEAD_PER_THREAD) {
          failed |= write(pending.remove(), out, err);
        }
      }
      while (!pending.isEmpty()) {
        failed |= write(pending.remove(), out, err);
      }
      out.flush();
      return failed ? Commands.INPUT_FAILED : Commands.OK;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static boolean write(Future<Line> pending, OutputStream out, PrintStream err)
      throws IOException, InterruptedException {
    try {
      Line line = pending.get();
      out.write(line.json());
      out.write('\n');
      if (!line.error().isEmpty()) {
        err.println(line.error());
      }
      return !line.error().isEmpty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte unit : line) {
      if (unit > ' ' || unit < 0) {
        return false;
      }
    }
    return true;
  }

  private Line geoparse(byte[] line, long number) throws JsonProcessingException {
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
          .forEach(mention -> write(mention, mentions.addObject()));
      return new Line(JSON.writeValueAsBytes(json), "");
    } catch (JsonProcessingException e) {
      return broken(null, number, "it is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return broken(null, number, "it is not UTF-8");
    }
  }

  private static void write(Mention mention, ObjectNode json) {
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
    json.put("score", Math.rint(mention.score() * 1000) / 1000);
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
