package org.dateline.server.account;

import java.time.Instant;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Role;
import org.jspecify.annotations.Nullable;

/**
 * A token for scripts of someone's.
 *
 * @param id a ULID; the token itself is not kept
 * @param name what it is for, in the owner's words
 * @param role the most that it may do; never more than the owner may
 * @param usedAt when it was last used, to the minute; null before
 * @param revokedAt since when it is not accepted, null while it is
 */
public record AccessToken(
    String id,
    Person owner,
    String name,
    Role role,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {

  /** Returns who writes with it: the owner, with the smaller of both roles. */
  public Actor actor() {
    Role least = owner.role().includes(role) ? role : owner.role();
    return new Actor(owner.name().text(), least);
  }
}
