package org.dateline.server.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

  @ParameterizedTest
  @CsvSource({
    "2022~, 2022-01-01, 2022-12-31, about 2022",
    "2022, 2022-01-01, 2022-12-31, 2022",
    "2024-02, 2024-02-01, 2024-02-29, February 2024",
    "2024-02-03?, 2024-02-03, 2024-02-03, possibly 3 February 2024",
    "2022-03/2022-05~, 2022-03-01, 2022-05-31, March 2022 to about May 2022"
  })
  void readsDates(String edtf, LocalDate first, LocalDate last, String words) {
    assertThat(Edtf.parse(edtf)).hasValue(new Edtf(first, last, words));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "soon", "2022-13", "2022-02-30", "2022/", "2022/2023/2024", "22"})
  void leavesTheRest(String edtf) {
    assertThat(Edtf.parse(edtf)).isEmpty();
  }
}
