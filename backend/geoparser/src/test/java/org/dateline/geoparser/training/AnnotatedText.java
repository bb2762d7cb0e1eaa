package org.dateline.geoparser.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.Span;

/**
 * A text of the training corpus, its inline markup {@code [[Bamako|L]]} taken out.
 *
 * @param id its id, "fr-0001"
 * @param text the text without markup
 * @param names the annotated names, outer before inner, in order
 */
public record AnnotatedText(String id, String text, List<Name> names) {

  /**
   * A name as annotated.
   *
   * @param span where it stands in the text
   * @param kind in which sense it names a place
   * @param doubtful whether annotators may differ
   */
  public record Name(Span span, MentionKind kind, boolean doubtful) {}

  private static final Pattern HEADING = Pattern.compile("# id: ([a-z]{2}-\\d{4}) \\S.*");
  private static final Pattern SEPARATOR = Pattern.compile("\\R---\\R");
  private static final Pattern MARK = Pattern.compile("\\[\\[|\\|([A-Z])(\\?)?]]|\\[|]|\\|");

  /** Reads the texts of a file. */
  public static List<AnnotatedText> read(Path file) throws IOException {
    return SEPARATOR
        .splitAsStream(Files.readString(file).strip())
        .map(AnnotatedText::parse)
        .toList();
  }

  /**
   * Reads one text with its heading line.
   *
   * @throws IllegalArgumentException when the heading or the markup is malformed
   */
  static AnnotatedText parse(String marked) {
    int firstLineEnd = marked.indexOf('\n');
    Matcher heading = HEADING.matcher(marked.substring(0, Math.max(firstLineEnd, 0)).strip());
    if (!heading.matches()) {
      throw new IllegalArgumentException("no heading: " + marked.lines().findFirst().orElse(""));
    }
    String id = heading.group(1);
    String body = marked.substring(firstLineEnd + 1).strip();
    StringBuilder text = new StringBuilder();
    List<Name> names = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    int copied = 0;
    Matcher mark = MARK.matcher(body);
    while (mark.find()) {
      text.append(body, copied, mark.start());
      copied = mark.end();
      if (mark.group().equals("[[")) {
        open.push(text.length());
      } else if (mark.group(1) != null && !open.isEmpty()) {
        names.add(
            new Name(
                new Span(open.pop(), text.length()), kind(mark.group(1)), mark.group(2) != null));
      } else {
        throw new IllegalArgumentException(
            id + ": stray " + mark.group() + " at " + mark.start() + " of the marked text");
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(id + ": [[ is not closed");
    }
    text.append(body, copied, body.length());
    names.sort(
        Comparator.comparingInt((Name name) -> name.span().start())
            .thenComparingInt(name -> -name.span().end()));
    return new AnnotatedText(id, text.toString(), List.copyOf(names));
  }

  private static MentionKind kind(String letter) {
    return switch (letter) {
      case "L" -> MentionKind.LITERAL;
      case "M" -> MentionKind.METONYMIC;
      case "D" -> MentionKind.DEMONYM;
      case "E" -> MentionKind.EMBEDDED;
      case "V" -> MentionKind.VAGUE;
      default -> throw new IllegalArgumentException("no kind of mention: " + letter);
    };
  }
}
