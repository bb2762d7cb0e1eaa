package org.dateline.server.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dateline.server.change.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do what.
 *
 * @param reading who may read what is published
 * @param adminName the public name of the admin that the first start makes
 * @param linkValidity how long a sign-in link that the server or the command prints can be used
 * @param invitationValidity how long a link that an admin sends someone can be used
 * @param sessionIdle a browser that does nothing for so long is signed out
 * @param sessionLongest a browser is signed out after so long whatever it does
 * @param tokenValidity how long a token for scripts is accepted unless its owner says otherwise
 * @param tokenLongest the longest that an owner may say
 * @param trustedProxies addresses or ranges (CIDR) of proxies whose {@code X-Forwarded-*} headers
 *     are believed; nobody's unless set
 * @param openId what an OpenID Connect provider says of people
 */
@ConfigurationProperties("dateline.access")
record AccessSettings(
    @DefaultValue("open") Reading reading,
    @DefaultValue("admin") String adminName,
    @DefaultValue("1h") Duration linkValidity,
    @DefaultValue("7d") Duration invitationValidity,
    @DefaultValue("8h") Duration sessionIdle,
    @DefaultValue("7d") Duration sessionLongest,
    @DefaultValue("90d") Duration tokenValidity,
    @DefaultValue("365d") Duration tokenLongest,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue OpenId openId) {

  /** Who may read. */
  enum Reading {
    /** Everyone who reaches the server. */
    OPEN,
    /** Only who has signed in or has a token. */
    SIGNED_IN
  }

  /**
   * How the claims of an identity token are read.
   *
   * @param nameClaim the claim that is a person's public name
   * @param roleClaim the claim whose text or list of texts gives the role
   * @param roles which role each value of that claim gives; the largest counts
   */
  record OpenId(
      @DefaultValue("name") String nameClaim,
      @DefaultValue("roles") String roleClaim,
      @DefaultValue Map<String, Role> roles) {}
}
