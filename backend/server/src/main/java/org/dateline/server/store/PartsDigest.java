package org.dateline.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The digest by which the log knows the features of a data set: like that of a {@link Shape}, it
 * tells nobody where they are.
 *
 * @param digest SHA-256 of salt and parts, hexadecimal
 * @param salt 16 random bytes, hexadecimal
 */
record PartsDigest(String digest, String salt) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Returns the digest of parts with a new salt. */
  static PartsDigest of(Iterable<String> parts) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    String hex = HexFormat.of().formatHex(salt);
    return new PartsDigest(digest(hex, parts), hex);
  }

  /** Returns the digest of parts with a given salt. */
  static String digest(String salt, Iterable<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(salt));
      parts.forEach(part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
