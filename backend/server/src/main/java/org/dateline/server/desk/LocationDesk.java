package org.dateline.server.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Role;
import org.dateline.server.feature.Feature;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.location.AddedLocation.Method;
import org.dateline.server.location.Entered;
import org.dateline.server.location.Faults;
import org.dateline.server.location.LocationJson;
import org.dateline.server.location.PastLocation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.publication.Published;
import org.dateline.server.store.LocationStore;
import org.dateline.server.store.LocationStore.Exact;
import org.dateline.server.store.LocationStore.Expectation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What may be written of locations, by whom, and what readers see right after. */
@Component
class LocationDesk {

  private static final JsonMapper JSON = new JsonMapper();

  private final LocationStore store;
  private final Published published;

  LocationDesk(LocationStore store, Published published) {
    this.store = store;
    this.published = published;
  }

  /**
   * Who writes, which version, and why.
   *
   * @param actor who
   * @param ifMatch which versions are meant
   * @param why in words, null when it was not said
   */
  record Intent(Actor actor, IfMatch ifMatch, @Nullable String why) {}

  /** Adds one location. */
  Mono<AddedLocation> add(JsonNode feature, Actor actor, @Nullable String why) {
    Entered entered = checked(feature);
    allowStatus(entered, null, actor);
    return store
        .add(List.of(entered), Method.HUMAN, actor, why)
        .doOnNext(published::put)
        .map(added -> added.get(0));
  }

  /** Checks what only the desk knows of locations that are to be added. */
  void check(List<Entered> all, Actor actor) {
    for (Entered entered : all) {
      checkedReport(entered);
      allowStatus(entered, null, actor);
    }
  }

  /** Adds the locations of a file, all of them or none. */
  Mono<List<AddedLocation>> add(List<Entered> all, Actor actor, @Nullable String why) {
    return store
        .add(all, Method.IMPORT, actor, why == null ? "imported from a file" : why)
        .doOnNext(published::put);
  }

  /** Puts a whole new state in the place of a location. */
  Mono<AddedLocation> replace(String id, JsonNode feature, Intent intent) {
    sameId(feature, id);
    return change(id, intent, found -> unshown(checked(feature), found));
  }

  /** Changes what a merge patch (RFC 7396) on the feature says. */
  Mono<AddedLocation> patch(String id, JsonNode patch, Intent intent) {
    sameId(patch, id);
    return change(
        id,
        intent,
        found -> {
          ObjectNode feature = (ObjectNode) JSON.readTree(LocationJson.of(found.shown()));
          feature.set("properties", JSON.valueToTree(found.entered().values()));
          return unshown(checked(merged(feature, patch)), found);
        });
  }

  private interface Edit {
    Entered of(Exact found);
  }

  private Mono<AddedLocation> change(String id, Intent intent, Edit edit) {
    return store
        .change(
            id,
            expectation(id, intent),
            found -> {
              Entered after = edit.of(found);
              allowStatus(after, found.shown(), intent.actor());
              reasonGiven(found, after, intent.why());
              return after;
            },
            intent.actor(),
            intent.why())
        .doOnNext(changed -> published.put(List.of(changed)))
        .onErrorResume(ProblemException.class, problem -> withVersions(problem, id, intent));
  }

  /** Takes a location off the map and returns the version of the change that did. */
  Mono<Integer> remove(String id, Intent intent) {
    Expectation expectation = expectation(id, intent);
    return store
        .remove(
            id,
            (found, version) -> {
              expectation.check(found, version);
              if (found != null && found.status() == Feature.Status.VERIFIED) {
                reason(intent.why());
              }
            },
            intent.actor(),
            intent.why())
        .doOnNext(version -> published.remove(Map.of(id, version)))
        .onErrorResume(ProblemException.class, problem -> withVersions(problem, id, intent));
  }

  /**
   * Brings an earlier version back.
   *
   * @param version which; null for the one before the present
   * @return empty when the location is off the map after it
   */
  Mono<Optional<AddedLocation>> restore(String id, @Nullable Integer version, Intent intent) {
    return store
        .history(id)
        .collectList()
        .flatMap(
            past -> {
              if (past.isEmpty()) {
                throw missing(id);
              }
              int present = past.get(past.size() - 1).change().version();
              int wanted = version == null ? present - 1 : version;
              if (wanted >= present) {
                throw ProblemException.parameter(
                    "version",
                    "There is no version "
                        + wanted
                        + " before the present version "
                        + present
                        + ".",
                    "Versions stand in the location's history; 0 is what was before it.");
              }
              return store
                  .restore(
                      List.of(id),
                      (one, found, now) -> {
                        expect(found, now, intent);
                        return OptionalInt.of(wanted);
                      },
                      intent.actor(),
                      intent.why() == null ? "back to version " + wanted : intent.why())
                  .doOnNext(this::publish)
                  .map(restored -> Optional.ofNullable(restored.get(0).location()));
            })
        .onErrorResume(ProblemException.class, problem -> withVersions(problem, id, intent));
  }

  /**
   * Takes several changes back in one write.
   *
   * @param skip whether what somebody changed meanwhile is left as it is; otherwise nothing is done
   * @return the ids of what was taken back
   */
  Mono<List<String>> restore(UndoList list, boolean skip, Actor actor, @Nullable String why) {
    return store
        .restore(
            List.copyOf(list.changes().keySet()),
            (id, found, present) -> {
              UndoList.Change change = Objects.requireNonNull(list.changes().get(id));
              if (present == 0) {
                throw missing(id);
              }
              allowChange(found, actor);
              if (change.isOf(present)) {
                return OptionalInt.of(change.backTo());
              }
              if (skip) {
                return OptionalInt.empty();
              }
              throw change.stale("The location " + id, present);
            },
            actor,
            why == null ? "taken back" : why)
        .doOnNext(this::publish)
        .map(restored -> restored.stream().map(LocationStore.Restored::id).toList());
  }

  private void publish(List<LocationStore.Restored> restored) {
    List<AddedLocation> back = new ArrayList<>();
    Map<String, Integer> removed = new HashMap<>();
    for (LocationStore.Restored one : restored) {
      if (one.location() == null) {
        removed.put(one.id(), one.version());
      } else {
        back.add(one.location());
      }
    }
    published.put(back);
    published.remove(removed);
  }

  /** Returns a location's history, oldest first. */
  Mono<List<PastLocation>> history(String id) {
    return store
        .history(id)
        .collectList()
        .map(
            past -> {
              if (past.isEmpty()) {
                throw missing(id);
              }
              return past;
            });
  }

  private Expectation expectation(String id, Intent intent) {
    return (found, version) -> {
      if (found == null) {
        throw missing(id);
      }
      expect(found, version, intent);
    };
  }

  private static void expect(@Nullable AddedLocation found, int version, Intent intent) {
    if (!intent.ifMatch().matches(version)) {
      throw new ProblemException(
          ProblemType.VERSION_CHANGED,
          "It is version "
              + version
              + " now"
              + (found == null ? ", which took it off the map" : "")
              + "; the request is about another.",
          "header If-Match",
          "Compare \"current\" with what you have, and send it again with If-Match: \"v"
              + version
              + "\". Nothing was changed.");
    }
    allowChange(found, intent.actor());
  }

  private static void allowChange(@Nullable AddedLocation found, Actor actor) {
    boolean own = found != null && found.createdBy().equals(actor.name());
    if (!own && !actor.role().includes(Role.EDITOR)) {
      throw forbidden("Only editors change what others added.");
    }
  }

  /** A stale write is answered with what is there now and what the client had before it. */
  private <T> Mono<T> withVersions(ProblemException problem, String id, Intent intent) {
    if (problem.type() != ProblemType.VERSION_CHANGED) {
      return Mono.error(problem);
    }
    return store
        .history(id)
        .collectList()
        .flatMap(
            past -> {
              PastLocation last = past.get(past.size() - 1);
              if (last.location() != null) {
                problem.with("current", JSON.readTree(LocationJson.of(last.location())));
              }
              past.stream()
                  .filter(one -> intent.ifMatch().versions().contains(one.change().version()))
                  .map(PastLocation::location)
                  .filter(Objects::nonNull)
                  .findFirst()
                  .ifPresent(had -> problem.with("based_on", JSON.readTree(LocationJson.of(had))));
              return Mono.error(problem.header("ETag", "\"v" + last.change().version() + '"'));
            });
  }

  /** What a client read and sends back says nothing new: an exact geometry behind a cell stays. */
  private static Entered unshown(Entered sent, Exact found) {
    Map<String, Object> values = new LinkedHashMap<>(sent.values());
    Map<String, @Nullable Object> shown = found.shown().properties();
    values
        .entrySet()
        .removeIf(
            value ->
                !found.entered().values().containsKey(value.getKey())
                    && value.getValue().equals(shown.get(value.getKey())));
    boolean sameGeometry = sent.geometry().equalsExact(found.shown().geometry());
    return new Entered(sameGeometry ? found.entered().geometry() : sent.geometry(), values);
  }

  private Entered checked(JsonNode feature) {
    Faults faults = new Faults();
    Optional<Entered> entered = Entered.check(feature, faults);
    return checkedReport(entered.orElseThrow(faults::problem));
  }

  private Entered checkedReport(Entered entered) {
    String report = entered.text("report");
    if (report != null && published.current().find(report).isEmpty()) {
      throw new ProblemException(
          ProblemType.INVALID_FEATURE,
          "There is no report \"" + report + "\".",
          "/properties/report",
          "The reports stand in /api/reports.");
    }
    return entered;
  }

  private static void sameId(JsonNode feature, String id) {
    JsonNode given = feature.path("id");
    if (!given.isMissingNode() && !given.asString("").equals(id)) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "The feature's id \"" + given.asString("") + "\" is not the one of the address.",
          "/id",
          "An id never changes: leave it out or send it as it is.");
    }
  }

  private static void allowStatus(Entered after, @Nullable AddedLocation before, Actor actor) {
    Object was = before == null ? null : before.values().get("status");
    if (!Objects.equals(was, after.values().get("status")) && !actor.role().includes(Role.EDITOR)) {
      throw forbidden("Only editors say whether a location is verified.");
    }
  }

  private static void reasonGiven(Exact found, Entered after, @Nullable String why) {
    boolean verified = found.shown().status() == Feature.Status.VERIFIED;
    boolean unprotected = found.shown().limited() && !after.isLimited();
    if ((verified || unprotected) && !after.equals(found.entered())) {
      reason(why);
    }
  }

  private static void reason(@Nullable String why) {
    if (why == null) {
      throw ProblemException.parameter(
          "why",
          "A change of what is verified or limited needs a reason, which the history will show.",
          "Add ?why=... in a few words. Nothing was changed.");
    }
  }

  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode result = target instanceof ObjectNode object ? object : JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (change.getValue().isNull()) {
        result.remove(change.getKey());
      } else {
        result.set(change.getKey(), merged(result.path(change.getKey()), change.getValue()));
      }
    }
    return result;
  }

  private static ProblemException missing(String id) {
    return ProblemException.notFound(
        "There is no location \"" + id + "\".",
        "The locations stand in /api/collections/locations/items.");
  }

  private static ProblemException forbidden(String detail) {
    return new ProblemException(
        ProblemType.FORBIDDEN, detail, null, "Ask an editor. Nothing was changed.");
  }
}
