package org.dateline.geoparser.finding;

import java.util.List;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.place.Referent;
import org.jspecify.annotations.Nullable;

/**
 * A place with what the report says of it: one for each referent, in the one layer that the
 * weightiest of its sentences speaks for.
 *
 * @param referent the place
 * @param layer the layer it falls into
 * @param role what it is to the layer
 * @param mentions where the text names it, in order; never empty
 * @param evidence the mention whose sentence speaks for the layer; one of the mentions
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
    @Nullable String eventType,
    @Nullable String subEventType,
    boolean drawn,
    boolean sensitive,
    @Nullable String description,
    @Nullable String cue,
    @Nullable ReportDate date) {}
