package org.dateline.geoparser.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A normalised view of a received text that runs parallel to it: quotes and spaces of one form, no
 * soft hyphens, no markup, entities decoded. The received text itself is never altered; each
 * character of the view knows the stretch of the received text that it stands for.
 */
public final class NormalText {

  private static final int LONGEST_TAG = 4096;
  private static final int LONGEST_ENTITY = 12;

  /** HTML elements that end the line they stand in; any other known element leaves no trace. */
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "br",
          "caption",
          "dd",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "ul");

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "iframe",
          "img",
          "ins",
          "kbd",
          "label",
          "link",
          "mark",
          "meta",
          "noscript",
          "picture",
          "q",
          "s",
          "small",
          "source",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "video",
          "wbr");

  /** Elements whose content is no text of the report. */
  private static final Set<String> HIDDEN = Set.of("script", "style");

  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("shy", ""),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("lsquo", "'"),
          Map.entry("rsquo", "'"),
          Map.entry("ldquo", "\""),
          Map.entry("rdquo", "\""),
          Map.entry("laquo", "\""),
          Map.entry("raquo", "\""),
          Map.entry("agrave", "à"),
          Map.entry("aacute", "á"),
          Map.entry("acirc", "â"),
          Map.entry("atilde", "ã"),
          Map.entry("auml", "ä"),
          Map.entry("ccedil", "ç"),
          Map.entry("egrave", "è"),
          Map.entry("eacute", "é"),
          Map.entry("ecirc", "ê"),
          Map.entry("euml", "ë"),
          Map.entry("iacute", "í"),
          Map.entry("icirc", "î"),
          Map.entry("iuml", "ï"),
          Map.entry("ntilde", "ñ"),
          Map.entry("oacute", "ó"),
          Map.entry("ocirc", "ô"),
          Map.entry("otilde", "õ"),
          Map.entry("ouml", "ö"),
          Map.entry("ugrave", "ù"),
          Map.entry("uacute", "ú"),
          Map.entry("ucirc", "û"),
          Map.entry("uuml", "ü"),
          Map.entry("oelig", "œ"),
          Map.entry("Agrave", "À"),
          Map.entry("Acirc", "Â"),
          Map.entry("Ccedil", "Ç"),
          Map.entry("Egrave", "È"),
          Map.entry("Eacute", "É"),
          Map.entry("Ecirc", "Ê"),
          Map.entry("Icirc", "Î"),
          Map.entry("Ocirc", "Ô"));

  private final String original;
  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int length;

  private NormalText(String original) {
    this.original = original;
    chars = new char[original.length()];
    starts = new int[original.length()];
    ends = new int[original.length()];
  }

  /** Returns the view of a text; markup is recognised only by the names of HTML's elements. */
  public static NormalText of(String original) {
    NormalText view = new NormalText(original);
    view.read();
    return view;
  }

  /** Returns how many characters the view has. */
  public int length() {
    return length;
  }

  /** Returns a character of the view. */
  public char charAt(int index) {
    return chars[index];
  }

  /** Returns the offset in the received text where a character of the view starts. */
  public int originalStart(int index) {
    return starts[index];
  }

  /** Returns the offset in the received text after a character of the view. */
  public int originalEnd(int index) {
    return ends[index];
  }

  /** Returns a stretch of the view. */
  public String substring(int start, int end) {
    return new String(chars, start, end - start);
  }

  private void read() {
    int i = 0;
    while (i < original.length()) {
      char c = original.charAt(i);
      if (c == '<') {
        int end = tag(i);
        if (end > 0) {
          i = end;
          continue;
        }
      } else if (c == '&') {
        int end = entity(i);
        if (end > 0) {
          i = end;
          continue;
        }
      }
      i += plain(c, i);
    }
  }

  private int plain(char c, int at) {
    if (c == '\r' && at + 1 < original.length() && original.charAt(at + 1) == '\n') {
      return 1;
    }
    if (Character.isSurrogate(c)) {
      if (Character.isHighSurrogate(c)
          && at + 1 < original.length()
          && Character.isLowSurrogate(original.charAt(at + 1))) {
        put(c, at, at + 1);
        put(original.charAt(at + 1), at + 1, at + 2);
        return 2;
      }
      put('\uFFFD', at, at + 1);
      return 1;
    }
    if (!invisible(c)) {
      put(folded(c), at, at + 1);
    }
    return 1;
  }

  private static boolean invisible(char c) {
    return c == '\u00AD'
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || c == '\u2060'
        || c == '\uFEFF'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  private static char folded(char c) {
    if (c < 0x80) {
      return c == '\t' || c == '\f' || c == '\u000B' ? ' ' : c == '\r' ? '\n' : c;
    }
    return switch (c) {
      case '‘', '’', '‛', '′', 'ʼ', 'ʻ', '´' -> '\'';
      case '“', '”', '„', '‟', '«', '»' -> '"';
      case '‐', '‑' -> '-';
      case '\u0085', '\u2028', '\u2029' -> '\n';
      default -> Character.isSpaceChar(c) ? ' ' : c;
    };
  }

  /** Skips a tag, a comment or a hidden element; returns the offset after it, 0 when it is none. */
  private int tag(int at) {
    if (original.startsWith("<!--", at)) {
      int end = original.indexOf("-->", at + 4);
      return end < 0 ? 0 : end + 3;
    }
    int name = at + 1;
    if (name < original.length()
        && (original.charAt(name) == '/' || original.charAt(name) == '!')) {
      name++;
    }
    int nameEnd = name;
    while (nameEnd < original.length()
        && nameEnd < name + 12
        && isAsciiLetterOrDigit(original.charAt(nameEnd))) {
      nameEnd++;
    }
    String element = original.substring(name, nameEnd).toLowerCase(Locale.ROOT);
    boolean block = BLOCKS.contains(element);
    boolean hidden = HIDDEN.contains(element);
    if (!block && !hidden && !INLINE.contains(element) && !element.equals("doctype")) {
      return 0;
    }
    int end = original.indexOf('>', nameEnd);
    if (end < 0 || end - at > LONGEST_TAG) {
      return 0;
    }
    end++;
    if (hidden && original.charAt(at + 1) != '/') {
      int close = indexOfIgnoringCase("</" + element, end);
      int closed = close < 0 ? -1 : original.indexOf('>', close);
      end = closed < 0 ? end : closed + 1;
    }
    if (block) {
      put('\n', at, end);
      if (!element.equals("br")) {
        put('\n', at, end);
      }
    }
    return end;
  }

  private int indexOfIgnoringCase(String sought, int from) {
    for (int i = from; i + sought.length() <= original.length(); i++) {
      if (original.regionMatches(true, i, sought, 0, sought.length())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Decodes a character reference; returns the offset after it, 0 when it is none. */
  private int entity(int at) {
    int end = original.indexOf(';', at + 1);
    if (end < 0 || end - at > LONGEST_ENTITY) {
      return 0;
    }
    String decoded = decode(original.substring(at + 1, end));
    if (decoded == null) {
      return 0;
    }
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (!invisible(c)) {
        put(folded(c), at, end + 1);
      }
    }
    return end + 1;
  }

  private static @Nullable String decode(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.get(name);
    }
    try {
      boolean hex = name.startsWith("x", 1) || name.startsWith("X", 1);
      int code =
          hex
              ? Integer.parseInt(name, 2, name.length(), 16)
              : Integer.parseInt(name, 1, name.length(), 10);
      boolean valid =
          Character.isValidCodePoint(code) && code != 0 && (code < 0xD800 || code > 0xDFFF);
      return valid ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      // Not a number, so not a reference: the characters stay what they are.
      return null;
    }
  }

  private void put(char c, int start, int end) {
    if (length == chars.length) {
      // Only a block element, which stands for two line ends, can outgrow the received text.
      int larger = length + 16 + length / 2;
      chars = Arrays.copyOf(chars, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    length++;
  }
}
