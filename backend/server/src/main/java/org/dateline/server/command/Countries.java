package org.dateline.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Countries as a person names them on the command line. */
final class Countries {

  private Countries() {}

  /** Returns the codes of "ml,BF": ISO 3166-1 alpha-2, in capitals. */
  static List<String> parse(String value) throws UsageException {
    List<String> countries = new ArrayList<>();
    for (String code : value.split(",", -1)) {
      if (!code.matches("[A-Za-z]{2}")) {
        throw new UsageException("\"" + code + "\" is not an ISO 3166-1 alpha-2 code such as ML.");
      }
      countries.add(code.toUpperCase(Locale.ROOT));
    }
    return countries;
  }
}
