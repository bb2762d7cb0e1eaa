package org.dateline.geoparser.finding;

/**
 * A cue in a text.
 *
 * @param first index of its first token
 * @param end index after its last token
 * @param cue what it says
 */
record CueHit(int first, int end, EventCue cue) {}
