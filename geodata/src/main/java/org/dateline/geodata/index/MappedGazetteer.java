package org.dateline.geodata.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.NameScanner;
import org.dateline.geodata.gazetteer.Place;
import org.locationtech.jts.geom.Envelope;

/** The gazetteer over a mapped index. */
final class MappedGazetteer implements Gazetteer {

  /**
   * What a prefix search adds to a place's fame: within the bias, named in full, by another name.
   */
  private static final double NEAR = 100;

  private static final double WHOLE = 2;
  private static final double OTHER_NAME = 1.5;

  private final IndexFile file;
  private final PlaceTable places;
  private final KeyTable keys;
  private final ByteBuffer nameStarts;
  private final ByteBuffer nameLists;
  private final TownGrid towns;
  private final Map<String, Place> countries = new HashMap<>();
  private final Map<String, Place> firstLevel = new HashMap<>();
  private final Map<String, Place> capitals = new HashMap<>();

  MappedGazetteer(IndexFile file) {
    this.file = file;
    places = new PlaceTable(file);
    keys = new KeyTable(file, places);
    nameStarts = file.section(Section.NAME_STARTS);
    nameLists = file.section(Section.NAME_LISTS);
    towns = new TownGrid(file, places);
    // The builder puts countries, first-level units and capitals first, so this reads a few
    // thousand.
    for (int i = 0; i < places.size(); i++) {
      Place place = places.place(i);
      if (place.isCountry()) {
        if (!place.featureCode().equals("PCLH")) {
          countries.putIfAbsent(place.country(), place);
        }
      } else if (place.isFirstLevel()) {
        // A unit that was abolished has given its code up, or it never had one.
        if (place.featureCode().equals("ADM1") && !place.admin1().isEmpty()) {
          firstLevel.putIfAbsent(place.country() + '.' + place.admin1(), place);
        }
      } else if (place.featureCode().equals("PPLC")) {
        capitals.putIfAbsent(place.country(), place);
      } else {
        break;
      }
    }
  }

  @Override
  public List<Candidate> named(CharSequence name) {
    String key = NameKey.of(name);
    int index = find(key);
    if (index >= 0) {
      return keys.candidates(index, name);
    }
    String loose = NameKey.loose(name);
    index = loose.length() < 4 ? -1 : find(KeyTable.LOOSE + loose);
    return index < 0 ? List.of() : keys.candidates(index, name);
  }

  private int find(String key) {
    int index = keys.lowerBound(key);
    return !key.isEmpty() && index < keys.size() && keys.is(index, key) ? index : -1;
  }

  @Override
  public NameScanner scanner() {
    return new MappedScanner(keys);
  }

  @Override
  public List<Candidate> startingWith(CharSequence prefix, int limit, Envelope bias) {
    String key = NameKey.of(prefix);
    if (key.isEmpty()) {
      return List.of();
    }
    // Least known first, so that the heap gives up what does not belong among the best.
    PriorityQueue<Found> best = new PriorityQueue<>(Comparator.comparingDouble(Found::rank));
    for (int i = keys.lowerBound(key); i < keys.size() && keys.startsWith(i, key); i++) {
      boolean whole = keys.is(i, key);
      for (int posting = keys.firstPosting(i); posting < keys.firstPosting(i + 1); posting++) {
        if (keys.kind(posting) == NameKind.DEMONYM) {
          continue;
        }
        int place = keys.place(posting);
        boolean near = !bias.isNull() && bias.contains(places.lon(place), places.lat(place));
        double rank =
            places.fame(place)
                + (near ? NEAR : 0)
                + (whole ? WHOLE : 0)
                - (keys.kind(posting) == NameKind.NAME ? 0 : OTHER_NAME);
        best.add(new Found(posting, rank));
        // A place may be found by several of its names.
        if (best.size() > limit * 4) {
          best.remove();
        }
      }
    }
    return best.stream()
        .sorted(Comparator.comparingDouble(Found::rank).reversed())
        .map(found -> keys.candidate(found.posting(), prefix))
        .filter(distinctPlaces())
        .limit(limit)
        .toList();
  }

  private record Found(int posting, double rank) {}

  @Override
  public List<Candidate> resembling(CharSequence name, int limit) {
    String key = NameKey.of(name);
    if (key.length() < 4) {
      return List.of();
    }
    LevenshteinDistance distance = new LevenshteinDistance(key.length() < 6 ? 1 : 2);
    record Near(int index, int edits) {}
    List<Near> near = new ArrayList<>();
    String first = key.substring(0, 1);
    for (int i = keys.lowerBound(first); i < keys.size() && keys.startsWith(i, first); i++) {
      String other = keys.key(i);
      if (Math.abs(other.length() - key.length()) <= 2) {
        int edits = distance.apply(key, other);
        if (edits >= 0) {
          near.add(new Near(i, edits));
        }
      }
    }
    near.sort(Comparator.comparingInt(Near::edits));
    return near.stream()
        .flatMap(each -> keys.candidates(each.index(), name).stream())
        .filter(candidate -> candidate.kind() != NameKind.DEMONYM)
        .filter(distinctPlaces())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Place> nearest(double lon, double lat, int limit) {
    return towns.nearest(lon, lat, limit).stream().map(places::place).toList();
  }

  @Override
  public Optional<Place> byId(String id) {
    int ordinal = places.ordinal(id);
    return ordinal < 0 ? Optional.empty() : Optional.of(places.place(ordinal));
  }

  @Override
  public Optional<Place> country(String iso2) {
    return Optional.ofNullable(countries.get(iso2));
  }

  @Override
  public Optional<Place> firstLevel(String country, String admin1) {
    return Optional.ofNullable(firstLevel.get(country + '.' + admin1));
  }

  @Override
  public Optional<Place> capitalOf(String iso2) {
    return Optional.ofNullable(capitals.get(iso2));
  }

  @Override
  public List<String> namesOf(Place place) {
    int ordinal = places.ordinal(place.id());
    List<String> names = new ArrayList<>();
    names.add(place.name());
    if (ordinal >= 0) {
      for (int i = nameStarts.getInt(ordinal * 4); i < nameStarts.getInt(ordinal * 4 + 4); i++) {
        names.add(file.string(nameLists.getInt(i * 4)));
      }
    }
    return names;
  }

  /** A filter for one stream that lets each place pass once. */
  private static Predicate<Candidate> distinctPlaces() {
    Set<String> seen = new HashSet<>();
    return candidate -> seen.add(candidate.place().id());
  }
}
