package org.dateline.server.account;

import java.time.Instant;

/**
 * A browser that someone signed in with.
 *
 * @param hash of the cookie's value
 * @param usedAt when it was last used, to the minute
 * @param expiresAt when it ends however much it is used
 */
public record Session(
    String hash, Person person, Instant createdAt, Instant usedAt, Instant expiresAt) {}
