package org.dateline.server.desk;

import org.dateline.server.problem.JsonFault;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that a client sent: all of it, each member once. */
final class JsonBody {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * Parses a body.
   *
   * @throws ProblemException telling line and column where it is not JSON
   */
  static JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
      throw invalid(body.length == 0 ? "The body is empty." : "The JSON is not an object.", "body");
    } catch (JacksonException e) {
      throw invalid(
          "The body is not JSON: " + JsonFault.of(e) + ".",
          "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr());
    }
  }

  private static ProblemException invalid(String detail, String where) {
    return new ProblemException(
        ProblemType.INVALID_JSON, detail, where, "Send one GeoJSON object. Nothing was changed.");
  }
}
