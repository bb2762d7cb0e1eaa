package org.dateline.server.problem;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a body to the refusals that are made before a request reaches Spring: of a request line or
 * header that cannot be read or is too long. One for each connection.
 */
final class BareProblems extends ChannelOutboundHandlerAdapter {

  private final JsonMapper json;

  BareProblems(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof FullHttpResponse answer && isBareRefusal(answer)) {
      ByteBuf body = Unpooled.wrappedBuffer(body(answer.status()));
      FullHttpResponse told = answer.replace(body);
      told.headers()
          .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
          .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
          .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
      answer.release();
      super.write(context, told, promise);
    } else {
      super.write(context, message, promise);
    }
  }

  /** Whatever Spring answers with such a status has a type, also to HEAD. */
  private static boolean isBareRefusal(FullHttpResponse answer) {
    return answer.status().code() >= 400
        && answer.status().code() < 500
        && !answer.content().isReadable()
        && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
  }

  private byte[] body(HttpResponseStatus status) {
    ProblemException problem = problemOf(status);
    ObjectNode members = json.createObjectNode();
    members.put("type", problem.type().uri().toString());
    members.put("title", problem.type().title());
    members.put("status", status.code());
    members.put("detail", problem.detail());
    members.put("where", problem.where());
    members.put("hint", problem.hint());
    return json.writeValueAsBytes(members);
  }

  private static ProblemException problemOf(HttpResponseStatus status) {
    return switch (status.code()) {
      case 414 ->
          new ProblemException(
              ProblemType.ADDRESS_TOO_LONG,
              "The address of the request is longer than what is read here.",
              "request line",
              "Send texts in the body of a POST, not in the address.");
      case 413, 431 ->
          new ProblemException(
              ProblemType.HEADERS_TOO_LARGE,
              "The headers of the request are larger than what is read here.",
              "headers",
              "Leave out cookies and headers that this server does not need.");
      default ->
          new ProblemException(
              ProblemType.INVALID_REQUEST,
              "The address or a header of the request cannot be read.",
              "request line",
              "In an address every % is followed by two hexadecimal digits (RFC 3986); a % itself"
                  + " is %25.");
    };
  }
}
