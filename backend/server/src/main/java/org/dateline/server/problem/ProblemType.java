package org.dateline.server.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** The kinds of problem, a closed list; clients may rely on the type URI and the status. */
public enum ProblemType {
  UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "There is no such parameter"),
  INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter has a value that cannot be used"),
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be understood"),
  INVALID_TEXT(HttpStatus.BAD_REQUEST, "This is not a text"),
  INVALID_JSON(HttpStatus.BAD_REQUEST, "The JSON cannot be used"),
  INVALID_FEATURE(HttpStatus.UNPROCESSABLE_CONTENT, "The feature has values that cannot be used"),
  INVALID_FILE(HttpStatus.UNPROCESSABLE_CONTENT, "The file cannot be used"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "This needs a sign-in or a token"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "Your role does not allow this"),
  OTHER_SITE(HttpStatus.FORBIDDEN, "The request may come from another site's page"),
  LINK_UNUSABLE(HttpStatus.GONE, "The sign-in link cannot be used"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "You have sent too many requests"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done here"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "There is no answer in the form asked for"),
  CONFLICT(HttpStatus.CONFLICT, "This does not fit what is there"),
  VERSION_CHANGED(HttpStatus.PRECONDITION_FAILED, "Someone else has changed it meanwhile"),
  VERSION_MISSING(
      HttpStatus.PRECONDITION_REQUIRED, "The request does not say which version it changes"),
  CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large"),
  ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG, "The address of the request is too long"),
  HEADERS_TOO_LARGE(
      HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers of the request are too large"),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The request body is of a kind that is not read here"),
  NOT_IMPLEMENTED(HttpStatus.NOT_IMPLEMENTED, "This is not done here"),
  STARTING(HttpStatus.SERVICE_UNAVAILABLE, "The first reports are still being read"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Too many texts are being read at the moment"),
  TOOK_TOO_LONG(HttpStatus.SERVICE_UNAVAILABLE, "The text took too long to read"),
  REFUSED(HttpStatus.BAD_REQUEST, "The request was refused"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  /** Returns the HTTP status that usually goes with it. */
  public HttpStatus status() {
    return status;
  }

  /** Returns the short summary, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** Returns the anchor of its explanation in the readable API description. */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Returns the type URI; it resolves to the explanation on the same host. */
  public URI uri() {
    return URI.create("/api/docs#" + slug());
  }
}
