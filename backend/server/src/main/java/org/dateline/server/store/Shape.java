package org.dateline.server.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * An exact geometry and the digest by which the log knows it, see {@link
 * org.dateline.server.change.Change}.
 *
 * @param digest SHA-256 of salt and geometry, hexadecimal
 * @param salt 16 random bytes, hexadecimal: without it, a point could be found by trying
 * @param geometry lon lat
 */
record Shape(String digest, String salt, Geometry geometry) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Returns a geometry with a new salt. */
  static Shape of(Geometry geometry) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    String hex = HexFormat.of().formatHex(salt);
    return new Shape(digest(hex, geometry), hex, geometry);
  }

  /** Returns the digest of a geometry with a given salt. */
  static String digest(String salt, Geometry geometry) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(salt));
      digest.update(new WKBWriter(2).write(geometry));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
