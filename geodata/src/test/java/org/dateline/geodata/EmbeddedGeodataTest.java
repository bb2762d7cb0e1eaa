package org.dateline.geodata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedGeodataTest {

  @TempDir Path cache;
  private Path laidOut;

  @BeforeEach
  void layOut() throws IOException {
    EmbeddedGeodata.open(cache);
    laidOut = files().get(0);
  }

  @Test
  void namesTheOneFileItLaysOutByItsContent() throws IOException {
    EmbeddedGeodata.open(cache);

    assertThat(files()).containsExactly(laidOut);
    assertThat(laidOut.getFileName().toString()).matches("geodata-[0-9a-f]{16}\\.idx");
  }

  @Test
  void keepsAWholeFileAsItIs() throws IOException {
    var before = Files.getLastModifiedTime(laidOut);

    EmbeddedGeodata.open(cache);

    assertThat(Files.getLastModifiedTime(laidOut)).isEqualTo(before);
  }

  @Test
  void laysOutAnewAFileThatWasCutShort() throws IOException {
    long whole = Files.size(laidOut);
    try (FileChannel channel = FileChannel.open(laidOut, StandardOpenOption.WRITE)) {
      channel.truncate(whole / 2);
    }

    assertKnowsBamako(EmbeddedGeodata.open(cache));
    assertThat(laidOut).hasSize(whole);
  }

  @Test
  void laysOutAnewAFileThatIsEmpty() throws IOException {
    Files.write(laidOut, new byte[0]);

    assertKnowsBamako(EmbeddedGeodata.open(cache));
  }

  @Test
  void laysOutAnewAFileWithOneByteChanged() throws IOException {
    long middle = Files.size(laidOut) / 2;
    try (FileChannel channel =
        FileChannel.open(laidOut, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, middle);
      channel.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), middle);
    }

    assertKnowsBamako(EmbeddedGeodata.open(cache));
  }

  @Test
  void severalProcessesThatStartTogetherGetWholeFiles() throws IOException {
    Path shared = cache.resolve("shared");

    List<Geodata> opened =
        IntStream.range(0, 4).parallel().mapToObj(i -> EmbeddedGeodata.open(shared)).toList();

    opened.forEach(EmbeddedGeodataTest::assertKnowsBamako);
    try (var left = Files.list(shared)) {
      assertThat(left).hasSize(1);
    }
  }

  private static void assertKnowsBamako(Geodata geodata) {
    assertThat(geodata.gazetteer().byId("2460596").orElseThrow().name()).isEqualTo("Bamako");
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(cache)) {
      return files.toList();
    }
  }
}
