package org.dateline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.UlidCreator;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.dateline.server.RunningServer;
import org.dateline.server.account.AccessToken;
import org.dateline.server.account.Person;
import org.dateline.server.account.PublicName;
import org.dateline.server.account.Secret;
import org.dateline.server.account.Session;
import org.dateline.server.change.Role;
import org.dateline.server.store.AccountStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Goes through every path, method and role; the table is {@code access-rows.tsv}. */
class EveryRouteTest extends RunningServer {

  private static final Set<Integer> REFUSED = Set.of(401, 403);

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private AccountStore accounts;

  /** A row of the table: what each kind of caller gets, {@code ok} for whatever is no refusal. */
  private record Row(String method, String path, String anonymous, Map<Role, String> byRole) {

    static Row of(String line) {
      String[] cells = line.split("\t");
      return new Row(
          cells[0],
          cells[1],
          cells[2],
          Map.of(Role.CONTRIBUTOR, cells[3], Role.EDITOR, cells[4], Role.ADMIN, cells[5]));
    }

    String route() {
      return method + " " + path;
    }
  }

  private static List<Row> rows() {
    try {
      return new ClassPathResource("access-rows.tsv")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Row::of)
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Person person;

  @BeforeEach
  void someone() {
    person = person(Role.ADMIN);
  }

  private Person person(Role role) {
    String id = UlidCreator.getUlid().toString();
    Person made =
        new Person(id, new PublicName("P " + id), role, null, "test", Instant.now(), null, null);
    assertThat(accounts.add(made).block()).isTrue();
    return made;
  }

  private String token(Person owner, Role role, Instant expires) {
    Secret secret = Secret.token();
    Instant made = expires.minus(Duration.ofDays(1));
    String id = UlidCreator.getUlid().toString();
    accounts
        .add(new AccessToken(id, owner, "test", role, made, expires, null, null), secret.hash())
        .block();
    return secret.text();
  }

  private static Instant tomorrow() {
    return Instant.now().plus(Duration.ofDays(1));
  }

  private String cookie(Person owner) {
    Secret secret = Secret.random();
    Instant now = Instant.now();
    accounts.add(new Session(secret.hash(), owner, now, now, tomorrow())).block();
    return secret.text();
  }

  private EntityExchangeResult<byte[]> ask(Row row, Consumer<HttpHeaders> caller) {
    var request =
        http.method(HttpMethod.valueOf(row.method()))
            .uri(row.path().replaceAll("\\{[^}]+}", "no-such-thing"))
            .headers(caller)
            .accept(MediaType.ALL);
    boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(row.method());
    return (hasBody ? request.contentType(MediaType.APPLICATION_JSON).bodyValue("{}") : request)
        .exchange()
        .expectBody()
        .returnResult();
  }

  private void check(SoftAssertions softly, Row row, String who, String expected, int status) {
    if (expected.equals("ok")) {
      softly.assertThat(status).as(row.route() + " as " + who).isNotIn(REFUSED).isLessThan(500);
    } else {
      softly
          .assertThat(status)
          .as(row.route() + " as " + who)
          .isEqualTo(Integer.parseInt(expected));
    }
  }

  @Test
  void everyRouteHasARow() {
    Set<String> routes = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(info -> routesOf(info).forEach(routes::add));
    assertThat(rows().stream().map(Row::route)).containsExactlyInAnyOrderElementsOf(routes);
  }

  private static Stream<String> routesOf(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return info.getPatternsCondition().getPatterns().stream()
        .flatMap(
            pattern ->
                (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods)
                    .stream().map(method -> method + " " + pattern.getPatternString()));
  }

  @Test
  void anonymousRequestsGetWhatTheTableSays() {
    SoftAssertions softly = new SoftAssertions();
    for (Row row : rows()) {
      EntityExchangeResult<byte[]> answer = ask(row, headers -> {});
      check(softly, row, "nobody", row.anonymous(), answer.getStatus().value());
      if (answer.getStatus().value() == 401) {
        softly
            .assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
            .as(row.route())
            .isEqualTo("Bearer realm=\"Dateline\"");
      }
      softly
          .assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
          .as(row.route())
          .contains("default-src 'self'")
          .doesNotContain("unsafe");
    }
    softly.assertAll();
  }

  @Test
  void tokensMayWhatTheTableSays() {
    SoftAssertions softly = new SoftAssertions();
    for (Role role : Role.values()) {
      for (Row row : rows()) {
        String token = token(person, role, tomorrow());
        int status = ask(row, headers -> headers.setBearerAuth(token)).getStatus().value();
        String expected = Objects.requireNonNull(row.byRole().get(role));
        boolean makesTokens = row.route().equals("POST /api/tokens");
        check(softly, row, role + " token", makesTokens ? "403" : expected, status);
      }
    }
    softly.assertAll();
  }

  @Test
  void sessionsMayWhatTheTableSays() {
    SoftAssertions softly = new SoftAssertions();
    for (Role role : Role.values()) {
      Person someone = person(role);
      for (Row row : rows()) {
        String cookie = cookie(someone);
        int status =
            ask(
                    row,
                    headers -> {
                      headers.set(HttpHeaders.COOKIE, SessionCookie.NAME + "=" + cookie);
                      headers.set(CsrfTokens.HEADER, Secret.hash("csrf " + cookie));
                    })
                .getStatus()
                .value();
        String expected = Objects.requireNonNull(row.byRole().get(role));
        check(softly, row, role + " session", expected, status);
      }
    }
    softly.assertAll();
  }

  @Test
  void aSessionWritesNothingWithoutItsCsrfToken() {
    SoftAssertions softly = new SoftAssertions();
    String cookie = cookie(person);
    for (Row row : rows()) {
      boolean reads = Set.of("GET", "OPTIONS").contains(row.method());
      boolean signsIn = row.path().endsWith("/sign-in");
      if (reads || signsIn) {
        continue;
      }
      for (String csrf : List.of("", "0".repeat(64))) {
        EntityExchangeResult<byte[]> answer =
            ask(
                row,
                headers -> {
                  headers.set(HttpHeaders.COOKIE, SessionCookie.NAME + "=" + cookie);
                  if (!csrf.isEmpty()) {
                    headers.set(CsrfTokens.HEADER, csrf);
                  }
                });
        softly.assertThat(answer.getStatus().value()).as(row.route()).isEqualTo(403);
        softly.assertThat(text(answer)).as(row.route()).contains("other-site");
      }
    }
    softly.assertAll();
  }

  @Test
  void tokensThatAreNotGoodAreRefusedEverywhereAndToldWhy() {
    String revoked = token(person, Role.ADMIN, tomorrow());
    accounts
        .tokens(person.id())
        .flatMap(token -> accounts.revokeToken(token.id(), person.id(), Instant.now()))
        .blockLast();
    Person gone = person(Role.EDITOR);
    String ofTheGone = token(gone, Role.EDITOR, tomorrow());
    accounts.revoke(gone.id(), Instant.now()).block();
    Map<String, String> reasons =
        Map.of(
            revoked,
            "revoked",
            ofTheGone,
            "revoked",
            token(person, Role.ADMIN, Instant.now().minusSeconds(1)),
            "expired",
            Secret.token().text(),
            "unknown",
            "forged",
            "unknown");
    SoftAssertions softly = new SoftAssertions();
    for (Row row : rows()) {
      reasons.forEach(
          (token, reason) -> {
            EntityExchangeResult<byte[]> answer = ask(row, headers -> headers.setBearerAuth(token));
            softly.assertThat(answer.getStatus().value()).as(row.route() + reason).isEqualTo(401);
            softly
                .assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                .contains("error=\"invalid_token\"");
            softly
                .assertThat(JsonPath.<String>read(text(answer), "$.reason"))
                .as(row.route())
                .isEqualTo(reason);
          });
    }
    softly.assertAll();
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBody();
    return body == null ? "{}" : new String(body, StandardCharsets.UTF_8);
  }
}
