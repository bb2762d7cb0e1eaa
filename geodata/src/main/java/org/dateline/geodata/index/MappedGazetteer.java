package org.dateline.geodata.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.NameScanner;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.locationtech.jts.geom.Envelope;

/** The gazetteer over a mapped index. */
final class MappedGazetteer implements Gazetteer {

  /** Keys looked at for one prefix, so that a short one costs no more than a long one. */
  private static final int PREFIX_KEYS = 4000;

  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  private final IndexFile file;
  private final PlaceTable places;
  private final KeyTable keys;
  private final ByteBuffer nameStarts;
  private final ByteBuffer nameLists;
  private final ByteBuffer cells;
  private final ByteBuffer cellPlaces;
  private final Map<String, Place> countries = new HashMap<>();
  private final Map<String, Place> firstLevel = new HashMap<>();
  private final Map<String, Place> capitals = new HashMap<>();

  MappedGazetteer(IndexFile file) {
    this.file = file;
    places = new PlaceTable(file);
    keys = new KeyTable(file, places);
    nameStarts = file.section(Section.NAME_STARTS);
    nameLists = file.section(Section.NAME_LISTS);
    cells = file.section(Section.CELLS);
    cellPlaces = file.section(Section.CELL_PLACES);
    // The builder puts countries, first-level units and capitals first, so this reads a few
    // thousand.
    for (int i = 0; i < places.size(); i++) {
      Place place = places.place(i);
      if (place.isCountry()) {
        if (!place.featureCode().equals("PCLH")) {
          countries.putIfAbsent(place.country(), place);
        }
      } else if (place.isFirstLevel()) {
        firstLevel.putIfAbsent(place.country() + '.' + place.admin1(), place);
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
    List<Candidate> found = new ArrayList<>();
    int from = keys.lowerBound(key);
    int to = Math.min(keys.size(), from + PREFIX_KEYS);
    for (int i = from; i < to && keys.startsWith(i, key); i++) {
      for (Candidate candidate : keys.candidates(i, prefix)) {
        if (candidate.kind() != NameKind.DEMONYM) {
          found.add(candidate);
        }
      }
    }
    found.sort(
        Comparator.<Candidate>comparingInt(
                c -> !bias.isNull() && bias.contains(c.place().lon(), c.place().lat()) ? 0 : 1)
            .thenComparing(c -> -weight(c.place())));
    return distinct(found, limit);
  }

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
    List<Candidate> found = new ArrayList<>();
    for (Near each : near.subList(0, Math.min(near.size(), 200))) {
      found.addAll(keys.candidates(each.index(), name));
    }
    found.removeIf(c -> c.kind() == NameKind.DEMONYM);
    return distinct(found, limit);
  }

  @Override
  public List<Place> nearest(double lon, double lat, int limit) {
    record Near(int ordinal, double metres) {}
    List<Near> near = new ArrayList<>();
    // Rings of cells grow until no cell further out can hold a nearer place.
    for (int ring = 0; ring <= 180; ring++) {
      int before = near.size();
      for (int y = -ring; y <= ring; y++) {
        for (int x = -ring; x <= ring; x++) {
          if (Math.max(Math.abs(x), Math.abs(y)) != ring) {
            continue;
          }
          int row = (int) Math.floor(lat) + 90 + y;
          if (row < 0 || row >= 180) {
            continue;
          }
          int column = Math.floorMod((int) Math.floor(lon) + 180 + x, 360);
          int cell = row * 360 + column;
          for (int i = cells.getInt(cell * 4); i < cells.getInt(cell * 4 + 4); i++) {
            int ordinal = cellPlaces.getInt(i * 4);
            near.add(new Near(ordinal, metres(lon, lat, places.lon(ordinal), places.lat(ordinal))));
          }
        }
      }
      double certain =
          ring
              * 111_000
              * Math.max(0.02, Math.cos(Math.toRadians(Math.min(89, Math.abs(lat) + ring))));
      long within = near.stream().filter(n -> n.metres() <= certain).count();
      if (within >= limit || (ring > 20 && near.size() >= limit && near.size() == before)) {
        break;
      }
    }
    near.sort(Comparator.comparingDouble(Near::metres));
    return near.stream().limit(limit).map(n -> places.place(n.ordinal())).toList();
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

  private static List<Candidate> distinct(List<Candidate> found, int limit) {
    Set<String> seen = new HashSet<>();
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : found) {
      if (kept.size() < limit && seen.add(candidate.place().id())) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  /** Orders places by how well known they are, like the builder does for one name. */
  static double weight(Place place) {
    double people = Math.log10(1 + place.population());
    double weight;
    if (place.isCountry()) {
      weight = people + 10;
    } else if (place.featureCode().equals("CONT")) {
      weight = 16;
    } else if (place.featureCode().equals("PPLC")) {
      weight = people + 4;
    } else if (place.isFirstLevel() || (place.tier() != Tier.WORLD && place.population() == 0)) {
      weight = Math.max(5, people);
    } else {
      weight = people;
    }
    // Of seas and regions, the larger is the better known.
    return "LHT".indexOf(place.featureClass()) >= 0
        ? weight + Math.log10(1 + place.uncertaintyMetres() / 100_000.0)
        : weight;
  }

  private static double metres(double lon1, double lat1, double lon2, double lat2) {
    double dLat = Math.toRadians(lat2 - lat1);
    double dLon = Math.toRadians(lon2 - lon1);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat1))
                * Math.cos(Math.toRadians(lat2))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(a));
  }
}
