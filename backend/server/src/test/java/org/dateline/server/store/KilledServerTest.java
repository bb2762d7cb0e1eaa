package org.dateline.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dateline.server.DatelineApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** A server is killed, as by {@code kill -9}, in the middle of 1,000 writes. */
class KilledServerTest {

  private static final int WRITES = 1_000;
  private static final int WRITERS = 4;
  private static final String TOKEN = "a token of the tests, long enough";
  private static final String ITEMS = "/api/collections/locations/items";
  private static final String ON_THE_MAP = "Dateline is on the map: ";

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void everyAcknowledgedWriteIsThereAfterARestart() throws Exception {
    StoreSettings.Database file = new StoreSettings.Database(null, null, null);
    List<String> acknowledged = acknowledgedBeforeTheKill(file, WRITES / 2);
    assertThat(LogVerification.of(new StoreSettings(home, file)).faults()).isEmpty();
    try (ConfigurableApplicationContext server =
        new SpringApplicationBuilder(DatelineApplication.class)
            .run("--server.port=0", "--dateline.home=" + home)) {
      String port = server.getEnvironment().getProperty("local.server.port");
      String items =
          http.send(
                  HttpRequest.newBuilder(
                          URI.create("http://localhost:" + port + ITEMS + "?limit=10000"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      assertThat(JsonPath.<List<String>>read(items, "$.features[*].id")).containsAll(acknowledged);
    }
  }

  @Test
  void everyAcknowledgedWriteIsInPostgres() throws Exception {
    StoreSettings.Database database = Postgres.newDatabase();
    List<String> acknowledged = acknowledgedBeforeTheKill(database, WRITES / 10);
    StoreSettings settings = new StoreSettings(home, database);
    assertThat(LogVerification.of(settings).faults()).isEmpty();
    assertThat(
            DatabaseClient.create(StoreConfiguration.unpooled(settings))
                .sql("select id from location")
                .map(row -> Rows.text(row, "id"))
                .all()
                .collectList()
                .block())
        .containsAll(acknowledged);
  }

  private List<String> acknowledgedBeforeTheKill(StoreSettings.Database database, int enough)
      throws Exception {
    Process server = start(database);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      String address = address(server);
      ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
      CountDownLatch acks = new CountDownLatch(enough);
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        running.add(
            writers.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < WRITES; i = next.getAndIncrement()) {
                    acknowledged.add(write(address, i));
                    acks.countDown();
                  }
                  return null;
                }));
      }
      acks.await();
      server.destroyForcibly().waitFor();
      int cutOff = 0;
      for (Future<?> writer : running) {
        try {
          writer.get();
        } catch (ExecutionException e) {
          cutOff++;
        }
      }
      assertThat(cutOff).as("writers that were in the middle of a write").isPositive();
      assertThat(acknowledged).hasSizeBetween(enough, WRITES - 1);
      return List.copyOf(acknowledged);
    } finally {
      server.destroyForcibly();
      writers.shutdownNow();
    }
  }

  private Process start(StoreSettings.Database database) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // The quickest to start; it does not live long.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            DatelineApplication.class.getName(),
            "--server.port=0",
            "--dateline.home=" + home);
    Map<String, String> environment = builder.environment();
    environment.put("DATELINE_BOOTSTRAP_TOKEN", TOKEN);
    if (!database.isFile()) {
      environment.put("DATELINE_STORE_URL", database.url());
      environment.put("DATELINE_STORE_USERNAME", database.username());
    }
    return builder.redirectErrorStream(true).start();
  }

  private static String address(Process server) throws IOException {
    StringBuilder said = new StringBuilder();
    // Left open: closing it would break the server's standard output.
    BufferedReader output =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      int at = line.indexOf(ON_THE_MAP);
      if (at >= 0) {
        return line.substring(at + ON_THE_MAP.length()).strip();
      }
    }
    throw new IOException("The server did not start: " + said);
  }

  private String write(String address, int number) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + ITEMS))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/geo+json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"type": "Feature",
                         "geometry": {"type": "Point", "coordinates": [%d, %d]},
                         "properties": {"location": "Location %d", "source": "own reporting",
                           "location_resolution": "Exact"}}"""
                            .formatted(number % 180, number % 90, number)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JsonPath.read(answer.body(), "$.id");
  }
}
