package org.dateline.server.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Takes scheme, host and client address from {@code X-Forwarded-*} when a trusted proxy sent them,
 * and from nobody else, who could claim any address. {@code Forwarded} is left aside: proxies that
 * add to one of both headers pass the other on as the client wrote it.
 */
final class TrustedProxies extends ForwardedHeaderTransformer {

  private static final String FOR = "X-Forwarded-For";

  /** What a proxy that does not know these headers would pass on as the client wrote it. */
  private static final List<String> NEVER =
      List.of("Forwarded", "X-Forwarded-Prefix", "X-Forwarded-Ssl");

  private final List<InetAddressMatcher> trusted;
  private final ForwardedHeaderTransformer removal = new ForwardedHeaderTransformer();

  /**
   * Takes the proxies.
   *
   * @param trusted addresses or CIDR ranges
   * @throws IllegalArgumentException when one is neither
   */
  TrustedProxies(List<String> trusted) {
    removal.setRemoveOnly(true);
    this.trusted = trusted.stream().map(InetAddressMatchers::fromIpAddress).toList();
  }

  @Override
  public ServerHttpRequest apply(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    if (remote == null || remote.getAddress() == null || !isTrusted(remote.getAddress())) {
      return removal.apply(request);
    }
    String client = client(request.getHeaders().getOrEmpty(FOR));
    return super.apply(
        request
            .mutate()
            .headers(
                headers -> {
                  NEVER.forEach(headers::remove);
                  headers.remove(FOR);
                  if (!client.isEmpty()) {
                    headers.set(FOR, client);
                  }
                })
            .build());
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(matcher -> matcher.matches(address));
  }

  /**
   * The last address that no trusted proxy wrote of another: everything before it may be made up.
   */
  private String client(List<String> headers) {
    List<String> addresses = new ArrayList<>();
    headers.forEach(header -> Collections.addAll(addresses, header.split(",", -1)));
    Collections.reverse(addresses);
    String last = "";
    for (String address : addresses) {
      last = address.strip();
      if (!isTrustedText(last)) {
        return last;
      }
    }
    return last;
  }

  private boolean isTrustedText(String address) {
    try {
      return trusted.stream().anyMatch(matcher -> matcher.matches(address));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
