package org.dateline.geoparser.finding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Inflection;
import org.dateline.geoparser.text.Token;
import org.jspecify.annotations.Nullable;

/** The words of a language that say what happens at a place; from {@code cues-<language>.tsv}. */
final class CueTable {

  private record Entry(List<String> words, EventCue cue) {}

  private static final Map<String, CueTable> LOADED = new ConcurrentHashMap<>();

  /** English cues mislead elsewhere: "war" is German for "was". */
  private static final CueTable NONE = new CueTable();

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  private CueTable() {}

  /** Returns the table of a language, without words where no one has written it yet. */
  static CueTable of(String language) {
    return switch (language) {
      case "fr" -> LOADED.computeIfAbsent("fr", CueTable::load);
      case "en", "und" -> LOADED.computeIfAbsent("en", CueTable::load);
      default -> NONE;
    };
  }

  private static CueTable load(String language) {
    CueTable table = new CueTable();
    String resource = "cues-" + language + ".tsv";
    try (InputStream in =
            Objects.requireNonNull(CueTable.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          table.add(line.split("\t", -1), language);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String[] fields, String language) {
    boolean weak = fields[0].endsWith("-");
    String kind = weak ? fields[0].substring(0, fields[0].length() - 1) : fields[0];
    EventCue cue =
        new EventCue(
            CueKind.valueOf(kind.toUpperCase(Locale.ROOT)),
            weak,
            emptyToNull(fields[1]),
            emptyToNull(fields[2]));
    for (String entry : fields[3].split(",", -1)) {
      for (String form : Inflection.formsOf(entry.strip(), language)) {
        List<String> words = List.of(form.split(" "));
        byFirstWord
            .computeIfAbsent(words.get(0), k -> new ArrayList<>(2))
            .add(new Entry(words, cue));
      }
    }
  }

  private static @Nullable String emptyToNull(String field) {
    return field.isEmpty() ? null : field;
  }

  /** Returns the cues of a text, in order; of those of one kind at one word the longest. */
  List<CueHit> find(Document document) {
    List<CueHit> hits = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      Token token = document.token(i);
      List<Entry> entries = token.isWord() ? byFirstWord.get(token.lower()) : null;
      if (entries != null) {
        for (Entry entry : entries) {
          if (matches(document, i, entry) && !isLonger(entries, document, i, entry)) {
            hits.add(new CueHit(i, i + entry.words().size(), entry.cue()));
          }
        }
      }
    }
    return hits;
  }

  private static boolean isLonger(List<Entry> entries, Document document, int at, Entry entry) {
    for (Entry other : entries) {
      if (other.words().size() > entry.words().size()
          && other.cue().kind() == entry.cue().kind()
          && matches(document, at, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(Document document, int at, Entry entry) {
    int size = entry.words().size();
    if (at + size > document.size()) {
      return false;
    }
    for (int k = 1; k < size; k++) {
      if (!document.token(at + k).lower().equals(entry.words().get(k))) {
        return false;
      }
    }
    return true;
  }
}
