package org.dateline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.dateline.server.RunningServer;
import org.dateline.server.account.LinkFolder;
import org.dateline.server.account.Person;
import org.dateline.server.account.Secret;
import org.dateline.server.account.Session;
import org.dateline.server.store.AccountStore;
import org.dateline.server.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;

/** People come by invitation, sign in, make tokens, and go. */
class SignInTest extends RunningServer {

  private static int people;

  @Autowired private AccountStore accounts;
  @Autowired private StoreSettings store;

  /** Who asks: a token, or a cookie with its CSRF token. */
  private record Who(@Nullable String token, @Nullable String cookie, @Nullable String csrf) {

    static final Who NOBODY = new Who(null, null, null);
    static final Who BOOTSTRAP = new Who(TOKEN, null, null);

    void write(HttpHeaders headers) {
      if (token != null) {
        headers.setBearerAuth(token);
      }
      if (cookie != null) {
        headers.set(HttpHeaders.COOKIE, SessionCookie.NAME + "=" + cookie);
      }
      if (csrf != null) {
        headers.set(CsrfTokens.HEADER, csrf);
      }
    }
  }

  private String name;

  @BeforeEach
  void nextPerson() {
    people++;
    name = "Reporter " + people;
  }

  private EntityExchangeResult<byte[]> send(
      Who who, HttpMethod method, String path, @Nullable String json) {
    var request = http.method(method).uri(path).headers(who::write);
    return (json == null
            ? request
            : request.contentType(MediaType.APPLICATION_JSON).bodyValue(json))
        .exchange()
        .expectBody()
        .returnResult();
  }

  private String sent(Who who, HttpMethod method, String path, @Nullable String json, int status) {
    EntityExchangeResult<byte[]> answer = send(who, method, path, json);
    assertThat(answer.getStatus().value()).as(text(answer)).isEqualTo(status);
    return text(answer);
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBody();
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }

  /** Invites someone and returns {@code {"user": ..., "sign_in_link": ...}}. */
  private String invite(String role) {
    String body = "{\"name\": \"%s\", \"role\": \"%s\"}".formatted(name, role);
    return sent(Who.BOOTSTRAP, HttpMethod.POST, "/api/users", body, 201);
  }

  private static String key(String link) {
    return link.replaceAll(".*key=", "");
  }

  private EntityExchangeResult<byte[]> submit(String key, String next, @Nullable String site) {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("key", key);
    form.add("next", next);
    return http.post()
        .uri("/sign-in")
        .headers(
            headers -> {
              if (site != null) {
                headers.set("Sec-Fetch-Site", site);
              }
            })
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .bodyValue(form)
        .exchange()
        .expectBody()
        .returnResult();
  }

  private static String cookie(EntityExchangeResult<byte[]> answer) {
    ResponseCookie cookie = answer.getResponseCookies().getFirst(SessionCookie.NAME);
    return Objects.requireNonNull(cookie).getValue();
  }

  private Who signedIn(String invitation) {
    EntityExchangeResult<byte[]> answer =
        submit(key(JsonPath.read(invitation, "$.sign_in_link")), "/", null);
    assertThat(answer.getStatus().value()).as(text(answer)).isEqualTo(303);
    String cookie = cookie(answer);
    Who reader = new Who(null, cookie, null);
    return new Who(
        null, cookie, JsonPath.read(sent(reader, HttpMethod.GET, "/api/me", null, 200), "$.csrf"));
  }

  @Test
  void openingALinkAsksAndTheButtonSignsInOnce() {
    String link = JsonPath.read(invite("editor"), "$.sign_in_link");
    for (int preview = 0; preview < 3; preview++) {
      assertThat(get("/sign-in?key=" + key(link))).contains("Sign in as <bdi>" + name);
    }
    EntityExchangeResult<byte[]> answer = submit(key(link), "/r/mali-new-course", "same-origin");
    assertThat(answer.getStatus().value()).isEqualTo(303);
    assertThat(answer.getResponseHeaders().getLocation())
        .isEqualTo(URI.create("/r/mali-new-course"));
    String cookie = answer.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE);
    assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax").contains("Path=/");

    EntityExchangeResult<byte[]> again = submit(key(link), "/", "same-origin");
    assertThat(again.getStatus().value()).isEqualTo(410);
    assertThat(text(again)).contains("has been used");
    assertThat(again.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE)).isNull();
    assertThat(again.getResponseHeaders().getContentType()).isNotNull();
    http.get().uri("/sign-in?key=" + key(link)).exchange().expectStatus().isEqualTo(410);
    http.get().uri("/sign-in?key=made-up").exchange().expectStatus().isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "evil",
        "/\t/evil.example",
        ""
      })
  void signingInLeadsToThisSiteOnly(String next) {
    String link = JsonPath.read(invite("contributor"), "$.sign_in_link");
    assertThat(submit(key(link), next, null).getResponseHeaders().getLocation())
        .isEqualTo(URI.create("/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void anotherSiteSignsNobodyIn(String site) {
    String link = JsonPath.read(invite("contributor"), "$.sign_in_link");
    EntityExchangeResult<byte[]> answer = submit(key(link), "/", site);
    assertThat(answer.getStatus().value()).isEqualTo(403);
    assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE)).isNull();
    http.post()
        .uri("/api/sign-in")
        .header(HttpHeaders.ORIGIN, "https://evil.example")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"key\": \"%s\"}".formatted(key(link)))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void aCookieThatSomeonePlantedIsNotTheSession() {
    String invitation = invite("contributor");
    Who planted = new Who(null, "planted", null);
    String body = "{\"key\": \"%s\"}".formatted(key(JsonPath.read(invitation, "$.sign_in_link")));
    EntityExchangeResult<byte[]> answer = send(planted, HttpMethod.POST, "/api/sign-in", body);
    assertThat(cookie(answer)).isNotEqualTo("planted");
    String me = sent(planted, HttpMethod.GET, "/api/me", null, 200);
    assertThat(JsonPath.<Boolean>read(me, "$.signed_in")).isFalse();
  }

  @Test
  void whoSignedInWritesUnderTheirNameUntilTheySignOut() {
    Who reporter = signedIn(invite("contributor"));
    String me = sent(reporter, HttpMethod.GET, "/api/me", null, 200);
    assertThat(JsonPath.<String>read(me, "$.name")).isEqualTo(name);
    assertThat(JsonPath.<String>read(me, "$.role")).isEqualTo("contributor");
    String added =
        sent(
            reporter,
            HttpMethod.POST,
            "/api/collections/locations/items",
            """
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]},
             "properties": {"location": "X", "source": "own", "location_resolution": "Exact"}}""",
            201);
    assertThat(JsonPath.<String>read(added, "$.properties.created_by")).isEqualTo(name);
    sent(reporter, HttpMethod.GET, "/api/users", null, 403);
    sent(reporter, HttpMethod.POST, "/api/sign-out", null, 204);
    sent(reporter, HttpMethod.GET, "/api/tokens", null, 401);
  }

  @Test
  void aSignOutEverywhereEndsTheOtherBrowsersToo() {
    String invitation = invite("editor");
    Who first = signedIn(invitation);
    String id = JsonPath.read(invitation, "$.user.id");
    Who second =
        signedIn(
            sent(Who.BOOTSTRAP, HttpMethod.POST, "/api/users/" + id + "/sign-in-link", null, 200));
    sent(first, HttpMethod.GET, "/api/tokens", null, 200);
    sent(second, HttpMethod.POST, "/api/sign-out?everywhere=true", null, 204);
    sent(first, HttpMethod.GET, "/api/tokens", null, 401);
  }

  @Test
  void aTokenIsShownOnceAndMayAtMostWhatItsOwnerMay() {
    String invitation = invite("editor");
    Who editor = signedIn(invitation);
    sent(editor, HttpMethod.POST, "/api/tokens", "{\"name\": \"x\", \"role\": \"admin\"}", 403);
    sent(editor, HttpMethod.POST, "/api/tokens", "{\"name\": \"\"}", 400);
    sent(editor, HttpMethod.POST, "/api/tokens", "{\"name\": \"x\", \"expires_in_days\": 0}", 400);
    String made = sent(editor, HttpMethod.POST, "/api/tokens", "{\"name\": \"nightly\"}", 201);
    String token = JsonPath.read(made, "$.token");
    assertThat(token).matches("dlp_[\\w-]{43}");
    Who script = new Who(token, null, null);
    sent(script, HttpMethod.GET, "/api/tokens", null, 200);
    String listed = sent(editor, HttpMethod.GET, "/api/tokens", null, 200);
    assertThat(listed).doesNotContain(token);
    assertThat(JsonPath.<String>read(listed, "$.tokens[0].used_at")).isNotNull();

    // The owner loses the role: so does the token.
    String user = "/api/users/" + JsonPath.<String>read(invitation, "$.user.id");
    sent(Who.BOOTSTRAP, HttpMethod.PATCH, user, "{\"role\": \"contributor\"}", 200);
    String me = sent(script, HttpMethod.GET, "/api/me", null, 200);
    assertThat(JsonPath.<String>read(me, "$.role")).isEqualTo("contributor");

    String id = JsonPath.read(made, "$.id");
    sent(editor, HttpMethod.DELETE, "/api/tokens/" + id, null, 204);
    String refused = sent(script, HttpMethod.GET, "/api/me", null, 401);
    assertThat(JsonPath.<String>read(refused, "$.detail")).contains("revoked");
  }

  @Test
  void whoIsRevokedIsOutAtOnce() {
    String invitation = invite("editor");
    Who editor = signedIn(invitation);
    String user = "/api/users/" + JsonPath.<String>read(invitation, "$.user.id");
    sent(Who.BOOTSTRAP, HttpMethod.DELETE, user, null, 204);
    sent(editor, HttpMethod.GET, "/api/tokens", null, 401);
    sent(Who.BOOTSTRAP, HttpMethod.POST, user + "/sign-in-link", null, 409);
  }

  @ParameterizedTest
  @CsvSource({
    "anna@example.org,editor,400",
    "'',editor,400",
    "geoparser,editor,400",
    "Bootstrap,editor,400",
    "a\u202eb,editor,400",
    "Fine,emperor,400"
  })
  void namesThatReadersCannotBeShownAreRefused(String name, String role, int status) {
    String body = "{\"name\": \"%s\", \"role\": \"%s\"}".formatted(name, role);
    sent(Who.BOOTSTRAP, HttpMethod.POST, "/api/users", body, status);
  }

  @Test
  void twoPeopleHaveTwoNames() {
    invite("editor");
    name = name.toUpperCase(Locale.ROOT);
    String body = "{\"name\": \"%s\", \"role\": \"editor\"}".formatted(name);
    sent(Who.BOOTSTRAP, HttpMethod.POST, "/api/users", body, 409);
  }

  @Test
  void aSessionEndsWhenNothingIsDoneAndAfterItsLongestTime() {
    String invitation = invite("editor");
    signedIn(invitation);
    Person person =
        Objects.requireNonNull(accounts.person(JsonPath.read(invitation, "$.user.id")).block());
    Instant now = Instant.now();
    record Case(Duration used, Duration expires, boolean alive) {}
    for (Case c :
        new Case[] {
          new Case(Duration.ofHours(-7), Duration.ofDays(1), true),
          new Case(Duration.ofHours(-9), Duration.ofDays(1), false),
          new Case(Duration.ofHours(-1), Duration.ofSeconds(-1), false)
        }) {
      Secret cookie = Secret.random();
      accounts
          .add(
              new Session(
                  cookie.hash(),
                  person,
                  now.minus(Duration.ofDays(6)),
                  now.plus(c.used()),
                  now.plus(c.expires())))
          .block();
      String me = sent(new Who(null, cookie.text(), null), HttpMethod.GET, "/api/me", null, 200);
      assertThat(JsonPath.<Boolean>read(me, "$.signed_in")).as(c.toString()).isEqualTo(c.alive());
    }
  }

  @Test
  void aLinkMadeBesideTheServerSignsInOnceAndInTime() throws Exception {
    LinkFolder folder = LinkFolder.of(store.home());
    Secret good = Secret.random();
    folder.put(good.hash(), new LinkFolder.Entry(name, Instant.now().plusSeconds(60)));
    assertThat(submit(good.text(), "/", null).getStatus().value()).isEqualTo(303);
    assertThat(submit(good.text(), "/", null).getStatus().value()).isEqualTo(410);
    Secret late = Secret.random();
    folder.put(late.hash(), new LinkFolder.Entry(name, Instant.now().minusSeconds(60)));
    EntityExchangeResult<byte[]> refused = submit(late.text(), "/", null);
    assertThat(refused.getStatus().value()).isEqualTo(410);
    assertThat(text(refused)).contains("could be used until");
  }

  @Test
  void anotherOriginReadsEverythingAndNeverWithCookies() {
    for (String path : new String[] {"/api/reports", "/api/users", "/api/me"}) {
      http.get()
          .uri(path)
          .header(HttpHeaders.ORIGIN, "https://other.example")
          .exchange()
          .expectHeader()
          .valueEquals("Access-Control-Allow-Origin", "*")
          .expectHeader()
          .doesNotExist("Access-Control-Allow-Credentials");
    }
  }
}
