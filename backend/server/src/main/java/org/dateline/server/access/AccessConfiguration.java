package org.dateline.server.access;

import io.github.bucket4j.TimeMeter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import reactor.core.publisher.Mono;

/** Puts callers, limits and rules before everything that answers. */
@Configuration
@EnableWebFluxSecurity
@EnableConfigurationProperties({AccessSettings.class, LimitSettings.class})
class AccessConfiguration {

  @Bean
  SecurityWebFilterChain access(
      ServerHttpSecurity http,
      Credentials credentials,
      AccessRules rules,
      LimitSettings limits,
      ObjectProvider<ReactiveClientRegistrationRepository> providers,
      OpenIdSignIn openId) {
    if (providers.getIfAvailable() != null) {
      http.oauth2Login(
          login ->
              login
                  .loginPage("/sign-in")
                  .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                  .authenticationSuccessHandler(openId)
                  .authenticationFailureHandler(openId));
    }
    return http.securityMatcher(exchange -> concerns(exchange.getRequest(), rules))
        .addFilterAt(new CallerFilter(credentials), SecurityWebFiltersOrder.FIRST)
        .addFilterAfter(
            new RateLimits(limits, TimeMeter.SYSTEM_MILLISECONDS), SecurityWebFiltersOrder.FIRST)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new CsrfTokens())
                    .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(CsrfTokens.writesOfSessions())
                    .accessDeniedHandler((exchange, denied) -> Mono.error(Refusal.otherSite())))
        // http.AnswerHeaders sets them, on every answer.
        .headers(ServerHttpSecurity.HeaderSpec::disable)
        // http.WebConfiguration answers other origins, before anything is refused.
        .cors(ServerHttpSecurity.CorsSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .authorizeExchange(exchanges -> exchanges.anyExchange().access(rules))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint((exchange, e) -> signInFirst(exchange))
                    .accessDeniedHandler((exchange, e) -> signInFirst(exchange)))
        .build();
  }

  /**
   * What everyone may read of the API is answered without asking who reads it, unless the request
   * says who: a bad token must be refused. Asking costs several times as much as the answer.
   */
  private static Mono<MatchResult> concerns(ServerHttpRequest request, AccessRules rules) {
    boolean open =
        request.getMethod() == HttpMethod.GET
            && request.getPath().pathWithinApplication().value().startsWith("/api/")
            && Credentials.token(request) == null
            && Credentials.cookie(request) == null
            && rules.isForEveryone(request);
    return open ? MatchResult.notMatch() : MatchResult.match();
  }

  /** A person is shown where to sign in; a program is told. */
  private static Mono<Void> signInFirst(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getURI().getRawPath();
    boolean person =
        request.getMethod() == HttpMethod.GET
            && !path.startsWith("/api")
            && request.getHeaders().getAccept().stream()
                .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    if (!person) {
      return Mono.error(Refusal.anonymous());
    }
    exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
    exchange
        .getResponse()
        .getHeaders()
        .setLocation(
            URI.create("/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)));
    return exchange.getResponse().setComplete();
  }

  /**
   * Ids of imported features are whatever a file has, such as {@code way/1} from OpenStreetMap: in
   * an address, their slashes and per cent signs are encoded. Rules and handlers both see the path
   * in segments, so that an encoded slash parts nothing.
   */
  @Bean
  ServerWebExchangeFirewall firewall() {
    StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    return firewall;
  }

  /** Found by its name when the web server starts. */
  @Bean
  ForwardedHeaderTransformer forwardedHeaderTransformer(AccessSettings settings) {
    return new TrustedProxies(settings.trustedProxies());
  }
}
