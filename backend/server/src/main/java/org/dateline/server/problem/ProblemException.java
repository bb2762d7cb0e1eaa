package org.dateline.server.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A request that cannot be answered, told to the client as problem details. Made where the fault is
 * seen; it carries no stack trace, since the fault is the client's.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final @Nullable String where;
  private final @Nullable String hint;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient HttpHeaders headers = new HttpHeaders();

  /**
   * Makes a problem.
   *
   * @param detail what was wrong with this request, in a sentence
   * @param where the parameter, JSON pointer, line or coordinate; null when it is the whole request
   * @param hint what to do about it; null when there is nothing to do
   */
  public ProblemException(
      ProblemType type, String detail, @Nullable String where, @Nullable String hint) {
    super(detail, null, false, false);
    this.type = type;
    this.where = where;
    this.hint = hint;
  }

  /** Returns the problem of a thing that is not there. */
  public static ProblemException notFound(String detail, String hint) {
    return new ProblemException(ProblemType.NOT_FOUND, detail, null, hint);
  }

  /** Returns the problem of a query parameter's value. */
  public static ProblemException parameter(String name, String detail, String hint) {
    return new ProblemException(
        ProblemType.INVALID_PARAMETER, detail, "query parameter " + name, hint);
  }

  /**
   * Adds an extension member to the answer.
   *
   * @param value what Jackson writes as JSON: a string, a number, a list, a map, a tree
   */
  public ProblemException with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Adds a header to the answer. */
  public ProblemException header(String name, String value) {
    headers.set(name, value);
    return this;
  }

  /** Returns the extension members. */
  public Map<String, Object> members() {
    return Map.copyOf(members);
  }

  /** Returns the headers of the answer. */
  public HttpHeaders headers() {
    return HttpHeaders.readOnlyHttpHeaders(headers);
  }

  /** Returns what kind of problem it is. */
  public ProblemType type() {
    return type;
  }

  /** Returns what was wrong, in a sentence. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Returns where it was wrong, null when the whole request was. */
  public @Nullable String where() {
    return where;
  }

  /** Returns what to do, null when there is nothing to do. */
  public @Nullable String hint() {
    return hint;
  }
}
