package org.dateline.geodata.tier;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dateline.geodata.gazetteer.Tier;

/** A file to import: plain, gzipped or zipped; a GeoNames dump or a newsroom's own places. */
final class ImportFile {

  /** A line longer than this is no place's. */
  private static final int LONGEST_LINE = 1 << 18;

  private ImportFile() {}

  /** Reads the places of a file into a gathering and returns the tier they belong to. */
  static Tier read(Path file, Gathering gathering) throws IOException, ImportException {
    try (InputStream in = content(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    in,
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      lines.mark(LONGEST_LINE + 1);
      char[] start = new char[LONGEST_LINE];
      int length = Math.max(0, lines.read(start, 0, LONGEST_LINE));
      String first = new String(start, 0, length).lines().findFirst().orElse("");
      lines.reset();
      if (OwnPlaces.looksLike(first.replace("\uFEFF", ""))) {
        if (first.startsWith("\uFEFF")) {
          lines.skip(1);
        }
        OwnPlaces.read(lines, gathering);
        return Tier.OWN;
      }
      if (GeoNamesDump.looksLike(first)) {
        GeoNamesDump.read(lines, gathering);
        return Tier.IMPORT;
      }
    }
    throw new ImportException(
        file.getFileName()
            + " is neither a GeoNames dump (nineteen columns parted by tabs, such as ML.txt or ML.zip)"
            + " nor a CSV file of places with a header that has name, lat and lon.");
  }

  private static InputStream content(Path file) throws IOException, ImportException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(4);
    int first = in.read();
    int second = in.read();
    in.reset();
    if (first == 0x1f && second == 0x8b) {
      return new GZIPInputStream(in, 1 << 16);
    }
    if (first == 'P' && second == 'K') {
      ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!name.contains("readme") && (name.endsWith(".txt") || name.endsWith(".csv"))) {
          return zip;
        }
      }
      zip.close();
      throw new ImportException(file.getFileName() + " holds no .txt or .csv file of places.");
    }
    return in;
  }
}
