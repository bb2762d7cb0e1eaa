package org.dateline.server.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dateline.server.change.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Who a request is from, for the page and for scripts.
 *
 * @param name the public name, null when the request does not say who it is from
 * @param role the role, null likewise
 * @param roles every role that may be acted as, the smallest first
 * @param means {@code session}, {@code token} or {@code bootstrap}; null likewise
 * @param csrf the token that writes of a session send as {@code X-CSRF-Token}; null without one
 */
@JsonNaming(SnakeCaseStrategy.class)
record MeJson(
    boolean signedIn,
    @Nullable String name,
    @Nullable String role,
    List<String> roles,
    @Nullable String means,
    @Nullable Instant expiresAt,
    @Nullable String csrf) {

  static final MeJson NOBODY = new MeJson(false, null, null, List.of(), null, null, null);

  static MeJson of(Caller caller, @Nullable String csrf) {
    Role role = caller.actor().role();
    return new MeJson(
        true,
        caller.actor().name(),
        Refusal.word(role),
        Arrays.stream(Role.values()).filter(role::includes).map(Refusal::word).toList(),
        caller.means().name().toLowerCase(Locale.ROOT),
        caller.expiresAt(),
        caller.means() == Caller.Means.SESSION ? csrf : null);
  }
}
