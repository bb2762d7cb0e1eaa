package org.dateline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dateline.server.account.LinkFolder;
import org.dateline.server.account.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInLinkCommandTest {

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    return new Commands(InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err))
        .run(List.of(words));
  }

  @Test
  void printsALinkWhoseKeyIsKeptAsAHashOnly() throws Exception {
    int status = run("sign-in-link", "--user=Awa", "--server.port=9000", "--dateline.home=" + home);
    assertThat(status).isEqualTo(Commands.OK);
    String link = out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    assertThat(link).startsWith("http://localhost:9000/sign-in?key=");
    String key = link.replaceAll(".*key=", "");
    LinkFolder folder = LinkFolder.of(home);
    LinkFolder.Entry entry = folder.take(Secret.hash(key)).orElseThrow();
    assertThat(entry.name()).isEqualTo("Awa");
    assertThat(entry.expiresAt())
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(50)), Instant.now().plus(Duration.ofHours(1)));
    assertThat(folder.take(Secret.hash(key))).isEmpty();
  }

  @Test
  void refusesANameThatReadersCannotBeShown() {
    assertThat(run("sign-in-link", "--user=a@b.example", "--dateline.home=" + home))
        .isEqualTo(Commands.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("e-mail address");
    assertThat(run("sign-in-link", "--usr=x")).isEqualTo(Commands.USAGE);
  }
}
