package org.dateline.server.problem;

import io.netty.channel.unix.Errors;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes every failure as {@code application/problem+json}, whoever threw it. */
@Component
@Order(-2) // before Boot's own handler
class ProblemHandler implements WebExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  private final JsonMapper json;

  ProblemHandler(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted() || isClientGone(thrown)) {
      return Mono.error(thrown);
    }
    HttpStatusCode status = statusOf(thrown);
    ProblemException problem = problemOf(exchange, thrown, status);
    if (thrown instanceof ErrorResponse known) {
      // Spring's own failures bring headers that belong to the status: Allow, Accept.
      known.getHeaders().forEach(response.getHeaders()::put);
    }
    problem.headers().forEach(response.getHeaders()::put);
    if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
    }
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    byte[] body = json.writeValueAsBytes(members(problem, status, exchange));
    response.getHeaders().setContentLength(body.length);
    if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
      return response.setComplete();
    }
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  private static HttpStatusCode statusOf(Throwable thrown) {
    if (thrown instanceof ProblemException problem) {
      return problem.type().status();
    }
    if (thrown instanceof UnsupportedMediaTypeStatusException refused
        && refused.getContentType() == null) {
      // OGC API - Features, Part 4: a body of no type is a bad request, not one of a wrong type.
      return HttpStatus.BAD_REQUEST;
    }
    return thrown instanceof ErrorResponse known
        ? known.getStatusCode()
        : HttpStatus.INTERNAL_SERVER_ERROR;
  }

  private static ProblemException problemOf(
      ServerWebExchange exchange, Throwable thrown, HttpStatusCode status) {
    if (thrown instanceof ProblemException problem) {
      return problem;
    }
    String path = exchange.getRequest().getPath().value();
    if (thrown instanceof MethodNotAllowedException refused) {
      return new ProblemException(
          ProblemType.METHOD_NOT_ALLOWED,
          refused.getHttpMethod() + " is not possible on " + path + ".",
          null,
          "Possible here: " + names(refused.getSupportedMethods()) + ".");
    }
    if (thrown instanceof NotAcceptableStatusException refused) {
      return new ProblemException(
          ProblemType.NOT_ACCEPTABLE,
          path + " has no answer of the type that the Accept header asks for.",
          "header Accept",
          "Ask for one of: " + types(refused.getSupportedMediaTypes()) + ".");
    }
    if (thrown instanceof UnsupportedMediaTypeStatusException refused) {
      return new ProblemException(
          refused.getContentType() == null
              ? ProblemType.INVALID_REQUEST
              : ProblemType.UNSUPPORTED_MEDIA_TYPE,
          refused.getContentType() == null
              ? "The Content-Type header is missing or cannot be read."
              : "A body of type " + refused.getContentType() + " is not read here.",
          "header Content-Type",
          "Send one of: " + types(refused.getSupportedMediaTypes()) + ".");
    }
    if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
      return ProblemException.notFound(
          "There is nothing at " + path + ".", "The paths there are stand in /api and /api/docs.");
    }
    if (status.is4xxClientError() && thrown instanceof ErrorResponse known) {
      String detail = known.getBody().getDetail();
      return new ProblemException(
          status.isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE)
              ? ProblemType.CONTENT_TOO_LARGE
              : ProblemType.INVALID_REQUEST,
          detail == null ? "The request cannot be understood." : detail,
          null,
          "See /api/docs for what can be asked.");
    }
    String incident = UUID.randomUUID().toString();
    LOG.error("Incident {} at {} {}", incident, exchange.getRequest().getMethod(), path, thrown);
    return new ProblemException(
        ProblemType.INTERNAL,
        "The request could not be answered. The log has the reason under incident "
            + incident
            + ".",
        null,
        "Try again; if it happens again, tell whoever runs this map the incident's number.");
  }

  private ObjectNode members(
      ProblemException problem, HttpStatusCode status, ServerWebExchange exchange) {
    ObjectNode members = json.createObjectNode();
    members.put("type", problem.type().uri().toString());
    members.put("title", problem.type().title());
    members.put("status", status.value());
    members.put("detail", problem.detail());
    members.put("instance", exchange.getRequest().getPath().value());
    putIfKnown(members, "where", problem.where());
    putIfKnown(members, "hint", problem.hint());
    problem.members().forEach(members::putPOJO);
    return members;
  }

  private static void putIfKnown(ObjectNode members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  private static String names(Set<HttpMethod> methods) {
    return methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
  }

  private static String types(List<MediaType> types) {
    return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
  }

  private static boolean isClientGone(Throwable thrown) {
    return thrown instanceof Errors.NativeIoException
        || (thrown instanceof IOException
            && "Connection reset by peer".equals(thrown.getMessage()));
  }
}
