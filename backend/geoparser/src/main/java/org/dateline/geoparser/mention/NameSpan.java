package org.dateline.geoparser.mention;

import java.util.List;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKind;

/**
 * Tokens that are, together, a name in the gazetteer.
 *
 * @param first index of the first token
 * @param end index after the last token
 * @param candidates the places that bear the name, best known first; never empty
 * @param lostPossessive whether the last token is the name with an "s" whose apostrophe was lost
 */
record NameSpan(int first, int end, List<Candidate> candidates, boolean lostPossessive) {

  int length() {
    return end - first;
  }

  boolean overlaps(NameSpan other) {
    return first < other.end && other.first < end;
  }

  boolean contains(NameSpan other) {
    return first <= other.first && other.end <= end;
  }

  boolean has(NameKind kind) {
    return candidates.stream().anyMatch(candidate -> candidate.kind() == kind);
  }

  /** Returns whether some place bears it as a name, and not only as a people's or a seat's. */
  boolean namesPlace() {
    return candidates.stream()
        .anyMatch(
            c ->
                c.kind() == NameKind.NAME
                    || c.kind() == NameKind.ALTERNATE
                    || c.kind() == NameKind.ABBREVIATION);
  }
}
