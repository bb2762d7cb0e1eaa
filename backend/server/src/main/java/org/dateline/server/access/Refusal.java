package org.dateline.server.access;

import java.util.Locale;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Role;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.springframework.http.HttpHeaders;

/** The ways in which a request is told that it may not. */
final class Refusal {

  private static final String CHALLENGE = "Bearer realm=\"Dateline\"";

  private Refusal() {}

  /** Nobody is behind the request, and somebody must be. */
  static ProblemException anonymous() {
    return new ProblemException(
            ProblemType.UNAUTHENTICATED,
            "The request does not say who it is from.",
            "header Authorization",
            "Sign in at /sign-in, or send the header \"Authorization: Bearer <token>\". Nothing was"
                + " changed.")
        .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
  }

  /**
   * A token that is not accepted.
   *
   * @param reason {@code unknown}, {@code expired} or {@code revoked}
   * @param detail the same in a sentence, in ASCII
   */
  static ProblemException token(String reason, String detail) {
    return new ProblemException(
            ProblemType.UNAUTHENTICATED,
            detail,
            "header Authorization",
            "Make a new token at /api/tokens, or leave the header out to read what is open. Nothing"
                + " was changed.")
        .with("reason", reason)
        .header(
            HttpHeaders.WWW_AUTHENTICATE,
            CHALLENGE + ", error=\"invalid_token\", error_description=\"" + detail + '"');
  }

  /** The role is missing. */
  static ProblemException role(Role needed, Actor actor) {
    return new ProblemException(
        ProblemType.FORBIDDEN,
        "This needs the role " + word(needed) + "; you are " + word(actor.role()) + ".",
        null,
        "Ask an admin. Nothing was changed.");
  }

  /** Something only a person can do, with the bootstrap token. */
  static ProblemException notAPerson() {
    return new ProblemException(
        ProblemType.FORBIDDEN,
        "The bootstrap token is nobody's: it has no tokens of its own.",
        null,
        "Invite someone with POST /api/users, sign in by the link and make a token then.");
  }

  /** A token may not make tokens: who finds one must not be able to stay. */
  static ProblemException notByToken() {
    return new ProblemException(
        ProblemType.FORBIDDEN,
        "A token cannot make other tokens.",
        null,
        "Sign in at /sign-in and make it there.");
  }

  /** A request that may have been sent by another site's page. */
  static ProblemException otherSite() {
    return new ProblemException(
        ProblemType.OTHER_SITE,
        "The request does not show that it comes from a page of this site.",
        "header " + CsrfTokens.HEADER,
        "Send the token that GET /api/me gives as \"csrf\" in this header. Nothing was changed.");
  }

  /** A sign-in link that cannot be used. */
  static ProblemException link(String detail) {
    return new ProblemException(
        ProblemType.LINK_UNUSABLE,
        detail,
        "key",
        "Ask an admin for a new link; who runs the server makes one with \"java -jar dateline.jar"
            + " sign-in-link\".");
  }

  static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
