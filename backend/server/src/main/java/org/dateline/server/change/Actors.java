package org.dateline.server.change;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells who is behind a request. Nothing is written for a request that no actor is behind. */
public interface Actors {

  /**
   * Returns who writes; never empty.
   *
   * @param role what they must at least be allowed to do
   * @return the actor; fails with {@link org.dateline.server.problem.ProblemException}, 401 when
   *     the request does not say who it is from or says it wrongly, 403 when the role is missing
   */
  Mono<Actor> require(Role role, ServerWebExchange exchange);
}
