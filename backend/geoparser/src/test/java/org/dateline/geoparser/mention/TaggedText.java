package org.dateline.geoparser.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.dateline.geoparser.text.Span;

/**
 * A text of a token-by-token corpus (one token a line with its BIO tag), put together again.
 *
 * @param text the tokens joined by spaces, sentences by line ends
 * @param locations names of places
 * @param others names of organisations and the rest, within which places may or may not be marked
 */
record TaggedText(String text, List<Span> locations, List<Span> others) {

  /**
   * Reads texts of about thirty sentences each, so that the memory of a text has something to do.
   */
  static List<TaggedText> read(Path gzip) throws IOException {
    List<TaggedText> texts = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Builder builder = new Builder();
      int sentences = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) {
          builder.endSentence();
          if (++sentences % 30 == 0) {
            texts.add(builder.build());
            builder = new Builder();
          }
        } else if (!line.startsWith("# ")) {
          builder.add(line.split("[\\t ]", -1));
        }
      }
      texts.add(builder.build());
    }
    return texts;
  }

  private static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> locations = new ArrayList<>();
    private final List<Span> others = new ArrayList<>();
    private int start;
    private String open = "O";

    void add(String[] fields) {
      // UNER: number, word, tag ...; the others: word, tag.
      boolean numbered = fields.length > 3;
      String word = numbered ? fields[1] : fields[0];
      String tag = numbered ? fields[2] : fields[fields.length - 1];
      boolean begins = tag.startsWith("B-") || !type(tag).equals(open);
      if (begins) {
        close();
      }
      boolean glued = word.matches("[.,;:!?)]|'s|n't|’s");
      if (text.length() > 0 && text.charAt(text.length() - 1) != '\n' && !glued) {
        text.append(' ');
      }
      if (begins) {
        open = type(tag);
        start = text.length();
      }
      text.append(word);
    }

    private static String type(String tag) {
      return tag.length() < 2 ? "O" : tag.substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    private void close() {
      if (!open.equals("O") && text.length() > start) {
        (open.startsWith("loc") ? locations : others).add(new Span(start, text.length()));
      }
      open = "O";
    }

    void endSentence() {
      close();
      text.append("\n\n");
    }

    TaggedText build() {
      close();
      return new TaggedText(text.toString(), locations, others);
    }
  }
}
