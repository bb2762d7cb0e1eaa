package org.dateline.geoparser.mention;

/**
 * A name that is told to be a place's.
 *
 * @param match the tokens and the places they may name
 * @param kind in which sense
 * @param probability that it names a place at all, 0 to 1
 */
public record Recognised(NameMatch match, MentionKind kind, double probability) {}
