package org.dateline.geoparser;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;

/** The mentions of a text without overlaps, as tools that read one label a character want them. */
public final class FlatMentions {

  private FlatMentions() {}

  /**
   * Returns names only, no descriptions, in order, no two of which overlap.
   *
   * @param demonyms whether peoples' names are among them
   */
  public static List<Mention> of(Geoparse geoparse, boolean demonyms) {
    List<Mention> flat = new ArrayList<>();
    int end = 0;
    for (Mention mention : geoparse.mentions()) {
      boolean name = mention.kind() != MentionKind.VAGUE && !mention.coreference();
      boolean wanted = demonyms || mention.kind() != MentionKind.DEMONYM;
      if (name && wanted && mention.span().start() >= end) {
        flat.add(mention);
        end = mention.span().end();
      }
    }
    return flat;
  }
}
