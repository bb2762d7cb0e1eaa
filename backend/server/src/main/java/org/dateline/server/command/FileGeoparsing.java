package org.dateline.server.command;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.Geoparser;
import org.dateline.server.feature.Outlines;
import org.dateline.server.geoparse.GeoparseJson;

/**
 * One text in, one GeoJSON FeatureCollection a line out: one for a text of up to a megabyte, else
 * one for each section of it, so that a text of any length takes the same memory. Offsets count
 * from the start of the whole text. Each section is read by itself: a megabyte brings its own
 * context, and a text as long is many reports.
 */
final class FileGeoparsing {

  private final Geoparser geoparser;
  private final Outlines outlines;
  private final GeoparseArguments arguments;

  FileGeoparsing(Geoparser geoparser, Outlines outlines, GeoparseArguments arguments) {
    this.geoparser = geoparser;
    this.outlines = outlines;
    this.arguments = arguments;
  }

  int run(InputStream in, OutputStream standardOutput, PrintStream err) throws IOException {
    Path file = arguments.output();
    if (file == null) {
      return write(in, standardOutput, err);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, CREATE_NEW))) {
      return write(in, out, err);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(file + " is there already: remove it first.", e);
    }
  }

  private int write(InputStream in, OutputStream out, PrintStream err) throws IOException {
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    Sections sections = new Sections(reader);
    try {
      for (String section = sections.next(); section != null; section = sections.next()) {
        Geoparse answer = geoparser.parse(section, arguments.options());
        out.write(GeoparseJson.encode(answer, geoparser.version(), sections.start(), outlines::of));
        out.write('\n');
      }
    } catch (CharacterCodingException e) {
      err.println("The input is not text in UTF-8.");
      return Commands.INPUT_FAILED;
    } finally {
      out.flush();
    }
    return Commands.OK;
  }
}
