package org.dateline.geoparser.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.geoparser.text.Span;

/** How the fields of a {@link ConflictEvent} are told as a sentence. */
enum Phrasing {
  /** The coder's place with its units, as a list. */
  PLACE {
    @Override
    Told tell(ConflictEvent event) {
      return told("", event.coordinates(), tail(event) + ".");
    }
  },
  /** The coder's place in a sentence of news. */
  NEWS {
    @Override
    Told tell(ConflictEvent event) {
      return told(
          "At least three people were killed in an attack in ",
          event.coordinates(),
          tail(event) + ", officials said.");
    }
  },
  /** The source's words with the units, as a list. */
  SOURCE {
    @Override
    Told tell(ConflictEvent event) {
      return told("", event.where(), tail(event) + ".");
    }
  },
  /** The source's words in a sentence of news. */
  REPORT {
    @Override
    Told tell(ConflictEvent event) {
      return told("Fighting was reported: ", event.where(), " (" + units(event) + ").");
    }
  },
  /** The source's words and the country, nothing else. */
  BARE {
    @Override
    Told tell(ConflictEvent event) {
      return told("Clashes in " + event.country() + ": ", event.where(), ".");
    }
  },
  /** The source's words, then the coder's place with the units. */
  ALL {
    @Override
    Told tell(ConflictEvent event) {
      return told("", event.where() + ". " + event.coordinates(), tail(event) + ".");
    }
  },
  /** The coder's place in a sentence of French. */
  FRENCH {
    @Override
    Told tell(ConflictEvent event) {
      return told(
          "Une attaque a fait plusieurs morts à ",
          event.coordinates().replaceAll(" (town|village|city|region)$", ""),
          tail(event) + ", selon des sources locales.");
    }
  };

  /**
   * A sentence.
   *
   * @param text the whole
   * @param where the part of it that tells the place, its units and country apart
   */
  record Told(String text, Span where) {}

  /** Returns the sentence that tells where an event took place. */
  abstract Told tell(ConflictEvent event);

  /** Returns the phrasing with a name as given on the command line. */
  static List<Phrasing> named(String names) {
    List<Phrasing> all = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      all.add(valueOf(name.strip().toUpperCase(Locale.ROOT)));
    }
    return all;
  }

  private static Told told(String before, String where, String after) {
    return new Told(
        before + where + after, new Span(before.length(), before.length() + where.length()));
  }

  private static String tail(ConflictEvent event) {
    String units = units(event);
    return units.isEmpty() ? "" : ", " + units;
  }

  private static String units(ConflictEvent event) {
    return Stream.of(event.admin2(), event.admin1(), event.country())
        .filter(unit -> !unit.isBlank() && !unit.equals(event.coordinates()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
