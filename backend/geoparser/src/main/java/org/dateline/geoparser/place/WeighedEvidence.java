package org.dateline.geoparser.place;

/**
 * One thing that spoke for or against the place that was chosen.
 *
 * @param name the evidence's name in the table of weights, in small letters: "parent_named"
 * @param value how much of it there was, 1 where it only holds or not
 * @param contribution the value times its weight: what it added to the place's sum, in logits
 */
public record WeighedEvidence(String name, double value, double contribution) {}
