package org.dateline.geodata.tier;

/**
 * A row of a file that could not be used though it should be one.
 *
 * @param line the line it stands in, the first is 1
 * @param reason why, in words
 */
public record RejectedRow(long line, String reason) {}
