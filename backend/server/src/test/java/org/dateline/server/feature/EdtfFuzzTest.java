package org.dateline.server.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.dateline.server.collection.TimeSpan;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is no date, or one that does not end before it begins. */
@Timeout(60)
class EdtfFuzzTest {

  @ValueSource(
      strings = {
        "2022",
        "2022-04~",
        "2022-04-16?",
        "2022%/2023-01-02",
        "0000",
        "9999-12-31",
        "2023/2022-01-01"
      })
  @FuzzTest(maxDuration = "1m")
  void date(@NotNull String text) {
    Edtf.parse(text)
        .ifPresent(
            date -> {
              assertThat(date.first()).isBeforeOrEqualTo(date.last());
              assertThat(date.words()).isNotBlank();
              assertThat(TimeSpan.ofValue(text)).isNotNull();
            });
  }
}
