package org.dateline.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.dateline.geoparser.Geoparser;
import org.dateline.server.geoparse.GeoparseJson;

/** One text in, one GeoJSON FeatureCollection out. */
final class FileGeoparsing {

  private final Geoparser geoparser;
  private final GeoparseArguments arguments;

  FileGeoparsing(Geoparser geoparser, GeoparseArguments arguments) {
    this.geoparser = geoparser;
    this.arguments = arguments;
  }

  int run(InputStream in, OutputStream out, PrintStream err) throws IOException {
    String text;
    try {
      text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
    } catch (CharacterCodingException e) {
      err.println("The input is not text in UTF-8.");
      return Commands.INPUT_FAILED;
    }
    out.write(GeoparseJson.encode(geoparser.parse(text, arguments.options()), geoparser.version()));
    out.write('\n');
    out.flush();
    return Commands.OK;
  }
}
