package org.dateline.geoparser.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotated text.
 *
 * @param id its id in the corpus
 * @param text the text, to the letter
 * @param mentions what is annotated, in order
 */
public record GoldDocument(String id, String text, List<Gold> mentions) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a corpus of JSON lines: {@code {doc, text, mentions: [{start, end, text, lat, lon,
   * id}]}}.
   */
  public static List<GoldDocument> readJsonLines(Path file) throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode document = JSON.readTree(line);
      List<Gold> mentions = new ArrayList<>();
      for (JsonNode m : document.get("mentions")) {
        mentions.add(
            new Gold(
                m.get("start").asInt(),
                m.get("end").asInt(),
                m.get("text").asText(),
                null,
                number(m.get("lon")),
                number(m.get("lat")),
                m.path("id").asText(null),
                null,
                false));
      }
      documents.add(
          new GoldDocument(document.get("doc").asText(), document.get("text").asText(), mentions));
    }
    return documents;
  }

  /**
   * Reads one text and its table of mentions: start, end, text, type, referent, lat, lon, geometry,
   * scored.
   */
  public static GoldDocument readTable(Path text, Path table) throws IOException {
    List<Gold> mentions = new ArrayList<>();
    for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
      String[] f = line.split("\t", -1);
      mentions.add(
          new Gold(
              Integer.parseInt(f[0]),
              Integer.parseInt(f[1]),
              f[2],
              f[3],
              number(f[6]),
              number(f[5]),
              f[4],
              f[7],
              f[8].equals("optional")));
    }
    return new GoldDocument(
        text.getFileName().toString().replaceAll("\\.txt$", ""), Files.readString(text), mentions);
  }

  private static @Nullable Double number(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node.asDouble();
  }

  private static @Nullable Double number(String cell) {
    return cell.isBlank() ? null : Double.valueOf(cell);
  }
}
