package org.dateline.server.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests that cost work one client may send in a minute; 0 for any number. A client is
 * whoever has signed in or sent a token, otherwise an address.
 *
 * @param geoparse texts to read
 * @param writes changes of any kind
 * @param imports files
 * @param signIn attempts to sign in, always counted by address
 */
@ConfigurationProperties("dateline.limits")
record LimitSettings(
    @DefaultValue("1200") int geoparse,
    @DefaultValue("1200") int writes,
    @DefaultValue("30") int imports,
    @DefaultValue("30") int signIn) {}
