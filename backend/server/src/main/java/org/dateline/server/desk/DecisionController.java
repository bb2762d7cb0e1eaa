package org.dateline.server.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.text.Span;
import org.dateline.server.change.Actors;
import org.dateline.server.change.Role;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.publication.Published;
import org.dateline.server.report.Decision;
import org.dateline.server.report.Decisions;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportMention;
import org.dateline.server.store.DecisionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Editors' decisions on what the geoparser found. A mention is named by its id or, which outlasts a
 * new run of the geoparser, by where it stands: {@code 1743-1748}. Its version is what {@code
 * If-Match} names: {@code "v0"} before anyone has decided.
 */
@RestController
@RequestMapping("/api/reports/{report}/mentions")
class DecisionController {

  private static final Pattern POSITION = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  private final DecisionStore store;
  private final Published published;
  private final Actors actors;
  private final Geodata geodata;
  private final DeskSettings settings;

  DecisionController(
      DecisionStore store,
      Published published,
      Actors actors,
      Geodata geodata,
      DeskSettings settings) {
    this.store = store;
    this.published = published;
    this.actors = actors;
    this.geodata = geodata;
    this.settings = settings;
  }

  @PatchMapping(
      path = "/{mention}",
      consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> decide(
      @PathVariable String report, @PathVariable String mention, ServerWebExchange exchange) {
    return actors
        .require(Role.EDITOR, exchange)
        .flatMap(
            actor -> {
              IfMatch ifMatch = IfMatch.of(exchange);
              String why = Reason.of(QueryParameters.of(exchange, Set.of("why")));
              return Body.read(exchange, settings.maxFeature())
                  .map(JsonBody::parse)
                  .map(json -> DecisionPatch.of(json, geodata.gazetteer()))
                  .flatMap(
                      patch -> {
                        Span span = mentionOf(known(report), mention).span();
                        BiFunction<Report, Decisions, List<Decision>> edit =
                            (stored, decisions) ->
                                edit(stored, decisions, span, patch, ifMatch, actor.name());
                        return store
                            .decide(report, edit, actor, why)
                            .map(changed -> answer(changed, span));
                      });
            });
  }

  /** Takes back the last change of a decision, or all since a version; 0 is before the first. */
  @PostMapping(path = "/{mention}/undo", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> undo(
      @PathVariable String report, @PathVariable String mention, ServerWebExchange exchange) {
    return actors
        .require(Role.EDITOR, exchange)
        .flatMap(
            actor -> {
              IfMatch ifMatch = IfMatch.of(exchange);
              QueryParameters query = QueryParameters.of(exchange, Set.of("why", "version"));
              String why = Reason.of(query);
              Integer wanted =
                  query.text("version").isEmpty()
                      ? null
                      : query.integer("version", 0, Integer.MAX_VALUE, 0);
              Span span = spanOf(known(report), mention);
              return store
                  .undo(
                      report,
                      List.of(id(report, span)),
                      (decision, present) -> {
                        somethingDecided(present);
                        expect(present, ifMatch);
                        return earlier(wanted, present);
                      },
                      actor,
                      why)
                  .map(changed -> answer(changed, span));
            });
  }

  /** Takes back what was decided on several mentions, all of it or nothing. */
  @PostMapping(
      path = "/undo",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> undoAll(@PathVariable String report, ServerWebExchange exchange) {
    return actors
        .require(Role.EDITOR, exchange)
        .flatMap(
            actor -> {
              String why = Reason.of(QueryParameters.of(exchange, Set.of("why")));
              return Body.read(exchange, settings.maxFeature())
                  .map(JsonBody::parse)
                  .map(UndoList::of)
                  .flatMap(
                      list -> {
                        Report known = known(report);
                        Map<String, UndoList.Change> byId = new LinkedHashMap<>();
                        list.changes()
                            .forEach(
                                (mention, change) ->
                                    byId.put(id(report, spanOf(known, mention)), change));
                        return store
                            .undo(
                                report,
                                List.copyOf(byId.keySet()),
                                (id, present) -> {
                                  UndoList.Change change = Objects.requireNonNull(byId.get(id));
                                  if (!change.isOf(present)) {
                                    throw change.stale(id.substring(report.length() + 1), present);
                                  }
                                  return change.backTo();
                                },
                                actor,
                                why)
                            .map(this::answer);
                      });
            });
  }

  private static String id(String report, Span span) {
    return report + '/' + span.start() + '-' + span.end();
  }

  private static void somethingDecided(int version) {
    if (version == 0) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Nobody has decided on this mention, so that nothing can be undone.",
          null,
          null);
    }
  }

  private static int earlier(@Nullable Integer wanted, int present) {
    if (wanted != null && wanted >= present) {
      throw ProblemException.parameter(
          "version",
          "There is no version " + wanted + " before " + present + ".",
          "0 is what was before the first decision.");
    }
    return wanted == null ? present - 1 : wanted;
  }

  private Report known(String report) {
    return published.current().report(report).report();
  }

  private static List<Decision> edit(
      Report report,
      Decisions decisions,
      Span span,
      DecisionPatch patch,
      IfMatch ifMatch,
      String by) {
    ReportMention target = mentionAt(report, span);
    if (patch.words() != null && !patch.words().equals(target.text())) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "The mention is \"" + target.text() + "\", not the one that is meant.",
          "/text",
          "Read the mentions again: their numbers change when the text is read anew.");
    }
    expect(decisions.version(span), ifMatch);
    List<Decision> decided = new ArrayList<>();
    decided.add(patch.on(target, decisions.on(span), by));
    if (patch.identical()) {
      for (ReportMention other : report.reading().mentions()) {
        boolean same = other.text().equals(target.text()) && !other.span().equals(span);
        // What was decided one by one stays.
        if (same && decisions.version(other.span()) == 0) {
          decided.add(decided.get(0).on(other.span()));
        }
      }
    }
    return decided;
  }

  private static void expect(int version, IfMatch ifMatch) {
    if (!ifMatch.matches(version)) {
      throw new ProblemException(
              ProblemType.VERSION_CHANGED,
              "It is version " + version + " now; the request is about another.",
              "header If-Match",
              "Look at it again and send If-Match: \"v" + version + "\". Nothing was changed.")
          .header("ETag", "\"v" + version + '"');
    }
  }

  private static ReportMention mentionOf(Report report, String mention) {
    for (ReportMention one : report.reading().mentions()) {
      if (one.id().equals(mention)) {
        return one;
      }
    }
    return mentionAt(report, spanOf(report, mention));
  }

  private static Span spanOf(Report report, String mention) {
    Matcher position = POSITION.matcher(mention);
    if (position.matches()) {
      int start = Integer.parseInt(position.group(1));
      int end = Integer.parseInt(position.group(2));
      if (start < end) {
        return new Span(start, end);
      }
    }
    return report.reading().mentions().stream()
        .filter(one -> one.id().equals(mention))
        .map(ReportMention::span)
        .findFirst()
        .orElseThrow(() -> missing(report, mention));
  }

  private static ReportMention mentionAt(Report report, Span span) {
    return report.reading().mentions().stream()
        .filter(one -> one.span().equals(span))
        .findFirst()
        .orElseThrow(() -> missing(report, span.start() + "-" + span.end()));
  }

  private static ProblemException missing(Report report, String mention) {
    return ProblemException.notFound(
        "The report \"" + report.id() + "\" has no mention \"" + mention + "\".",
        "Its mentions stand in /api/reports/" + report.id() + "/mentions.");
  }

  private ResponseEntity<byte[]> answer(Report changed, Span span) {
    int version =
        changed.reading().mentions().stream()
            .filter(one -> one.span().equals(span))
            .mapToInt(ReportMention::version)
            .findFirst()
            .orElse(0);
    Representation mentions = mentionsOf(changed);
    return ResponseEntity.ok()
        .eTag("\"v" + version + '"')
        .contentType(mentions.type())
        .body(mentions.body());
  }

  private ResponseEntity<byte[]> answer(Report changed) {
    Representation mentions = mentionsOf(changed);
    return ResponseEntity.ok().contentType(mentions.type()).body(mentions.body());
  }

  private Representation mentionsOf(Report changed) {
    published.put(changed);
    return published.current().report(changed.id()).mentions();
  }
}
