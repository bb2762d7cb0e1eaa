package org.dateline.geoparser.mention;

import java.util.List;
import org.dateline.geoparser.place.Alternative;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.place.WeighedEvidence;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the text that names a place.
 *
 * @param span where it stands in the received text
 * @param text the characters there, to the letter
 * @param kind in which sense
 * @param coreference whether this is a description ("the Malian capital") rather than a name
 * @param sentence the sentence it stands in
 * @param referent the place it names, null when none could be told
 * @param score calibrated probability, 0 to 1, that kind and referent are right; of being a place
 *     at all when there is no referent
 * @param reasons why this referent, in words a reporter understands, weightiest first
 * @param evidence the same as data, all of it, weightiest first; empty for what was computed from a
 *     description or not placed
 * @param alternatives other places that bear the name, best first; the first is the runner-up
 * @param margin how far the runner-up is behind, 0 to 1; 1 when there is none
 * @param notPlacedBecause why there is no referent, in words; null when there is one
 */
public record Mention(
    Span span,
    String text,
    MentionKind kind,
    boolean coreference,
    Span sentence,
    @Nullable Referent referent,
    double score,
    List<String> reasons,
    List<WeighedEvidence> evidence,
    List<Alternative> alternatives,
    double margin,
    @Nullable String notPlacedBecause) {}
