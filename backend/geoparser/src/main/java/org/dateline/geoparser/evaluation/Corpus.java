package org.dateline.geoparser.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotated texts: JSON lines ({@code {"doc", "text", "mentions": [{"start", "end", "text",
 * "lat", "lon", "id", "fcode"}]}}), or a gold table ({@code NAME.gold.tsv}, columns start, end,
 * text, type, referent, lat, lon, geometry, scored) beside its text.
 */
final class Corpus {

  private static final Set<String> AREAS = Set.of("country", "region", "continent", "area");

  private Corpus() {}

  /** Reads a corpus; a folder stands for all gold tables in it. */
  static List<GoldText> read(Path path, @Nullable Path texts) throws IOException {
    if (Files.isDirectory(path)) {
      List<GoldText> all = new ArrayList<>();
      try (var files = Files.list(path)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".gold.tsv")).sorted().toList()) {
          all.add(table(file, texts));
        }
      }
      return all;
    }
    return path.toString().endsWith(".tsv") ? List.of(table(path, texts)) : jsonLines(path);
  }

  private static List<GoldText> jsonLines(Path path) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<GoldText> all = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      JsonNode node = mapper.readTree(line);
      List<Gold> gold = new ArrayList<>();
      for (JsonNode mention : node.get("mentions")) {
        String code = mention.path("fcode").asText("");
        gold.add(
            new Gold(
                new Span(mention.get("start").asInt(), mention.get("end").asInt()),
                mention.get("text").asText(),
                number(mention.get("lon")),
                number(mention.get("lat")),
                mention.path("id").isNull() ? null : mention.path("id").asText(),
                null,
                code.startsWith("PCL"),
                code.startsWith("PCL") || code.equals("ADM1") || code.equals("CONT"),
                false));
      }
      gold.sort(Comparator.comparingInt(g -> g.span().start()));
      all.add(new GoldText(node.get("doc").asText(), node.get("text").asText(), gold));
    }
    return all;
  }

  private static @Nullable Double number(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node.asDouble();
  }

  private static GoldText table(Path path, @Nullable Path texts) throws IOException {
    String name = path.getFileName().toString().replace(".gold.tsv", "");
    Path text = path.resolveSibling(name + ".txt");
    if (!Files.exists(text) && texts != null) {
      text = texts.resolve(name + ".txt");
    }
    if (!Files.exists(text)) {
      throw new IOException(
          "no text " + name + ".txt beside " + path + "; say where with --texts=FOLDER");
    }
    List<Gold> gold = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      String[] f = line.split("\t", -1);
      if (f[0].equals("start") || f.length < 9) {
        continue;
      }
      gold.add(
          new Gold(
              new Span(Integer.parseInt(f[0]), Integer.parseInt(f[1])),
              f[2],
              f[6].isEmpty() ? null : Double.valueOf(f[6]),
              f[5].isEmpty() ? null : Double.valueOf(f[5]),
              null,
              f[3],
              f[7].equals("country"),
              AREAS.contains(f[7]),
              !f[8].equals("core")));
    }
    return new GoldText(name, Files.readString(text), gold);
  }
}
