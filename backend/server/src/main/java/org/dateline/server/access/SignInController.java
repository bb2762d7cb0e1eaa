package org.dateline.server.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.page.Pages;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The page that signs a person in, without JavaScript. Opening a link only asks; the button uses it
 * up, since mail programs and chats open links to look at them, and would use them up.
 */
@RestController
class SignInController {

  private static final String HTML = MediaType.TEXT_HTML_VALUE;
  private static final Map<String, String> FAILURES =
      Map.of(
          "provider", "The sign-in at your newsroom's account did not work.",
          "role", "Your newsroom's account has no role on this map.",
          "name", "Your newsroom's account has no name that can be shown to readers.");

  private final SignIn signIn;
  private final Pages pages;
  private final ObjectProvider<InMemoryReactiveClientRegistrationRepository> providers;

  SignInController(
      SignIn signIn,
      Pages pages,
      ObjectProvider<InMemoryReactiveClientRegistrationRepository> providers) {
    this.signIn = signIn;
    this.pages = pages;
    this.providers = providers;
  }

  /** Returns whether a request signs in: there is no session yet that could protect it. */
  static boolean isSignIn(ServerWebExchange exchange) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    return path.equals("/sign-in") || path.equals("/api/sign-in");
  }

  /** The model of the template {@code sign-in}; what is null is not shown. */
  private record SignInPage(
      @Nullable Offer offer,
      @Nullable Me me,
      @Nullable String failure,
      @Nullable String hint,
      boolean empty,
      List<Provider> providers) {}

  /** A link that can be used. */
  private record Offer(String name, String key, String next) {}

  /** Who has signed in. */
  private record Me(String name, String role, String csrf) {}

  /** An OpenID Connect provider. */
  private record Provider(String name, String address) {}

  @GetMapping(path = "/sign-in", produces = HTML)
  Mono<ResponseEntity<byte[]>> page(ServerWebExchange exchange) {
    QueryParameters query = QueryParameters.of(exchange, Set.of("key", "next", "failed"));
    String next = query.text("next").filter(SameOrigin::isPath).orElse("/");
    String failure = query.text("failed").map(FAILURES::get).orElse(null);
    return query
        .text("key")
        .map(
            key ->
                signIn
                    .holder(key)
                    .map(name -> page(new Offer(name, key, next), null, null, null))
                    .map(page -> answer(HttpStatus.OK, page))
                    .onErrorResume(ProblemException.class, e -> Mono.just(failed(e))))
        .orElseGet(() -> who(exchange, failure));
  }

  private Mono<ResponseEntity<byte[]>> who(ServerWebExchange exchange, @Nullable String failure) {
    String csrf = CsrfTokens.of(exchange.getRequest());
    return Callers.current()
        .map(
            caller ->
                page(
                    null,
                    new Me(
                        caller.actor().name(),
                        Refusal.word(caller.actor().role()),
                        csrf == null ? "" : csrf),
                    failure,
                    null))
        .switchIfEmpty(Mono.fromSupplier(() -> page(null, null, failure, null)))
        .map(page -> answer(HttpStatus.OK, page));
  }

  @PostMapping(path = "/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  Mono<ResponseEntity<byte[]>> signIn(ServerWebExchange exchange) {
    SameOrigin.require(exchange);
    return exchange
        .getFormData()
        .flatMap(
            form ->
                signIn
                    .use(field(form, "key"), exchange)
                    .map(session -> next(field(form, "next")))
                    .onErrorResume(ProblemException.class, e -> Mono.just(failed(e))));
  }

  @PostMapping(path = "/sign-out", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  Mono<ResponseEntity<byte[]>> signOut(ServerWebExchange exchange) {
    return signIn.end(exchange).then(Mono.fromSupplier(() -> next("/sign-in")));
  }

  private static String field(MultiValueMap<String, String> form, String name) {
    String value = form.getFirst(name);
    return value == null ? "" : value;
  }

  private static ResponseEntity<byte[]> next(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .cacheControl(CacheControl.noStore())
        .location(URI.create(SameOrigin.isPath(address) ? address : "/"))
        .build();
  }

  private ResponseEntity<byte[]> failed(ProblemException problem) {
    return answer(problem.type().status(), page(null, null, problem.detail(), problem.hint()));
  }

  private Representation page(
      @Nullable Offer offer, @Nullable Me me, @Nullable String failure, @Nullable String hint) {
    return pages.render(
        "sign-in",
        new SignInPage(offer, me, failure, hint, offer == null && me == null, providers()));
  }

  private List<Provider> providers() {
    return providers.stream()
        .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
        .map(SignInController::provider)
        .toList();
  }

  private static Provider provider(ClientRegistration registration) {
    return new Provider(
        registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId());
  }

  private static ResponseEntity<byte[]> answer(HttpStatusCode status, Representation page) {
    return ResponseEntity.status(status)
        .contentType(page.type())
        .cacheControl(CacheControl.noStore())
        .body(page.body());
  }
}
