package org.dateline.geodata.tier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Distance;
import org.dateline.geodata.gazetteer.Fame;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.NameScanner;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.locationtech.jts.geom.Envelope;

/**
 * Several gazetteers as one. Own places come before all others. A place that two layers have under
 * one id is told by its reviewed row, else by the embedded one, whose codes fit the embedded units:
 * a dump adds places and names, it does not unmake what was checked.
 */
final class LayeredGazetteer implements Gazetteer {

  /** Two towns of one name that are nearer to each other are one. */
  private static final double SAME_TOWN_METRES = 5_000;

  private final List<Gazetteer> layers;
  private final Gazetteer embedded;

  /** Today's code, for the embedded gazetteer, of a unit that imports know by a code. */
  private final Map<String, String> codes = new ConcurrentHashMap<>();

  /** Takes the layers, the embedded one last. */
  LayeredGazetteer(List<Gazetteer> layers) {
    this.layers = List.copyOf(layers);
    embedded = this.layers.get(this.layers.size() - 1);
  }

  @Override
  public List<Candidate> named(CharSequence name) {
    return merged(layers.stream().map(layer -> layer.named(name)).toList());
  }

  @Override
  public NameScanner scanner() {
    return new LayeredScanner(layers.stream().map(Gazetteer::scanner).toList(), this::merged);
  }

  @Override
  public List<Candidate> startingWith(CharSequence prefix, int limit, Envelope bias) {
    List<Candidate> all =
        new ArrayList<>(
            merged(layers.stream().map(layer -> layer.startingWith(prefix, limit, bias)).toList()));
    all.sort(
        Comparator.comparing(
            c -> bias.isNull() || !bias.contains(c.place().lon(), c.place().lat())));
    return all.subList(0, Math.min(limit, all.size()));
  }

  @Override
  public List<Candidate> resembling(CharSequence name, int limit) {
    List<Candidate> all =
        merged(layers.stream().map(layer -> layer.resembling(name, limit)).toList());
    return all.subList(0, Math.min(limit, all.size()));
  }

  @Override
  public List<Place> nearest(double lon, double lat, int limit) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (Gazetteer layer : layers) {
      for (Place place : layer.nearest(lon, lat, limit)) {
        places.merge(place.id(), settled(place), LayeredGazetteer::told);
      }
    }
    return places.values().stream()
        .sorted(
            Comparator.comparingDouble(
                place -> Distance.metres(lon, lat, place.lon(), place.lat())))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Place> byId(String id) {
    return layers.stream()
        .map(layer -> layer.byId(id))
        .flatMap(Optional::stream)
        .reduce(LayeredGazetteer::told)
        .map(this::settled);
  }

  @Override
  public Optional<Place> country(String iso2) {
    return embeddedFirst(layer -> layer.country(iso2));
  }

  @Override
  public Optional<Place> firstLevel(String country, String admin1) {
    return embeddedFirst(layer -> layer.firstLevel(country, admin1));
  }

  @Override
  public Optional<Place> capitalOf(String iso2) {
    return embeddedFirst(layer -> layer.capitalOf(iso2));
  }

  @Override
  public List<String> namesOf(Place place) {
    Set<String> names = new LinkedHashSet<>();
    names.add(place.name());
    for (Gazetteer layer : layers) {
      layer.byId(place.id()).ifPresent(own -> names.addAll(layer.namesOf(own)));
    }
    return List.copyOf(names);
  }

  private Optional<Place> embeddedFirst(Function<Gazetteer, Optional<Place>> question) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      Optional<Place> answer = question.apply(layers.get(i));
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  /** Which of two rows for one id tells the place. */
  private static Place told(Place one, Place other) {
    return rank(other) >= rank(one) ? other : one;
  }

  private static int rank(Place place) {
    return switch (place.tier()) {
      case IMPORT -> 0;
      case WORLD -> 1;
      case SUPPLEMENT -> 2;
      case OWN -> 3;
    };
  }

  /** The row that tells an imported place, which the embedded layer may have too. */
  private Place settled(Place place) {
    if (place.tier() != Tier.IMPORT) {
      return place;
    }
    return embedded.byId(place.id()).orElseGet(() -> withCodeOfEmbedded(place));
  }

  private Place withCodeOfEmbedded(Place place) {
    if (place.admin1().isEmpty()) {
      return place;
    }
    String code =
        codes.computeIfAbsent(
            place.country() + '.' + place.admin1(),
            key -> codeOfEmbedded(place.country(), place.admin1()));
    return code.equals(place.admin1())
        ? place
        : new Place(
            place.id(),
            place.name(),
            place.featureClass(),
            place.featureCode(),
            place.country(),
            code,
            "",
            place.lon(),
            place.lat(),
            place.population(),
            place.uncertaintyMetres(),
            place.tier());
  }

  /**
   * Reforms give old codes to new units. Where a dump and the embedded gazetteer mean two units by
   * one code, the dump's places belong to the dump's unit: by its embedded code, or by none.
   */
  private String codeOfEmbedded(String country, String code) {
    Optional<Place> ours = embedded.firstLevel(country, code);
    Optional<Place> theirs =
        layers.stream()
            .filter(layer -> layer != embedded)
            .map(layer -> layer.firstLevel(country, code))
            .flatMap(Optional::stream)
            .findFirst();
    if (ours.isEmpty() || theirs.isEmpty() || isSame(ours.get(), theirs.get())) {
      return code;
    }
    return embedded
        .byId(theirs.get().id())
        .filter(unit -> unit.featureCode().equals("ADM1"))
        .map(Place::admin1)
        .orElse("");
  }

  /** The embedded gazetteer knows the newest units by ids of its own, made of their codes. */
  private static boolean isSame(Place ours, Place theirs) {
    return ours.id().equals(theirs.id())
        || ours.id().startsWith("dl:")
        || NameKey.of(ours.name()).equals(NameKey.of(theirs.name()));
  }

  /**
   * Returns whether another row tells a place by its GeoNames id: the embedded gazetteer has towns
   * without.
   */
  private static boolean isKnownBy(Candidate candidate, Candidate other) {
    Place place = candidate.place();
    Place known = other.place();
    return place.tier() == Tier.WORLD
        && known.tier() == Tier.IMPORT
        && place.id().startsWith("dl:")
        && place.isPopulated()
        && known.isPopulated()
        && Distance.metres(place.lon(), place.lat(), known.lon(), known.lat()) < SAME_TOWN_METRES;
  }

  private static NameKind better(NameKind one, NameKind other) {
    return one.fame() != other.fame()
        ? (one.fame() > other.fame() ? one : other)
        : (one.compareTo(other) <= 0 ? one : other);
  }

  /** One list of what layers found: each place and kind once, own places first, then by fame. */
  List<Candidate> merged(List<List<Candidate>> found) {
    if (found.stream().allMatch(List::isEmpty)) {
      return List.of();
    }
    record Key(String id, boolean people) {}
    Map<Key, Candidate> candidates = new LinkedHashMap<>();
    for (List<Candidate> layer : found) {
      for (Candidate candidate : layer) {
        candidates.merge(
            new Key(candidate.place().id(), candidate.kind() == NameKind.DEMONYM),
            new Candidate(settled(candidate.place()), candidate.kind(), candidate.exact()),
            (one, two) ->
                new Candidate(
                    told(one.place(), two.place()),
                    better(one.kind(), two.kind()),
                    one.exact() || two.exact()));
      }
    }
    List<Candidate> all = List.copyOf(candidates.values());
    return all.stream()
        .filter(candidate -> all.stream().noneMatch(other -> isKnownBy(candidate, other)))
        .sorted(
            Comparator.comparing((Candidate c) -> c.place().tier() != Tier.OWN)
                .thenComparing(
                    Comparator.comparingDouble(
                            (Candidate c) -> Fame.of(c.place()) + c.kind().fame())
                        .reversed()))
        .toList();
  }
}
