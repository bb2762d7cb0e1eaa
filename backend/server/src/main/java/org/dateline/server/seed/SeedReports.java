package org.dateline.server.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.TextRights;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The seed reports on the class path: {@code seeds/<id>.txt}, the text as received, and {@code
 * seeds/<id>.json}, what is known of it.
 */
final class SeedReports {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final ObjectMapper json =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** What a seed's JSON says. */
  private record Facts(
      @Nullable String headline,
      @Nullable String byline,
      @Nullable String date,
      @Nullable String outlet,
      @Nullable String language,
      @Nullable String textRights) {}

  /**
   * Returns the seeds in the order of their ids.
   *
   * @throws IllegalStateException naming the file that is missing or wrong
   */
  List<ReportSource> read() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:seeds/*.json");
      List<ReportSource> seeds = new ArrayList<>();
      for (Resource file : files) {
        seeds.add(seed(file));
      }
      seeds.sort(Comparator.comparing(ReportSource::id));
      return seeds;
    } catch (IOException e) {
      throw new UncheckedIOException("the seed reports cannot be read", e);
    }
  }

  private ReportSource seed(Resource file) throws IOException {
    String name = String.valueOf(file.getFilename());
    String id = name.substring(0, name.length() - ".json".length());
    if (!ID.matcher(id).matches()) {
      throw wrong(
          name, "its name is the report's id: lower-case letters, digits and hyphens", null);
    }
    Facts facts = facts(file, name);
    if (facts.headline() == null || facts.headline().isBlank()) {
      throw wrong(name, "it has no headline", null);
    }
    byte[] bytes;
    try {
      bytes = file.createRelative(id + ".txt").getContentAsByteArray();
    } catch (FileNotFoundException e) {
      throw wrong(id + ".txt", "it is missing", e);
    }
    return new ReportSource(
        id,
        decode(bytes, id + ".txt"),
        sha256(bytes),
        facts.headline(),
        facts.byline(),
        facts.outlet(),
        facts.date(),
        facts.language(),
        rights(facts.textRights(), name));
  }

  private Facts facts(Resource file, String name) throws IOException {
    try {
      return json.readValue(file.getContentAsByteArray(), Facts.class);
    } catch (JsonProcessingException e) {
      throw wrong(name, e.getOriginalMessage(), e);
    }
  }

  private static String decode(byte[] bytes, String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw wrong(name, "it is not UTF-8", e);
    }
  }

  private static TextRights rights(@Nullable String word, String name) {
    for (TextRights rights : TextRights.values()) {
      if (rights.name().toLowerCase(Locale.ROOT).equals(word)) {
        return rights;
      }
    }
    throw wrong(name, "text_rights is \"full\" or \"quotes_only\", not \"" + word + "\"", null);
  }

  private static IllegalStateException wrong(String name, String why, @Nullable Throwable cause) {
    return new IllegalStateException(
        "The seed report seeds/" + name + " cannot be used: " + why, cause);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
