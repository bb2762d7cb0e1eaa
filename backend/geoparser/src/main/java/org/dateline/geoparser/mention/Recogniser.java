package org.dateline.geoparser.mention;

import java.util.List;
import org.dateline.geoparser.text.Document;

/** Tells which of a text's names are names of places, and in which sense. */
public interface Recogniser {

  /** Returns the names of places in order of their start; nested ones after what holds them. */
  List<Recognised> recognise(Document document, List<NameMatch> matches);
}
