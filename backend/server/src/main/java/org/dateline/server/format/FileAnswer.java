package org.dateline.server.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dateline.server.http.Representation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Features sent as a file, in pieces: made as fast as the client takes them, and no longer than it
 * does. Made off the event loop, which has others to serve.
 */
public final class FileAnswer {

  private static final int PIECE = 1 << 14;

  private FileAnswer() {}

  /**
   * Returns the answer.
   *
   * @param encoder of the format that the alternates say is given
   * @param fileName without the format's ending
   * @param etag strong, quoted, of this format alone
   */
  public static ResponseEntity<Publisher<DataBuffer>> of(
      ServerWebExchange exchange,
      Encoder encoder,
      Features features,
      String fileName,
      String etag,
      Alternates alternates) {
    Format format = alternates.given();
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(format.fileNameOf(fileName), StandardCharsets.UTF_8)
            .build();
    boolean headOnly = exchange.getRequest().getMethod() == HttpMethod.HEAD;
    return Representation.answer(format.type(), etag)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header(HttpHeaders.LINK, alternates.header())
        .body(
            headOnly
                ? Flux.empty()
                : pieces(encoder, features, exchange.getResponse().bufferFactory()));
  }

  private static Flux<DataBuffer> pieces(
      Encoder encoder, Features features, DataBufferFactory buffers) {
    return Flux.using(
            () -> encoder.encode(features),
            (Stream<byte[]> pieces) -> {
              Iterator<byte[]> iterator = pieces.iterator();
              return Flux.<byte[]>generate(
                  sink -> {
                    byte[] joined = joined(iterator);
                    if (joined == null) {
                      sink.complete();
                    } else {
                      sink.next(joined);
                    }
                  });
            },
            Stream::close)
        .map(buffers::wrap)
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Returns some of the pieces as one, so that small ones do not cost a packet each. */
  private static byte @Nullable [] joined(Iterator<byte[]> pieces) {
    if (!pieces.hasNext()) {
      return null;
    }
    byte[] first = pieces.next();
    if (first.length >= PIECE) {
      return first;
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(PIECE);
    joined.writeBytes(first);
    while (joined.size() < PIECE && pieces.hasNext()) {
      joined.writeBytes(pieces.next());
    }
    return joined.toByteArray();
  }
}
