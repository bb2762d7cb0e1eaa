package org.dateline.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/**
 * An answer, encoded once and sent many times. The body is never changed.
 *
 * @param body the bytes
 * @param type their media type
 * @param etag strong entity tag, quoted, made from the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record Representation(byte[] body, MediaType type, String etag) {

  /** GeoJSON, RFC 7946. */
  public static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");

  /** Returns a representation whose tag is the hash of its bytes. */
  public static Representation of(byte[] body, MediaType type) {
    return new Representation(body, type, '"' + hash(body) + '"');
  }

  /** Returns the answer; WebFlux makes a 304 of it when the client has the same tag. */
  public ResponseEntity<byte[]> toResponse() {
    return answer(type, etag).body(body);
  }

  /** Returns the same for paths that answer in pieces as well. */
  public ResponseEntity<Publisher<DataBuffer>> toResponse(DataBufferFactory buffers) {
    return answer(type, etag).body(Mono.fromSupplier(() -> buffers.wrap(body)));
  }

  /** Returns the head of an answer. */
  public static ResponseEntity.BodyBuilder answer(MediaType type, String etag) {
    return ResponseEntity.ok()
        .contentType(type)
        .eTag(etag)
        .cacheControl(CacheControl.noCache().cachePublic());
  }

  /** Returns the first half of the SHA-256 of some bytes, in hexadecimal digits. */
  public static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Returns the hash of a string, as of its UTF-8 bytes. */
  public static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }
}
