package org.dateline.server.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a link that signs someone in once.
 *
 * @param hash of the link's key
 * @param usedAt null until someone has used it
 */
public record SignInLink(
    String hash, Person person, Instant createdAt, Instant expiresAt, @Nullable Instant usedAt) {}
