package org.dateline.geoparser.finding;

import java.util.List;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place with what the report says of it: one for each referent, in the one layer that the
 * weightiest of its sentences speaks for.
 *
 * @param referent the place
 * @param layer the layer it falls into
 * @param role what it is to the layer
 * @param mentions where the text names it, in order; never empty
 * @param evidence the mention that the layer is told of; one of the mentions
 * @param passage what speaks for the layer: the sentence of the evidence, with those behind it
 *     where they go on to tell it
 * @param eventType ACLED event type ("Battles"), null when no event is stated
 * @param subEventType ACLED sub-event type ("Armed clash"), null when no event is stated
 * @param drawn whether the map draws it by default
 * @param sensitive whether it is a displacement site, camp or shelter, whose point must be
 *     generalised
 * @param description the text's own words for it ("a refugee camp on the outskirts of Bamako"),
 *     null when it has none
 * @param cue the words of the evidence that decided the layer ("hard fighting"), null when nothing
 *     did
 * @param date the date or period that the evidence gives, null when it gives none
 */
public record PlaceFinding(
    Referent referent,
    Layer layer,
    FeatureRole role,
    List<Mention> mentions,
    Mention evidence,
    Span passage,
    @Nullable String eventType,
    @Nullable String subEventType,
    boolean drawn,
    boolean sensitive,
    @Nullable String description,
    @Nullable String cue,
    @Nullable ReportDate date) {}
