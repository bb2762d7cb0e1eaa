package org.dateline.server.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.server.change.Actors;
import org.dateline.server.change.Role;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.intake.Intake;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * {@code POST /api/collections/locations/import}: a file of locations as the request's body. With
 * {@code dryRun=true} it says what it would do. {@code rows=all}, the default, keeps all rows or
 * none; {@code rows=good} keeps those that can be kept. {@code columns=Ort:location,Nr:-} says what
 * the guess got wrong; {@code source}, {@code location_resolution} and {@code report} are for rows
 * that do not say.
 */
@RestController
class ImportController {

  private static final Set<String> DEFAULTS = Set.of("source", "location_resolution", "report");
  private static final Set<String> KNOWN =
      Set.of("dryRun", "rows", "columns", "why", "source", "location_resolution", "report");

  private final LocationDesk desk;
  private final Actors actors;
  private final DeskSettings settings;

  ImportController(LocationDesk desk, Actors actors, DeskSettings settings) {
    this.desk = desk;
    this.actors = actors;
    this.settings = settings;
  }

  @PostMapping(
      path = LocationAnswer.COLLECTION + "/import",
      produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
    return actors
        .require(Role.CONTRIBUTOR, exchange)
        .flatMap(
            actor -> {
              QueryParameters query = QueryParameters.of(exchange, KNOWN);
              boolean dryRun = query.oneOf("dryRun", "false", "true").equals("true");
              boolean all = query.oneOf("rows", "all", "good").equals("all");
              String columns = query.text("columns").orElse(null);
              String why = Reason.of(query);
              return Body.read(exchange, settings.maxImport())
                  .publishOn(Schedulers.boundedElastic())
                  .map(file -> Intake.of(file, columns, defaults(query), settings.maxRows()))
                  .flatMap(
                      intake -> {
                        desk.check(intake.good(), actor);
                        if (dryRun) {
                          return Mono.just(answer(HttpStatus.OK, intake, List.of(), true));
                        }
                        if (intake.good().isEmpty() || all && !intake.rejected().isEmpty()) {
                          return Mono.error(rejected(intake));
                        }
                        return desk.add(intake.good(), actor, why)
                            .map(added -> answer(HttpStatus.CREATED, intake, added, false));
                      });
            });
  }

  private static Map<String, String> defaults(QueryParameters query) {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (String name : DEFAULTS) {
      query.text(name).ifPresent(value -> defaults.put(name, value));
    }
    return defaults;
  }

  private static ProblemException rejected(Intake intake) {
    Intake.Rejected first = intake.rejected().isEmpty() ? null : intake.rejected().get(0);
    return new ProblemException(
            ProblemType.INVALID_FILE,
            first == null
                ? "The file has no locations."
                : intake.rejected().size()
                    + " of "
                    + (intake.rejected().size() + intake.good().size())
                    + " rows cannot be kept; the first: "
                    + first.reasons().get(0).detail(),
            first == null ? null : "line " + first.line(),
            first == null
                ? null
                : "Mend them, or keep the others with rows=good. Nothing was changed.")
        .with("rejected", ImportAnswer.first(intake.rejected()));
  }

  private static ResponseEntity<byte[]> answer(
      HttpStatus status, Intake intake, List<AddedLocation> added, boolean dryRun) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .body(ImportAnswer.of(intake, added, dryRun));
  }
}
