package org.dateline.geodata.gazetteer;

/**
 * A place that bears a looked-up name.
 *
 * @param place the place
 * @param kind what sort of name the string is for it
 * @param exact whether the strings agree to the letter, accents and case included, not only folded
 */
public record Candidate(Place place, NameKind kind, boolean exact) {}
