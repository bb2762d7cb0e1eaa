package org.dateline.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret that someone carries: the key of a sign-in link, a session's cookie, a token. 256 random
 * bits, shown once; only its SHA-256 is kept. A slow hash (bcrypt, Argon2) protects passwords,
 * which can be guessed; nobody guesses 256 bits, and a slow hash would be paid with every request.
 *
 * @param text what is shown, in letters that need no escaping in an address
 */
public record Secret(String text) {

  /** What a personal access token begins with, so that scanners for leaked secrets find it. */
  public static final String TOKEN_PREFIX = "dlp_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Returns a new secret. */
  public static Secret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Returns a new personal access token. */
  public static Secret token() {
    return new Secret(TOKEN_PREFIX + random().text());
  }

  /** Returns what is kept of it: 64 hexadecimal digits. */
  public String hash() {
    return hash(text);
  }

  /** Returns what is kept of a secret that a client sent. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Secrets do not get into logs. */
  @Override
  public String toString() {
    return "Secret[...]";
  }
}
