package org.dateline.geoparser.finding;

import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A movement from one place to another that a sentence states.
 *
 * @param type what moves
 * @param from the mention of the origin, with a referent
 * @param to the mention of the destination, with a referent
 * @param sentence the stretch of text that states it
 * @param cue the words that say so ("fled"), to the letter
 * @param date the date or period that the sentence gives, null when it gives none
 */
public record Movement(
    MovementType type,
    Mention from,
    Mention to,
    Span sentence,
    String cue,
    @Nullable ReportDate date) {}
