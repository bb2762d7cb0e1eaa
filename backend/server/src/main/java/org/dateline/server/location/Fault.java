package org.dateline.server.location;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in what was entered.
 *
 * @param pointer JSON pointer (RFC 6901) into the feature that was sent
 * @param detail what is wrong, in a sentence
 * @param hint what to do about it, null when the detail says it
 */
public record Fault(String pointer, String detail, @Nullable String hint) {}
