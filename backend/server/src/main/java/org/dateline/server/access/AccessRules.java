package org.dateline.server.access;

import java.util.List;
import java.util.Optional;
import org.dateline.server.access.AccessSettings.Reading;
import org.dateline.server.change.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Who may ask for what, in one list; the first rule that fits counts, and what no rule names needs
 * at least a contributor. Handlers ask further questions, such as whose a location is.
 */
@Component
class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {

  /** What a request needs. */
  private sealed interface Need {

    /** Nothing. */
    record Nothing() implements Need {}

    /** What the setting {@code dateline.access.reading} says. */
    record ToRead() implements Need {}

    /** At least a role. */
    record AtLeast(Role role) implements Need {}
  }

  private static final Need NOTHING = new Need.Nothing();
  private static final Need TO_READ = new Need.ToRead();

  private record Rule(@Nullable HttpMethod method, PathPattern path, Need need) {

    static Rule of(@Nullable HttpMethod method, String path, Need need) {
      return new Rule(method, PathPatternParser.defaultInstance.parse(path), need);
    }

    boolean fits(HttpMethod asked, PathContainer at) {
      HttpMethod counted = asked == HttpMethod.HEAD ? HttpMethod.GET : asked;
      return (method == null || method == counted) && path.matches(at);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          // A browser asks first whether it may ask.
          Rule.of(HttpMethod.OPTIONS, "/**", NOTHING),
          Rule.of(HttpMethod.GET, "/actuator/health/**", NOTHING),
          Rule.of(null, "/sign-in", NOTHING),
          Rule.of(null, "/sign-out", NOTHING),
          Rule.of(HttpMethod.POST, "/api/sign-in", NOTHING),
          Rule.of(HttpMethod.POST, "/api/sign-out", NOTHING),
          Rule.of(HttpMethod.GET, "/api/me", NOTHING),
          // The look of the sign-in page; no report's data.
          Rule.of(HttpMethod.GET, "/app/**", NOTHING),
          Rule.of(HttpMethod.GET, "/actuator/**", new Need.AtLeast(Role.ADMIN)),
          Rule.of(null, "/api/users/**", new Need.AtLeast(Role.ADMIN)),
          Rule.of(HttpMethod.GET, "/api/datasets", TO_READ),
          Rule.of(null, "/api/datasets/**", new Need.AtLeast(Role.ADMIN)),
          Rule.of(HttpMethod.PATCH, "/api/reports/**", new Need.AtLeast(Role.EDITOR)),
          Rule.of(HttpMethod.POST, "/api/reports/*/mentions/**", new Need.AtLeast(Role.EDITOR)),
          Rule.of(null, "/api/tokens/**", new Need.AtLeast(Role.CONTRIBUTOR)),
          Rule.of(HttpMethod.POST, "/api/geoparse/**", TO_READ),
          Rule.of(HttpMethod.GET, "/**", TO_READ));

  private static final Need OTHERWISE = new Need.AtLeast(Role.CONTRIBUTOR);

  private final RequestMappingHandlerMapping handlers;
  private final boolean openToRead;

  AccessRules(RequestMappingHandlerMapping requestMappingHandlerMapping, AccessSettings settings) {
    this.handlers = requestMappingHandlerMapping;
    this.openToRead = settings.reading() == Reading.OPEN;
  }

  @Override
  public Mono<AuthorizationResult> authorize(
      Mono<Authentication> authentication, AuthorizationContext context) {
    Optional<Role> needed = needed(context.getExchange().getRequest());
    if (needed.isEmpty()) {
      return Mono.just(new AuthorizationDecision(true));
    }
    Role role = needed.get();
    return Callers.current()
        .flatMap(
            caller ->
                caller.actor().role().includes(role)
                    ? Mono.just(new AuthorizationDecision(true))
                    : Mono.<AuthorizationDecision>error(Refusal.role(role, caller.actor())))
        .switchIfEmpty(possible(context.getExchange()).thenReturn(new AuthorizationDecision(false)))
        .cast(AuthorizationResult.class);
  }

  /** Returns whether a request needs no role, so that nobody has to say who they are. */
  boolean isForEveryone(ServerHttpRequest request) {
    return needed(request).isEmpty();
  }

  private Optional<Role> needed(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    Need need =
        RULES.stream()
            .filter(rule -> rule.fits(request.getMethod(), path))
            .findFirst()
            .map(Rule::need)
            .orElse(OTHERWISE);
    if (need instanceof Need.AtLeast atLeast) {
      return Optional.of(atLeast.role());
    }
    return need instanceof Need.ToRead && !openToRead
        ? Optional.of(Role.CONTRIBUTOR)
        : Optional.empty();
  }

  /** What nobody can do is told as such (405): signing in would not help. */
  private Mono<Void> possible(ServerWebExchange exchange) {
    return handlers
        .getHandler(exchange)
        .ofType(HandlerMethod.class)
        .onErrorResume(thrown -> !(thrown instanceof MethodNotAllowedException), e -> Mono.empty())
        .then();
  }
}
