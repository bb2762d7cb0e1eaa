package org.dateline.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dateline.server.collection.GeometryType;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class FileAnswerTest {

  private static final int FEATURES = 100_000;

  private final AtomicInteger made = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A hundred thousand pieces of a kilobyte, each made when it is asked for. */
  private final Encoder counting =
      features ->
          IntStream.range(0, FEATURES)
              .mapToObj(
                  i -> {
                    made.incrementAndGet();
                    return new byte[1024];
                  })
              .onClose(() -> closed.set(true));

  @Test
  void nothingIsMadeBeforeTheClientTakesIt() {
    StepVerifier.create(body(counting), 1)
        .expectNextCount(1)
        .then(() -> assertThat(made).hasValueLessThan(64))
        .thenRequest(2)
        .expectNextCount(2)
        .then(() -> assertThat(made).hasValueLessThan(192))
        .thenCancel()
        .verify();
  }

  @Test
  void aClientThatGoesEndsTheWork() throws InterruptedException {
    StepVerifier.create(body(counting), 3).expectNextCount(3).thenCancel().verify();
    for (int i = 0; i < 100 && !closed.get(); i++) {
      Thread.sleep(20);
    }
    assertThat(closed).isTrue();
    assertThat(made).hasValueLessThan(192);
  }

  @Test
  void everythingArrives() {
    assertThat(body(counting).map(DataBuffer::readableByteCount).reduce(0, Integer::sum).block())
        .isEqualTo(FEATURES * 1024);
    assertThat(closed).isTrue();
  }

  @Test
  void theFileIsNamedAfterWhatIsInIt() {
    assertThat(answer(counting).getHeaders().getContentDisposition().getFilename())
        .isEqualTo("a b é.csv");
  }

  private static Flux<DataBuffer> body(Encoder encoder) {
    return Flux.from(java.util.Objects.requireNonNull(answer(encoder).getBody()));
  }

  private static ResponseEntity<Publisher<DataBuffer>> answer(Encoder encoder) {
    Features features =
        new Features("a", "A", "http://x/", Awkward.schema(GeometryType.POINT), List.of());
    return FileAnswer.of(
        MockServerWebExchange.from(MockServerHttpRequest.get("/items")),
        encoder,
        features,
        "a b é",
        "\"tag\"",
        new Alternates("http://x/items", List.of(Format.CSV, Format.KML), Format.CSV));
  }
}
