package org.dateline.geoparser.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which place each annotated name of the training texts means, as told by a person. */
public final class GoldReferents {

  private final Map<String, String> ids = new HashMap<>();

  private GoldReferents() {}

  /**
   * Reads a table: text id, name, occurrence (from 1; empty for every one), place id ("-" for a
   * place that the gazetteer lacks), lon, lat.
   */
  public static GoldReferents read(Path file) throws IOException {
    GoldReferents referents = new GoldReferents();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] fields = line.split("\t", -1);
        referents.ids.put(key(fields[0], fields[1], fields[2]), fields[3]);
      }
    }
    return referents;
  }

  private static String key(String text, String name, String occurrence) {
    return text + '\t' + name + '\t' + occurrence;
  }

  /** Returns the id of the place that a name of a text means, "-" or null where none was told. */
  public @Nullable String idOf(AnnotatedText text, AnnotatedText.Name name) {
    String words = name.span().of(text.text());
    int occurrence = 0;
    for (AnnotatedText.Name each : text.names()) {
      if (each.span().of(text.text()).equals(words)) {
        occurrence++;
      }
      if (each == name) {
        break;
      }
    }
    String own = ids.get(key(text.id(), words, Integer.toString(occurrence)));
    return own != null ? own : ids.get(key(text.id(), words, ""));
  }
}
