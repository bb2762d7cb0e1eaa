package org.dateline.geodata.index;

import java.util.List;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;

/** A place with all its names, as an index is made of. */
record NamedPlace(Place place, List<Name> names) {

  /** One name, and what sort of name it is. */
  record Name(NameKind kind, String text) {}
}
