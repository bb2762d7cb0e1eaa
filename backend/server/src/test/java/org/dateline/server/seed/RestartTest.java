package org.dateline.server.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.server.DatelineApplication;
import org.dateline.server.store.UnusableStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class RestartTest {

  private static final String FIGHTING = "/api/reports/mali-new-course/layers/fighting";

  @TempDir Path home;

  /** The real geoparser under another version, counting the texts it reads. */
  static class CountingGeoparser implements Geoparser {

    private final Geoparser real;
    private final String version;
    private final AtomicInteger texts = new AtomicInteger();

    CountingGeoparser(Geodata geodata, String version) {
      this.real = new OfflineGeoparser(geodata);
      this.version = version;
    }

    @Override
    public Geoparse parse(String text, GeoparseOptions options) {
      texts.incrementAndGet();
      return real.parse(text, options);
    }

    @Override
    public String version() {
      return version;
    }
  }

  static class FirstMethod {
    @Bean
    @Primary
    CountingGeoparser countingGeoparser(Geodata geodata) {
      return new CountingGeoparser(geodata, "first");
    }
  }

  static class NextMethod {
    @Bean
    @Primary
    CountingGeoparser countingGeoparser(Geodata geodata) {
      return new CountingGeoparser(geodata, "next");
    }
  }

  private ConfigurableApplicationContext start(Class<?> method) {
    return new SpringApplicationBuilder(DatelineApplication.class, method)
        .run("--server.port=0", "--dateline.home=" + home);
  }

  private static int textsRead(ConfigurableApplicationContext server) {
    return server.getBean(CountingGeoparser.class).texts.get();
  }

  private static String get(ConfigurableApplicationContext server, String path)
      throws IOException, InterruptedException {
    String port = server.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void aRestartServesTheSameBytesWithoutReadingAgainUntilTheMethodChanges()
      throws IOException, InterruptedException {
    String before;
    try (ConfigurableApplicationContext server = start(FirstMethod.class)) {
      assertThat(textsRead(server)).isPositive();
      before = get(server, FIGHTING);
    }
    try (ConfigurableApplicationContext server = start(FirstMethod.class)) {
      assertThat(textsRead(server)).isZero();
      assertThat(get(server, FIGHTING)).isEqualTo(before);
    }
    try (ConfigurableApplicationContext server = start(NextMethod.class)) {
      assertThat(textsRead(server)).isPositive();
      String after = get(server, FIGHTING);
      assertThat(JsonPath.<List<String>>read(after, "$.features[*].properties.method_version"))
          .isNotEmpty()
          .containsOnly("next");
      for (String unchanged : List.of("id", "properties.version", "properties.updated_at")) {
        assertThat(JsonPath.<Object>read(after, "$.features[*]." + unchanged))
            .isEqualTo(JsonPath.read(before, "$.features[*]." + unchanged));
      }
    }
  }

  @Test
  void damagedDataIsToldInWords() throws IOException, SQLException {
    start(FirstMethod.class).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + home.resolve("dateline"), "sa", "");
        var statement = connection.createStatement()) {
      statement.executeUpdate("update feature set document = '{\"layer\":' where position = 0");
    }
    assertThat(unusable(catchThrowable(() -> start(FirstMethod.class).close())))
        .hasMessageContaining(home.toString())
        .hasMessageContaining("mali-new-course.")
        .hasMessageContaining("cannot be read");

    try (RandomAccessFile file =
        new RandomAccessFile(home.resolve("dateline.mv.db").toFile(), "rw")) {
      file.setLength(0);
      file.write(new byte[9000]);
    }
    UnusableStoreException damaged =
        unusable(catchThrowable(() -> start(FirstMethod.class).close()));
    assertThat(damaged).hasMessageContaining("damaged");
    assertThat(damaged.action()).contains("dateline.mv.db");
  }

  private static UnusableStoreException unusable(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnusableStoreException found) {
        return found;
      }
    }
    throw new AssertionError("not an unusable store", thrown);
  }
}
