package org.dateline.geoparser.place;

import java.util.List;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.mention.Recognised;
import org.dateline.geoparser.text.Document;

/** Tells which place each recognised name of a text means. */
public interface Resolver {

  /** Returns one resolution for each name, in the names' order. */
  List<Resolution> resolve(Document document, List<Recognised> names, GeoparseOptions options);
}
