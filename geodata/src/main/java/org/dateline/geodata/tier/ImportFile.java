package org.dateline.geodata.tier;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dateline.geodata.gazetteer.Gazetteer;

/**
 * A file to import, plain, gzipped or zipped: a dump, alternate names or codes of GeoNames, or a
 * newsroom's own places. What it is shows in its first line.
 */
final class ImportFile {

  /** What spreadsheets write that do not write UTF-8. */
  private static final Charset SPREADSHEET = Charset.forName("windows-1252");

  private final Path file;
  private final Gazetteer known;
  private final ImportOptions options;

  /**
   * Takes a file.
   *
   * @param known the gazetteer that files of names and codes are about
   */
  ImportFile(Path file, Gazetteer known, ImportOptions options) {
    this.file = file;
    this.known = known;
    this.options = options;
  }

  /**
   * Returns what the file is.
   *
   * @throws ImportException when it is nothing that can be imported
   */
  FileKind kind() throws IOException, ImportException {
    if (options.kind() != null) {
      return options.kind();
    }
    // Marks of the files' kinds are ASCII, whatever the file is written in.
    return FileKind.of(firstLine(StandardCharsets.ISO_8859_1))
        .orElseThrow(
            () ->
                new ImportException(
                    file.getFileName()
                        + " is neither a file of GeoNames (a dump such as ML.txt or"
                        + " allCountries.zip, alternateNamesV2, admin1CodesASCII, admin2Codes) nor"
                        + " a CSV file of places with a header that has name, lat and lon."));
  }

  /**
   * Returns what the file is written in: a spreadsheet's table need not be UTF-8, though it is read
   * as that as far as it can be.
   */
  Charset charset() throws IOException, ImportException {
    if (kind() == FileKind.OWN_PLACES) {
      try (Reader reader = open(StandardCharsets.UTF_8)) {
        reader.transferTo(Writer.nullWriter());
      } catch (CharacterCodingException e) {
        return SPREADSHEET;
      }
    }
    return StandardCharsets.UTF_8;
  }

  /**
   * Reads the file.
   *
   * @throws CharacterCodingException when it is not UTF-8, and no table of own places either
   */
  void read(Gathering gathering) throws IOException, ImportException {
    Charset charset = charset();
    try (Reader reader = open(charset)) {
      BufferedReader text = withoutMark(reader);
      BoundedLines lines = new BoundedLines(text);
      switch (kind()) {
        case OWN_PLACES -> OwnPlaces.read(text, firstLine(charset), options, gathering);
        case DUMP -> GeoNamesDump.read(lines, options, gathering);
        case ALTERNATE_NAMES -> AlternateNames.read(lines, known, options, gathering);
        case ADMIN_CODES -> AdminCodes.read(lines, known, options, gathering);
      }
    }
    gathering.flush();
  }

  private String firstLine(Charset charset) throws IOException, ImportException {
    try (Reader reader = open(charset)) {
      String first = new BoundedLines(withoutMark(reader)).next();
      return first == null
          ? ""
          : first.startsWith("\u00ef\u00bb\u00bf") ? first.substring(3) : first;
    }
  }

  /** Leaves out the mark that some programs begin a text with. */
  private static BufferedReader withoutMark(Reader reader) throws IOException {
    BufferedReader text = new BufferedReader(reader);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private Reader open(Charset charset) throws IOException, ImportException {
    return new InputStreamReader(
        content(),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private InputStream content() throws IOException, ImportException {
    InputStream in =
        new BufferedInputStream(
            new Counting(Files.newInputStream(file), options.progress()), 1 << 16);
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
        boolean beside = name.contains("readme") || name.contains("iso-language");
        if (!beside && (name.endsWith(".txt") || name.endsWith(".csv"))) {
          return zip;
        }
      }
      zip.close();
      throw new ImportException(file.getFileName() + " holds no .txt or .csv file of places.");
    }
    return in;
  }

  /** Tells how many bytes have been read. */
  private static final class Counting extends FilterInputStream {

    private final LongConsumer progress;
    private long bytes;

    Counting(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      bytes += Math.max(0, read);
      progress.accept(bytes);
      return read;
    }
  }
}
