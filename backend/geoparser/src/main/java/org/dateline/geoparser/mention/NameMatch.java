package org.dateline.geoparser.mention;

import java.util.List;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Span;

/**
 * Tokens of a text that read like a gazetteer name; whether they are one is not yet said.
 *
 * @param first index of the first token
 * @param end index after the last token
 * @param trimmed how many characters at the end do not belong to the name: 1 where a possessive has
 *     lost its apostrophe ("Malis"), else 0
 * @param candidates the places that bear the name, best known first; empty for a name that no
 *     gazetteer has
 */
public record NameMatch(int first, int end, int trimmed, List<Candidate> candidates) {

  /** Returns where the name stands in the received text. */
  public Span span(Document document) {
    Span whole = document.span(first, end);
    return new Span(whole.start(), whole.end() - trimmed);
  }

  /** Returns how many tokens the name has. */
  public int length() {
    return end - first;
  }

  /** Returns whether the other match lies within this longer one. */
  public boolean holds(NameMatch other) {
    return first <= other.first && other.end <= end && other.length() < length();
  }

  /** Returns whether the matches share a token. */
  public boolean overlaps(NameMatch other) {
    return first < other.end && other.first < end;
  }

  /** Returns whether some candidate bears the name as this kind. */
  public boolean has(NameKind kind) {
    for (Candidate candidate : candidates) {
      if (candidate.kind() == kind) {
        return true;
      }
    }
    return false;
  }
}
