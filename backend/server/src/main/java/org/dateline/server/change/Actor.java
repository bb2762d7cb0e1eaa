package org.dateline.server.change;

/**
 * Who writes.
 *
 * @param name as the log and the public history give it: unique, and not an e-mail address
 * @param role what they may do
 */
public record Actor(String name, Role role) {

  /** The name under which the log has what the geoparser found. */
  public static final String GEOPARSER = "geoparser";
}
