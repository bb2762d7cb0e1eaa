package org.dateline.server.access;

import java.net.InetAddress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.dateline.server.access.AccessSettings.Reading;
import org.dateline.server.change.Role;
import org.dateline.server.store.AccountStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Says, once the map is open, how to sign in for the first time, and what is open to the network.
 * The link comes again with every start until an admin has signed in.
 */
@Component
class FirstStart {

  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final AccountStore accounts;
  private final SignIn signIn;
  private final Credentials credentials;
  private final AccessSettings settings;
  private final boolean hasProvider;
  private final @Nullable InetAddress address;
  private int port;

  FirstStart(
      AccountStore accounts,
      SignIn signIn,
      Credentials credentials,
      AccessSettings settings,
      ObjectProvider<ReactiveClientRegistrationRepository> providers,
      @Value("${server.address:#{null}}") @Nullable InetAddress address) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.credentials = credentials;
    this.settings = settings;
    this.hasProvider = providers.getIfAvailable() != null;
    this.address = address;
  }

  @EventListener
  void listening(WebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    boolean hasAdmin = Boolean.TRUE.equals(hasAdmin());
    if (address == null || !address.isLoopbackAddress()) {
      tellWhatIsOpen(hasAdmin);
    }
    if (!hasAdmin && !hasProvider && !credentials.hasBootstrapToken()) {
      signIn
          .admin()
          .flatMap(admin -> signIn.link(admin, settings.linkValidity()))
          .doOnNext(
              link ->
                  LOG.info(
                      "Sign in, once and until {}: http://localhost:{}{}",
                      TIME.format(link.expiresAt()),
                      port,
                      link.path()))
          .block();
    }
  }

  private @Nullable Boolean hasAdmin() {
    return accounts
        .people()
        .any(
            person -> person.active() && person.role() == Role.ADMIN && person.signedInAt() != null)
        .block();
  }

  private void tellWhatIsOpen(boolean hasAdmin) {
    LOG.warn(
        "The network reaches this server (server.address {}). {} {} Put it behind a proxy with TLS:"
            + " over plain HTTP, sign-ins and tokens can be read on the way.",
        address == null ? "is every address" : address.getHostAddress(),
        settings.reading() == Reading.OPEN
            ? "Everyone there reads what is published and may have texts read"
                + " (dateline.access.reading=signed-in closes that)."
            : "Only who has signed in reads.",
        hasProvider || hasAdmin || credentials.hasBootstrapToken()
            ? "Only who has signed in writes."
            : "Nobody has signed in yet: whoever has the link below becomes the admin.");
  }
}
