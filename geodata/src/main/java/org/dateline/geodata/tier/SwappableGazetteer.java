package org.dateline.geodata.tier;

import java.util.List;
import java.util.Optional;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameScanner;
import org.dateline.geodata.gazetteer.Place;
import org.locationtech.jts.geom.Envelope;

/** Passes what it is asked on to a gazetteer that may be swapped for another at any time. */
final class SwappableGazetteer implements Gazetteer {

  private volatile Gazetteer current;

  SwappableGazetteer(Gazetteer first) {
    current = first;
  }

  void swap(Gazetteer next) {
    current = next;
  }

  @Override
  public List<Candidate> named(CharSequence name) {
    return current.named(name);
  }

  @Override
  public NameScanner scanner() {
    return current.scanner();
  }

  @Override
  public List<Candidate> startingWith(CharSequence prefix, int limit, Envelope bias) {
    return current.startingWith(prefix, limit, bias);
  }

  @Override
  public List<Candidate> resembling(CharSequence name, int limit) {
    return current.resembling(name, limit);
  }

  @Override
  public List<Place> nearest(double lon, double lat, int limit) {
    return current.nearest(lon, lat, limit);
  }

  @Override
  public Optional<Place> byId(String id) {
    return current.byId(id);
  }

  @Override
  public Optional<Place> country(String iso2) {
    return current.country(iso2);
  }

  @Override
  public Optional<Place> firstLevel(String country, String admin1) {
    return current.firstLevel(country, admin1);
  }

  @Override
  public List<String> namesOf(Place place) {
    return current.namesOf(place);
  }

  @Override
  public Optional<Place> capitalOf(String iso2) {
    return current.capitalOf(iso2);
  }
}
