package org.dateline.geodata.index;

import java.util.List;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;

/**
 * A place with all its names, as an index is made of.
 *
 * @param place the place
 * @param names its names, the main one among them as {@link NameKind#NAME}
 */
public record NamedPlace(Place place, List<Name> names) {

  /**
   * One name.
   *
   * @param kind what sort of name it is
   * @param text the name as written
   */
  public record Name(NameKind kind, String text) {}
}
