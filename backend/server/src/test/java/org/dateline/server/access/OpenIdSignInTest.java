package org.dateline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A browser goes through a provider that runs in the test, with redirects and cookies. */
class OpenIdSignInTest extends RunningServer {

  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    PROVIDER.start();
    String client = "spring.security.oauth2.client.";
    registry.add(client + "registration.newsroom.client-id", () -> "map");
    registry.add(client + "registration.newsroom.client-secret", () -> "secret");
    registry.add(client + "registration.newsroom.scope", () -> "openid,profile");
    registry.add(
        client + "provider.newsroom.issuer-uri", () -> PROVIDER.issuerUrl("newsroom").toString());
    registry.add("dateline.access.open-id.role-claim", () -> "groups");
    registry.add("dateline.access.open-id.roles[map-editors]", () -> "editor");
    registry.add("dateline.access.open-id.roles[map-admins]", () -> "admin");
  }

  @AfterAll
  static void stop() {
    PROVIDER.shutdown();
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  private HttpResponse<String> open(HttpClient browser, String path)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(address(path)).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> signIn(
      HttpClient browser, String subject, Map<String, Object> claims) throws Exception {
    PROVIDER.enqueueCallback(
        new DefaultOAuth2TokenCallback("newsroom", subject, "JWT", List.of("map"), claims, 3600));
    return open(browser, "/oauth2/authorization/newsroom");
  }

  private String me(HttpClient browser) throws Exception {
    return browser
        .send(
            HttpRequest.newBuilder(address("/api/me")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void theProvidersGroupGivesTheRoleAnewEachTime() throws Exception {
    assertThat(get("/sign-in")).contains("/oauth2/authorization/newsroom");
    HttpClient browser = browser();
    HttpResponse<String> map =
        signIn(browser, "u1", Map.of("name", "Awa D.", "groups", List.of("x", "map-editors")));
    assertThat(map.uri().getPath()).isEqualTo("/");
    assertThat(JsonPath.<String>read(me(browser), "$.name")).isEqualTo("Awa D.");
    assertThat(JsonPath.<String>read(me(browser), "$.role")).isEqualTo("editor");

    HttpClient other = browser();
    signIn(other, "u1", Map.of("name", "Another Name", "groups", List.of("map-admins")));
    assertThat(JsonPath.<String>read(me(other), "$.name")).isEqualTo("Awa D.");
    assertThat(JsonPath.<String>read(me(other), "$.role")).isEqualTo("admin");
  }

  @Test
  void whoHasNoRoleOrNoPublicNameIsToldSo() throws Exception {
    HttpClient browser = browser();
    assertThat(signIn(browser, "u2", Map.of("name", "Bo", "groups", List.of("x"))).body())
        .contains("has no role on this map");
    assertThat(
            signIn(browser, "u3", Map.of("name", "bo@example.org", "groups", "map-editors")).body())
        .contains("has no name that can be shown");
    assertThat(JsonPath.<Boolean>read(me(browser), "$.signed_in")).isFalse();
  }

  @Test
  void anAnswerThatNobodyAskedForSignsNobodyIn() throws Exception {
    HttpClient browser = browser();
    HttpResponse<String> answer = open(browser, "/login/oauth2/code/newsroom?code=x&state=y");
    assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
    assertThat(answer.body()).contains("did not work");
    assertThat(JsonPath.<Boolean>read(me(browser), "$.signed_in")).isFalse();
  }
}
