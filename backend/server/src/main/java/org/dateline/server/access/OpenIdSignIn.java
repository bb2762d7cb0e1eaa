package org.dateline.server.access;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dateline.server.account.Person;
import org.dateline.server.account.PublicName;
import org.dateline.server.change.Role;
import org.dateline.server.store.AccountStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Signs in whom an OpenID Connect provider vouches for. Their role is the one the provider gives at
 * each sign-in; their name is the one of the first, since the history has it.
 */
@Component
class OpenIdSignIn
    implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);

  private final AccountStore accounts;
  private final SignIn signIn;
  private final AccessSettings.OpenId settings;

  OpenIdSignIn(AccountStore accounts, SignIn signIn, AccessSettings settings) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.settings = settings.openId();
  }

  @Override
  public Mono<Void> onAuthenticationSuccess(
      WebFilterExchange filtering, Authentication authentication) {
    ServerWebExchange exchange = filtering.getExchange();
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      LOG.warn("The provider gave no identity token: the scope must have \"openid\".");
      return redirect(exchange, "/sign-in?failed=provider");
    }
    Optional<Role> role = role(user.getClaim(settings.roleClaim()));
    if (role.isEmpty()) {
      return redirect(exchange, "/sign-in?failed=role");
    }
    String subject = user.getIssuer() + " " + user.getSubject();
    return accounts
        .personOf(subject)
        .flatMap(person -> withRole(person, role.get()))
        .switchIfEmpty(Mono.defer(() -> add(user, role.get(), subject)))
        .flatMap(
            person ->
                person.active()
                    ? signIn.begin(person, exchange).thenReturn("/")
                    : Mono.just("/sign-in?failed=role"))
        .defaultIfEmpty("/sign-in?failed=name")
        .flatMap(path -> redirect(exchange, path))
        .then(exchange.getSession().flatMap(WebSession::invalidate));
  }

  @Override
  public Mono<Void> onAuthenticationFailure(
      WebFilterExchange filtering, AuthenticationException failure) {
    LOG.warn("A sign-in by the provider failed: {}", failure.getMessage());
    return redirect(filtering.getExchange(), "/sign-in?failed=provider");
  }

  private Mono<Person> withRole(Person person, Role role) {
    return person.role() == role
        ? Mono.just(person)
        : accounts.setRole(person.id(), role).flatMap(done -> accounts.person(person.id()));
  }

  /** Empty when the name cannot be shown, or someone else has it. */
  private Mono<Person> add(OidcUser user, Role role, String subject) {
    try {
      PublicName name =
          new PublicName(Objects.requireNonNullElse(user.getClaim(settings.nameClaim()), ""));
      return signIn.invite(name, role, "system", subject);
    } catch (IllegalArgumentException e) {
      return Mono.empty();
    }
  }

  private Optional<Role> role(@Nullable Object claim) {
    Collection<?> values = claim instanceof Collection<?> many ? many : List.of();
    if (claim instanceof String one) {
      values = List.of(one);
    }
    return values.stream()
        .map(value -> settings.roles().get(String.valueOf(value)))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private static Mono<Void> redirect(ServerWebExchange exchange, String path) {
    return Mono.fromRunnable(
        () -> {
          exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
          exchange.getResponse().getHeaders().setLocation(URI.create(path));
        });
  }
}
