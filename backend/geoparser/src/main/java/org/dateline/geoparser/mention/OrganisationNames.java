package org.dateline.geoparser.mention;

import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * The names of organisations in a text, going by the noun that heads them: "Wagner Group",
 * "University of Bamako", "Ministère de la Défense". A place within one is embedded.
 */
final class OrganisationNames {

  private final boolean[] organisation;

  private OrganisationNames(int size) {
    organisation = new boolean[size];
  }

  static OrganisationNames of(Document document, Runs runs) {
    OrganisationNames names = new OrganisationNames(document.size());
    for (int i = 0; i < document.size(); i = Math.max(i + 1, runs.end(i))) {
      Token token = document.token(i);
      if (!token.isCapitalised() || token.is(WordClass.FUNCTION)) {
        continue;
      }
      int end = runs.end(i);
      int head = head(document, i, end);
      if (head < 0) {
        continue;
      }
      boolean opens = head == i && isHead(document, end - 1);
      int last = opens || !document.language().equals("en") ? extend(document, runs, end) : end;
      if (last - i >= 2) {
        for (int k = i; k < last; k++) {
          names.organisation[k] = true;
        }
      }
    }
    return names;
  }

  /**
   * Returns the index of the noun that makes a run an organisation's name, -1 when there is none.
   */
  private static int head(Document document, int start, int end) {
    for (int i = end - 1; i >= start; i--) {
      if (isHead(document, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isHead(Document document, int i) {
    return document.is(i, WordClass.ORGANISATION) && document.token(i).isCapitalised();
  }

  /** "University" + "of Bamako", "Ministère" + "de la Défense": takes in what "of" joins on. */
  private static int extend(Document document, Runs runs, int end) {
    int i = end;
    while (document.sameSentence(end - 1, i)
        && (document.is(i, WordClass.OF)
            || document.token(i).lower().equals("for")
            || document.token(i).lower().equals("pour"))) {
      i++;
      while (document.sameSentence(end - 1, i) && document.is(i, WordClass.DETERMINER)) {
        i++;
      }
      if (!document.sameSentence(end - 1, i) || !document.token(i).isCapitalised()) {
        return end;
      }
      i = runs.end(i);
      end = i;
    }
    return end;
  }

  /** Returns whether the tokens lie within one organisation's name that is longer than they are. */
  boolean embeds(NameMatch match) {
    for (int i = match.first(); i < match.end(); i++) {
      if (!organisation[i]) {
        return false;
      }
    }
    int before = match.first() - 1;
    return (before >= 0 && organisation[before])
        || (match.end() < organisation.length && organisation[match.end()]);
  }
}
