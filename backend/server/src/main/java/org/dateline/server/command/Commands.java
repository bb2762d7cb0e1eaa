package org.dateline.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.server.feature.Outlines;

/** Runs the command that the first word names. */
public final class Commands {

  /** Everything went well. */
  public static final int OK = 0;

  /** Some input could not be read or used; what could be was answered. */
  public static final int INPUT_FAILED = 1;

  /** The command was not understood; nothing was done. */
  public static final int USAGE = 2;

  private static final String HELP =
      """
      Dateline turns a news report on a conflict into a map people can trust.

      usage: java -jar dateline.jar [COMMAND]

        (none)                  serve the map and its API on http://localhost:8080
                                  --server.port=PORT   another port
                                  --dateline.home=DIR  where reports are kept (DATELINE_HOME; ./data)
        geoparse FILE           read a report (UTF-8; - is standard input), write its places as GeoJSON;
                                  one collection a line for each megabyte of a longer text
        geoparse --jsonl [FILE] read one {"doc": "...", "text": "..."} a line, write one line each:
                                  {"doc": "...", "mentions": [{"start", "end", "text", "kind", "id",
                                  "name", "lat", "lon", "score"}]}, in the order of the input
          --explain               with reasons, evidence, margin and what else each name could be
          --output=FILE           write there; --resume goes on behind the last line it has
          --progress              how far it is, on standard error (always on a terminal)
          --demonyms=on|off       with or without names of peoples (on; with --jsonl)
          --language=TAG          the language of the texts, such as en or fr (detected)
          --country=XX[,YY]       countries the texts are about, ISO 3166-1 alpha-2
        gazetteer import FILE   add places: a GeoNames dump (ML.zip, allCountries.zip), further names
                                  (alternateNamesV2.zip), codes of units (admin1CodesASCII.txt) or a
                                  CSV file of your own (a header with name,lat,lon; id, aliases,
                                  country, ... may be there); a map that is served has them at once
          --country=XX[,YY]       keep only what lies in these countries
        gazetteer list          what was added;  gazetteer remove NAME  takes it away
        dataset import FILE --id=ID
                                keep a GeoJSON file as a collection of the API while no server has
                                  this home open (a running one takes it by POST /api/datasets)
          --title=, --description=  for people
          --replace               in place of the data set with that id
        dataset list            what was imported;  dataset remove ID  takes it away
        verify-log              check that the change log is whole and that what is kept is what it says
                                  (DATELINE_STORE_URL, ..._USERNAME, ..._PASSWORD name a PostgreSQL)
        sign-in-link            print a link that signs an admin in, once, at the server with this home
          --user=NAME             as this person (whoever has been admin longest)
        help                    this text

      Offsets are UTF-16 units. Exit status: 0 all well, 1 some input could not be used (said on
      standard error), 2 the command was not understood.
      """;

  private static final Set<String> ASKS_FOR_HELP = Set.of("--help", "-h", "-?");

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  /** Takes the streams to work on. */
  public Commands(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Returns whether a command is asked for: options alone are the server's. */
  public static boolean areMeant(List<String> words) {
    return words.stream().anyMatch(word -> !word.startsWith("-") || ASKS_FOR_HELP.contains(word));
  }

  /**
   * Runs the command that the first word names, be it before or behind options, and returns the
   * exit status.
   */
  public int run(List<String> words) {
    try {
      Home home = Home.of(words);
      List<String> rest = new ArrayList<>(Home.without(words));
      String command =
          rest.stream()
              .filter(word -> !word.startsWith("-"))
              .findFirst()
              .filter(word -> rest.stream().noneMatch(ASKS_FOR_HELP::contains))
              .orElse("help");
      rest.remove(command);
      return switch (command) {
        case "geoparse" -> geoparse(home, GeoparseArguments.parse(rest));
        case "gazetteer" -> new GazetteerCommand(home, out, err).run(rest);
        case "dataset" -> new DatasetCommand(home, out, err).run(rest);
        case "verify-log" -> new VerifyLogCommand(home, out, err).run(rest);
        case "sign-in-link" -> new SignInLinkCommand(home, out).run(rest);
        case "help" -> {
          out.print(HELP);
          yield OK;
        }
        default ->
            throw new UsageException(
                "There is no command \""
                    + command
                    + "\". There are: geoparse, gazetteer, dataset, verify-log,"
                    + " sign-in-link, help; without a command the map is served.");
      };
    } catch (UsageException e) {
      err.println(e.getMessage());
      err.println("\"java -jar dateline.jar help\" says more.");
      return USAGE;
    } catch (IOException | UncheckedIOException e) {
      err.println(e.getMessage());
      return INPUT_FAILED;
    } finally {
      out.flush();
    }
  }

  private int geoparse(Home home, GeoparseArguments arguments) throws IOException {
    try (InputStream input = arguments.open(in)) {
      Geodata geodata = GazetteerCommand.geodata(home);
      Geoparser geoparser = new OfflineGeoparser(geodata);
      OutputStream output = out;
      return arguments.lines()
          ? new LineGeoparsing(geoparser, arguments).run(input, output, err)
          : new FileGeoparsing(geoparser, new Outlines(geodata.boundaries()), arguments)
              .run(input, output, err);
    }
  }
}
