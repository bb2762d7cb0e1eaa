package org.dateline.server.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** KMZ: a zip file with a KML file in it. */
final class KmzFile {

  /** What may come out of a zip file, whatever it says of itself. */
  private static final int MAX_BYTES = 50 << 20;

  private static final int MAX_ENTRIES = 1_000;

  private KmzFile() {}

  /** Returns the first KML file, which is the one that KMZ means. */
  static byte[] kmlIn(byte[] file) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      int entries = 0;
      long left = MAX_BYTES;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MAX_ENTRIES) {
          break;
        }
        byte[] content = zip.readNBytes((int) left + 1);
        left -= content.length;
        if (left < 0) {
          throw Formats.unusable(
              "The zip file unpacks to more than " + (MAX_BYTES >> 20) + " MB.",
              entry.getName(),
              "Unpack it and import its KML file in parts.");
        }
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".kml")) {
          return content;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw Formats.unusable(
          "The zip file is damaged: " + e.getMessage() + ".", null, "Pack or download it again.");
    }
    throw Formats.unusable(
        "The zip file has no KML file in it.", null, "A KMZ file holds one, often doc.kml.");
  }
}
