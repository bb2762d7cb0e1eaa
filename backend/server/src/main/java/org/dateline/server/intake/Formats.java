package org.dateline.server.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Tells by its content what a file is, since names and types of uploads are often wrong. */
final class Formats {

  private Formats() {}

  /**
   * Reads a file.
   *
   * @param maxRows the most rows it may have
   * @throws ProblemException telling line and reason when it cannot be read at all
   */
  static ReadFile read(byte[] file, Columns columns, int maxRows) {
    if (file.length == 0) {
      throw unusable("The file is empty.", null, "Send the file as the request's body.");
    }
    if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
      return KmlFile.read(KmzFile.kmlIn(file), "KMZ", maxRows);
    }
    String start =
        new String(file, 0, Math.min(file.length, 1000), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("{")) {
      return GeoJsonFile.read(file, maxRows);
    }
    if (start.startsWith("<")) {
      return start.contains("<gpx")
          ? GpxFile.read(file, maxRows)
          : KmlFile.read(file, "KML", maxRows);
    }
    return CsvFile.read(file, columns, maxRows);
  }

  static ProblemException unusable(String detail, @Nullable String where, @Nullable String hint) {
    return new ProblemException(ProblemType.INVALID_FILE, detail, where, hint);
  }

  static ProblemException tooManyRows(int maxRows) {
    return unusable(
        "The file has more than " + maxRows + " locations.", null, "Import it in parts.");
  }
}
