package org.dateline.geoparser.finding;

import org.jspecify.annotations.Nullable;

/**
 * What a word of the cue table says.
 *
 * @param kind what it speaks for
 * @param weak whether it colours a sentence but names no event
 * @param eventType ACLED event type, null when it names none
 * @param subEventType ACLED sub-event type, null when it names none
 */
record EventCue(
    CueKind kind, boolean weak, @Nullable String eventType, @Nullable String subEventType) {}
