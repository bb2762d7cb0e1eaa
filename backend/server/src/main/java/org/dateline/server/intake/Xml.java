package org.dateline.server.intake;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dateline.server.problem.ProblemException;

/** XML from strangers: no document type, no entity, nothing from elsewhere. */
final class Xml {

  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("entities are not read");
        });
    return factory;
  }

  static XMLStreamReader open(byte[] file) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new ByteArrayInputStream(file));
  }

  static ProblemException broken(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int detail = message.indexOf("Message: ");
    return Formats.unusable(
        "The file is not well-formed XML: "
            + (detail < 0 ? message : message.substring(detail + 9)).strip(),
        e.getLocation() == null
            ? null
            : "line "
                + e.getLocation().getLineNumber()
                + ", column "
                + e.getLocation().getColumnNumber(),
        "It may have been cut off on its way. Nothing was changed.");
  }
}
