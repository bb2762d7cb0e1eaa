package org.dateline.server.access;

import java.time.Instant;
import org.dateline.server.account.Person;
import org.dateline.server.change.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a request.
 *
 * @param person null for whoever has the bootstrap token
 * @param expiresAt when session or token end, null for the bootstrap token
 */
record Caller(Actor actor, Means means, @Nullable Person person, @Nullable Instant expiresAt) {

  /** How they showed who they are. */
  enum Means {
    SESSION,
    TOKEN,
    BOOTSTRAP
  }
}
