package org.dateline.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class TrustedProxiesTest {

  private static ServerHttpRequest through(String remote, String forwardedFor) {
    return new TrustedProxies(List.of("10.0.0.0/8", "::1"))
        .apply(
            MockServerHttpRequest.get("http://map.example/api")
                .remoteAddress(new InetSocketAddress(remote, 1234))
                .header("X-Forwarded-For", forwardedFor)
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=203.0.113.99;proto=https;host=evil.example")
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.7 | 203.0.113.5                    | 192.0.2.7   | http
          10.1.2.3  | 203.0.113.5                    | 203.0.113.5 | https
          10.1.2.3  | 198.51.100.1, 203.0.113.5      | 203.0.113.5 | https
          10.1.2.3  | 198.51.100.1, 203.0.113.5, 10.9.9.9 | 203.0.113.5 | https
          ::1       | 203.0.113.5                    | 203.0.113.5 | https
          """)
  void onlyATrustedProxyIsBelieved(
      String remote, String forwardedFor, String client, String scheme) {
    ServerHttpRequest request = through(remote, forwardedFor);
    assertThat(Objects.requireNonNull(request.getRemoteAddress()).getHostString())
        .isEqualTo(client);
    assertThat(request.getURI().getScheme()).isEqualTo(scheme);
    assertThat(request.getURI().getHost()).isEqualTo("map.example");
  }

  @Test
  void whatIsNoAddressIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
