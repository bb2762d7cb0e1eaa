package org.dateline.geoparser.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.text.Document;

/**
 * Looks again for names that stand like a place's and that no gazetteer has as written: in another
 * spelling, and only in the countries that the text is about. "Wandago" is Ouandago in a text on
 * the Central African Republic; anywhere else nothing would tell so.
 */
public final class SecondLook {

  private final Gazetteer gazetteer;

  /** Makes one over a gazetteer. */
  public SecondLook(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Returns the names, those that were unknown with the places found for them.
   *
   * @param countries ISO 3166-1 alpha-2 codes that the caller gives, besides those of the text
   */
  public List<Recognised> look(Document document, List<Recognised> names, List<String> countries) {
    Set<String> known = null;
    List<Recognised> all = new ArrayList<>(names.size());
    for (Recognised name : names) {
      if (name.match().candidates().isEmpty()) {
        known = known == null ? countries(names, countries) : known;
        all.add(known.isEmpty() ? name : respelt(document, name, known));
      } else {
        all.add(name);
      }
    }
    return all;
  }

  private static Set<String> countries(List<Recognised> names, List<String> given) {
    Set<String> countries = new HashSet<>(given);
    for (Recognised name : names) {
      if (!name.match().candidates().isEmpty()) {
        Place best = name.match().candidates().get(0).place();
        if (best.isCountry() || best.isFirstLevel()) {
          countries.add(best.country());
        }
      }
    }
    return countries;
  }

  private Recognised respelt(Document document, Recognised name, Set<String> countries) {
    NameMatch match = name.match();
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate candidate : gazetteer.named(match.span(document).of(document.text()))) {
      if (candidate.place().isPopulated() && countries.contains(candidate.place().country())) {
        candidates.add(new Candidate(candidate.place(), NameKind.ALTERNATE, false));
      }
    }
    return candidates.isEmpty()
        ? name
        : new Recognised(
            new NameMatch(match.first(), match.end(), match.trimmed(), List.copyOf(candidates)),
            name.kind(),
            name.probability());
  }
}
