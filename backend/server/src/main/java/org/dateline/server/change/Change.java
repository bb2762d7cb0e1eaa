package org.dateline.server.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the change log, never altered and never removed.
 *
 * <p><b>The chain.</b> Each entry carries the hash of the one before it, so that an entry cannot be
 * altered, removed or put in between without every later hash being wrong. {@code hash} is the
 * SHA-256, in 64 lower-case hexadecimal digits, of these ten values one after the other, each
 * written as a netstring (its length in bytes of UTF-8 as a decimal number, a colon, the bytes, a
 * comma):
 *
 * <ol>
 *   <li>{@code sequence}, decimal
 *   <li>the word for the thing's kind, such as {@code location}
 *   <li>the thing's id
 *   <li>the id of the report that the thing belongs to, empty when there is none
 *   <li>{@code version}, decimal
 *   <li>{@code who}
 *   <li>{@code when}, in milliseconds since 1970-01-01T00:00:00Z, decimal
 *   <li>{@code what}, to the letter
 *   <li>{@code why}, empty when none was given
 *   <li>{@code previousHash}
 * </ol>
 *
 * <p><b>Coordinates are not in the log.</b> Where a thing has a geometry, {@code what} has the
 * SHA-256 of a random salt of 16 bytes followed by the geometry as well-known binary (ISO, big
 * endian, lon lat). Salt and geometry are kept in a table of their own, so that the log can be
 * shown to anyone whatever becomes protected later, and still proves which geometry was meant.
 *
 * @param sequence 1 for the first change of all, one more with each
 * @param thing what was changed
 * @param version of the thing after this change: 1 for the first, one more with each
 * @param who made it: an actor's name
 * @param when it was made, in whole milliseconds
 * @param what JSON Patch (RFC 6902) from the thing's state before to the one after; before its
 *     first change and after its removal a thing's state is {@code null}
 * @param why reason in words, null when none was given
 * @param previousHash hash of the change before, {@link #NO_HASH} for the first
 * @param hash of this change
 */
public record Change(
    long sequence,
    Thing thing,
    int version,
    String who,
    Instant when,
    String what,
    @Nullable String why,
    String previousHash,
    String hash) {

  /** What the first change has for the hash of the one before it. */
  public static final String NO_HASH = "0".repeat(64);

  /** Returns the change that follows one with the given sequence number and hash. */
  public static Change following(
      long sequence,
      String hash,
      Thing thing,
      int version,
      String who,
      Instant when,
      String what,
      @Nullable String why) {
    Change unsealed = new Change(sequence + 1, thing, version, who, when, what, why, hash, NO_HASH);
    return new Change(
        sequence + 1, thing, version, who, when, what, why, hash, unsealed.computeHash());
  }

  /** Returns whether the hash is the one that the other values give. */
  public boolean isIntact() {
    return hash.equals(computeHash());
  }

  private String computeHash() {
    MessageDigest digest = sha256();
    netstring(digest, Long.toString(sequence));
    netstring(digest, thing.kind().word());
    netstring(digest, thing.id());
    netstring(digest, thing.report() == null ? "" : thing.report());
    netstring(digest, Integer.toString(version));
    netstring(digest, who);
    netstring(digest, Long.toString(when.toEpochMilli()));
    netstring(digest, what);
    netstring(digest, why == null ? "" : why);
    netstring(digest, previousHash);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void netstring(MessageDigest digest, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    digest.update((byte) ',');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
