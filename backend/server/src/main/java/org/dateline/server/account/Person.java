package org.dateline.server.account;

import java.time.Instant;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Role;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in.
 *
 * @param id a ULID
 * @param name the public name, under which the log and the public history have what they did
 * @param subject issuer and subject of their account at the OpenID Connect provider, null without
 * @param createdBy the public name of whoever invited them
 * @param signedInAt when they last signed in, null before the first time
 * @param revokedAt since when they may not sign in any more, null while they may
 */
public record Person(
    String id,
    PublicName name,
    Role role,
    @Nullable String subject,
    String createdBy,
    Instant createdAt,
    @Nullable Instant signedInAt,
    @Nullable Instant revokedAt) {

  /** Returns whether they may sign in. */
  public boolean active() {
    return revokedAt == null;
  }

  /** Returns them as whoever writes. */
  public Actor actor() {
    return new Actor(name.text(), role);
  }
}
