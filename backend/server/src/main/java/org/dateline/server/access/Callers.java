package org.dateline.server.access;

import org.dateline.server.change.Actor;
import org.dateline.server.change.Actors;
import org.dateline.server.change.Role;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells who is behind the request at hand. */
@Component
class Callers implements Actors {

  /** Returns the caller; empty when the request does not say who it is from. */
  static Mono<Caller> current() {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(SecurityContext::getAuthentication)
        .ofType(CallerAuthentication.class)
        .map(CallerAuthentication::caller);
  }

  /** Returns the caller; fails with 401 when there is none. */
  static Mono<Caller> signedIn() {
    return current().switchIfEmpty(Mono.error(Refusal::anonymous));
  }

  @Override
  public Mono<Actor> require(Role role, ServerWebExchange exchange) {
    return signedIn()
        .map(Caller::actor)
        .flatMap(
            actor ->
                actor.role().includes(role)
                    ? Mono.just(actor)
                    : Mono.error(Refusal.role(role, actor)));
  }
}
