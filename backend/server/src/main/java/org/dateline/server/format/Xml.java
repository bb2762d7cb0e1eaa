package org.dateline.server.format;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Pieces of XML documents. */
final class Xml {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private Xml() {}

  /** Writes a piece of a document. */
  @FunctionalInterface
  interface Piece {
    /** Writes it. */
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** Returns the bytes of a piece, UTF-8. */
  static byte[] bytes(Piece piece) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out);
      piece.write(xml);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the writer was used wrongly", e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes an element that has only text. */
  static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    characters(xml, text);
    xml.writeEndElement();
  }

  /** Writes a text; readers take a bare carriage return for a line feed, so it is a reference. */
  static void characters(XMLStreamWriter xml, String text) throws XMLStreamException {
    String[] parts = text(text).split("\r", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        xml.writeEntityRef("#13");
      }
      xml.writeCharacters(parts[i]);
    }
  }

  /**
   * Returns a name that an element may have, without a prefix. What is not allowed in one is
   * written as {@code _x0020_}, by its code.
   */
  static String name(String name) {
    StringBuilder allowed = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              boolean first = allowed.isEmpty();
              if (Character.isLetter(c) || c == '_' || (!first && isInnerOfName(c))) {
                allowed.appendCodePoint(c);
              } else {
                allowed.append(String.format(Locale.ROOT, "_x%04X_", c));
              }
            });
    return allowed.toString();
  }

  private static boolean isInnerOfName(int c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '.';
  }

  /**
   * Returns a text with the replacement character for what XML 1.0 cannot say, not even as a
   * reference: most control characters and halves of surrogate pairs.
   */
  static String text(String text) {
    return text.codePoints().allMatch(Xml::isCharacter)
        ? text
        : text.codePoints()
            .map(c -> isCharacter(c) ? c : 0xFFFD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
