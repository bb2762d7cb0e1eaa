package org.dateline.geoparser.mention;

import java.util.List;
import org.dateline.geodata.gazetteer.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Tokens taken for a mention of a place, before it is known which.
 *
 * @param first index of the first token
 * @param end index after the last
 * @param candidates the places that bear the name
 * @param kind in which sense
 * @param probability that this is a place at all, 0 to 1
 * @param facility what of the place is meant, when it is not the whole ("airport"); null otherwise
 * @param lostPossessive whether the last token ends in the s of a possessive whose apostrophe was
 *     lost
 * @param nestedIn the mention that holds this one; null when none does
 */
public record Recognised(
    int first,
    int end,
    List<Candidate> candidates,
    MentionKind kind,
    double probability,
    @Nullable String facility,
    boolean lostPossessive,
    @Nullable Recognised nestedIn) {}
