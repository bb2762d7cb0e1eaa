package org.dateline.server.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.server.position.Pasted;
import org.dateline.server.position.PlusCode;
import org.dateline.server.position.Position;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Looks up what a person typed or pasted: a position in any notation, or a name. */
@Component
class PlaceLookup {

  /** Longer than any name that is looked for. */
  private static final int LONGEST_NAME = 200;

  /** Places round a spot that tell where it is. */
  private static final int NEIGHBOURS = 3;

  private final PlaceSearch search;
  private final PlaceLabels labels;

  PlaceLookup(PlaceSearch search, PlaceLabels labels) {
    this.search = search;
    this.labels = labels;
  }

  /**
   * Finds what a text may mean.
   *
   * @param bias a box whose places come first, a null envelope for none
   */
  Found find(String text, int limit, Envelope bias) {
    Optional<Pasted> pasted = Pasted.read(text);
    if (pasted.isEmpty()) {
      return named(text, limit, bias);
    }
    if (pasted.get() instanceof Pasted.Positions positions) {
      return at(positions.preferring(bias), limit);
    }
    if (pasted.get() instanceof Pasted.ShortCode code) {
      return near(code, limit, bias);
    }
    return named(((Pasted.PlaceName) pasted.get()).name(), limit, bias);
  }

  private Found named(String name, int limit, Envelope bias) {
    return name.length() > LONGEST_NAME
        ? Found.nothing("This is too long for a name, and no position is in it.")
        : new Found(List.of(), search.search(name, limit, bias), null);
  }

  private Found at(Pasted.Positions positions, int limit) {
    List<Position> found = positions.likeliestFirst();
    List<Place> neighbours =
        found.isEmpty() || found.get(0).guessed()
            ? List.of()
            : search.nearest(found.get(0).lon(), found.get(0).lat(), Math.min(limit, NEIGHBOURS));
    return new Found(found.stream().map(Spot::of).toList(), neighbours, positions.note());
  }

  /** Places of one name may lie in several cells: the first that is found is likeliest. */
  private Found near(Pasted.ShortCode code, int limit, Envelope bias) {
    String[] name = code.near().split(",", 2);
    if (name[0].isBlank() || code.near().length() > LONGEST_NAME) {
      return Found.nothing("There is no name of a place beside " + code.code() + ".");
    }
    String rest = name.length > 1 ? name[1].strip().toLowerCase(Locale.ROOT) : "";
    Map<List<Double>, Spot> spots = new LinkedHashMap<>();
    for (Place place : search.search(name[0].strip(), limit, bias)) {
      String label = labels.of(place);
      if (label.toLowerCase(Locale.ROOT).contains(rest)) {
        Position nearest = PlusCode.nearest(code.code(), place.lon(), place.lat());
        Position position = spots.isEmpty() ? nearest : nearest.asGuess();
        spots.putIfAbsent(
            List.of(nearest.lon(), nearest.lat()),
            new Spot(nearest.lon(), nearest.lat(), position, label));
      }
    }
    return spots.isEmpty()
        ? Found.nothing("No place \"" + code.near() + "\" to which " + code.code() + " belongs.")
        : new Found(List.copyOf(spots.values()), List.of(), null);
  }
}
