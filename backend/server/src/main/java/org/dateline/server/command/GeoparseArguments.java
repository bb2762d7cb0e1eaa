package org.dateline.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dateline.geoparser.GeoparseOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the command {@code geoparse} is asked for.
 *
 * @param lines whether each line of the input is a document
 * @param file the file to read, null for standard input
 * @param demonyms whether names of peoples are among the mentions
 * @param explain whether each mention says why it is this place, and what else it could be
 * @param output the file to write, null for standard output
 * @param resume whether the output was begun before and is gone on with
 * @param progress whether standard error shows how far the run is
 * @param options what is known beside the texts
 */
record GeoparseArguments(
    boolean lines,
    @Nullable Path file,
    boolean demonyms,
    boolean explain,
    @Nullable Path output,
    boolean resume,
    boolean progress,
    GeoparseOptions options) {

  static GeoparseArguments parse(List<String> words) throws UsageException {
    boolean lines = false;
    boolean demonyms = true;
    boolean explain = false;
    boolean resume = false;
    boolean progress = System.console() != null;
    Path output = null;
    String language = null;
    List<String> countries = List.of();
    List<String> files = new ArrayList<>();
    for (String word : words) {
      String value = word.substring(word.indexOf('=') + 1);
      if (word.equals("--jsonl")) {
        lines = true;
      } else if (word.startsWith("--demonyms=")) {
        demonyms = onOrOff(value);
      } else if (word.equals("--explain")) {
        explain = true;
      } else if (word.equals("--resume")) {
        resume = true;
      } else if (word.equals("--progress")) {
        progress = true;
      } else if (word.startsWith("--output=")) {
        output = Path.of(value);
      } else if (word.startsWith("--language=")) {
        language = language(value);
      } else if (word.startsWith("--country=")) {
        countries = Countries.parse(value);
      } else if (word.startsWith("-") && !word.equals("-")) {
        throw new UsageException(
            "geoparse has no option \""
                + word
                + "\". There are: --jsonl, --demonyms=on|off, --explain, --output=FILE, --resume,"
                + " --progress, --language=TAG, --country=XX.");
      } else {
        files.add(word);
      }
    }
    if (files.size() > 1 || (files.isEmpty() && !lines)) {
      throw new UsageException(
          files.isEmpty()
              ? "geoparse needs a file to read; - is standard input."
              : "geoparse reads one file, not " + files.size() + ".");
    }
    if (resume && (output == null || !lines)) {
      throw new UsageException("--resume goes on with the file of --output=FILE, with --jsonl.");
    }
    boolean standardInput = files.isEmpty() || files.get(0).equals("-");
    return new GeoparseArguments(
        lines,
        standardInput ? null : Path.of(files.get(0)),
        demonyms,
        explain,
        output,
        resume,
        progress,
        new GeoparseOptions(language, null, null, countries, null));
  }

  private static boolean onOrOff(String value) throws UsageException {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new UsageException("--demonyms is on or off, not \"" + value + "\".");
    };
  }

  private static String language(String value) throws UsageException {
    if (Locale.forLanguageTag(value).getLanguage().isEmpty()) {
      throw new UsageException("\"" + value + "\" is not a language tag such as en or fr.");
    }
    return value;
  }

  /** Returns the input to read; whoever closes it leaves standard input open. */
  InputStream open(InputStream standardInput) throws IOException {
    if (file == null) {
      return standardInput;
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, not a file.");
    }
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no file " + file + ".", e);
    }
  }
}
