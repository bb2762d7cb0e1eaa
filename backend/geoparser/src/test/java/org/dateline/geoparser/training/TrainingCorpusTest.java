package org.dateline.geoparser.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingCorpusTest {

  private static final Path CORPUS = Path.of("src/training/corpus");

  @Test
  void takesNestedMarkupOut() {
    AnnotatedText read =
        AnnotatedText.parse("# id: fr-0001 essai\nDans [[le nord du [[Mali|L]]|V]], [[Paris|M?]].");

    assertThat(read.text()).isEqualTo("Dans le nord du Mali, Paris.");
    assertThat(read.names())
        .containsExactly(
            new AnnotatedText.Name(new Span(5, 20), MentionKind.VAGUE, false),
            new AnnotatedText.Name(new Span(16, 20), MentionKind.LITERAL, false),
            new AnnotatedText.Name(new Span(22, 27), MentionKind.METONYMIC, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[Gao", "Gao|L]]", "[[Gao|X]]", "[[Gao]]", "[[|L]]"})
  void refusesBrokenMarkup(String broken) {
    assertThatThrownBy(() -> AnnotatedText.parse("# id: fr-0001 essai\n" + broken))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyTextOfTheCorpusIsWellFormed() throws IOException {
    List<AnnotatedText> texts = corpus();

    assertThat(texts).extracting(AnnotatedText::id).doesNotHaveDuplicates();
    for (AnnotatedText text : texts) {
      for (AnnotatedText.Name name : text.names()) {
        assertThat(name.span().of(text.text()))
            .as(text.id())
            .isNotBlank()
            .doesNotStartWith(" ")
            .doesNotEndWith(" ");
      }
    }
  }

  @Test
  void everyKindIsFrequentEnoughToLearn() throws IOException {
    List<AnnotatedText> texts = corpus();

    for (MentionKind kind : MentionKind.values()) {
      assertThat(
              texts.stream()
                  .flatMap(text -> text.names().stream())
                  .filter(name -> name.kind() == kind))
          .as(kind.name())
          .hasSizeGreaterThan(50);
    }
    assertThat(texts.stream().mapToInt(text -> words(text.text())).sum()).isGreaterThan(15_000);
  }

  private static int words(String text) {
    return (int) Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).count();
  }

  private static List<AnnotatedText> corpus() throws IOException {
    List<AnnotatedText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        texts.addAll(AnnotatedText.read(file));
      }
    }
    return texts;
  }
}
