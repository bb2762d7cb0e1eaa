package org.dateline.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.finding.Movement;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.place.Referents;
import org.dateline.geoparser.text.Span;
import org.dateline.server.feature.Feature.Status;
import org.jspecify.annotations.Nullable;

/**
 * Puts what editors decided in the place of what the geoparser found: the answer is then as if the
 * geoparser had known, and everything behind it needs to know nothing of decisions.
 */
final class Deciding {

  private static final Set<Layer> DRAWN =
      Set.of(Layer.FIGHTING, Layer.DISPLACEMENT, Layer.SUPPLY, Layer.SCENES);

  /** Radius around a point that an editor set for a place. */
  private static final double OWN_PLACE_METRES = 2_000;

  private final Geoparse found;
  private final Decisions decisions;
  private final Gazetteer gazetteer;
  private final Map<Span, Mention> mentions = new LinkedHashMap<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  private Deciding(Geoparse found, Decisions decisions, Gazetteer gazetteer) {
    this.found = found;
    this.decisions = decisions;
    this.gazetteer = gazetteer;
  }

  /** Returns the geoparser's answer with the decisions in it. */
  static Geoparse on(Geoparse found, Decisions decisions, Gazetteer gazetteer) {
    return decisions.all().isEmpty() ? found : new Deciding(found, decisions, gazetteer).run();
  }

  /** What becomes of a finding. */
  private static final class Draft {
    private final Referent referent;
    private final PlaceFinding like;
    private final Set<Mention> mentions = new LinkedHashSet<>();

    Draft(Referent referent, PlaceFinding like) {
      this.referent = referent;
      this.like = like;
    }
  }

  private Geoparse run() {
    found.mentions().forEach(mention -> mentions.put(mention.span(), decided(mention)));
    missed().forEach(this::add);
    for (PlaceFinding finding : found.places()) {
      for (Mention before : finding.mentions()) {
        Mention now = mentions.get(before.span());
        if (now != null && now.referent() != null) {
          draft(now.referent(), finding).mentions.add(now);
        }
      }
    }
    for (Mention mention : mentions.values()) {
      Referent referent = mention.referent();
      if (referent != null && decisions.on(mention.span()) != null) {
        draft(referent, neighbour(mention, referent)).mentions.add(mention);
      }
    }
    return new Geoparse(
        found.text(),
        found.language(),
        found.sentences(),
        mentions.values().stream()
            .sorted(
                Comparator.comparingInt((Mention m) -> m.span().start())
                    .thenComparing(m -> -m.span().end()))
            .toList(),
        drafts.values().stream().map(this::finding).toList(),
        found.movements().stream().map(this::movement).flatMap(Optional::stream).toList(),
        found.claims().stream().filter(claim -> stillNamed(claim.about())).toList(),
        found.focus(),
        found.date());
  }

  private Draft draft(Referent referent, PlaceFinding like) {
    return drafts.computeIfAbsent(
        referent.id(),
        id ->
            new Draft(
                referent,
                found.places().stream()
                    .filter(finding -> finding.referent().id().equals(id))
                    .findFirst()
                    .orElse(like)));
  }

  private Mention decided(Mention mention) {
    Decision decision = decisions.on(mention.span());
    if (decision == null) {
      return mention;
    }
    MentionKind kind = decision.kind() == null ? mention.kind() : decision.kind();
    return switch (decision.status()) {
      case REJECTED -> unplaced(mention, kind, decision.by() + " decided: not a place");
      case NOT_IDENTIFIABLE ->
          unplaced(mention, kind, decision.by() + " decided: it cannot be told which place");
      default -> {
        Referent other = other(decision, mention.referent());
        yield with(mention, kind, other == null ? mention.referent() : other, decision, other);
      }
    };
  }

  /** The decided place where it is not the one that was found, null when it is. */
  private @Nullable Referent other(Decision decision, @Nullable Referent referent) {
    if (decision.ownPlace() != null) {
      return own(decision.ownPlace(), decision.by());
    }
    String id = decision.placeId();
    return id == null || referent != null && referent.id().equals(id)
        ? null
        : gazetteer.byId(id).map(new Referents(gazetteer)::of).orElse(null);
  }

  private static Referent own(Decision.OwnPlace place, String by) {
    return new Referent(
        "desk:" + place.name() + '@' + place.lon() + ',' + place.lat(),
        place.name(),
        "PPL",
        List.of(),
        "",
        place.lon(),
        place.lat(),
        null,
        Precision.TOWN,
        OWN_PLACE_METRES,
        null,
        by + " placed it here: no gazetteer has it.");
  }

  private static Mention unplaced(Mention mention, MentionKind kind, String reason) {
    return new Mention(
        mention.span(),
        mention.text(),
        kind,
        mention.coreference(),
        mention.sentence(),
        null,
        1,
        List.of(),
        List.of(),
        mention.alternatives(),
        1,
        reason);
  }

  private static Mention with(
      Mention mention,
      MentionKind kind,
      @Nullable Referent referent,
      Decision decision,
      @Nullable Referent other) {
    boolean verified = decision.status() == Status.VERIFIED && referent != null;
    List<String> reasons = new ArrayList<>();
    if (verified) {
      reasons.add(decision.by() + (other == null ? " confirmed it" : " chose it"));
    }
    if (other == null) {
      reasons.addAll(mention.reasons());
    }
    return new Mention(
        mention.span(),
        mention.text(),
        kind,
        mention.coreference(),
        mention.sentence(),
        referent,
        verified ? 1 : mention.score(),
        List.copyOf(reasons),
        other == null ? mention.evidence() : List.of(),
        mention.alternatives(),
        verified ? 1 : mention.margin(),
        referent == null ? mention.notPlacedBecause() : null);
  }

  /** Words that someone decided to be a place and that the geoparser does not find any more. */
  private List<Mention> missed() {
    List<Mention> missed = new ArrayList<>();
    for (Decision.Kept kept : decisions.all()) {
      Decision decision = kept.decision();
      Referent place = other(decision, null);
      boolean stands =
          decision.span().end() <= found.text().length()
              && decision.span().of(found.text()).equals(decision.words());
      if (decision.status() == Status.VERIFIED
          && place != null
          && stands
          && !mentions.containsKey(decision.span())) {
        missed.add(
            new Mention(
                decision.span(),
                decision.words(),
                decision.kind() == null ? MentionKind.LITERAL : decision.kind(),
                false,
                found.sentences().stream()
                    .filter(sentence -> sentence.contains(decision.span()))
                    .findFirst()
                    .orElse(decision.span()),
                place,
                1,
                List.of(decision.by() + " chose it"),
                List.of(),
                List.of(),
                1,
                null));
      }
    }
    return missed;
  }

  private void add(Mention missed) {
    mentions
        .values()
        .removeIf(
            other ->
                other.span().start() < missed.span().end()
                    && missed.span().start() < other.span().end()
                    && decisions.on(other.span()) == null);
    mentions.put(missed.span(), missed);
  }

  /** What the report says of another place in the same sentence; context when there is none. */
  private PlaceFinding neighbour(Mention mention, Referent referent) {
    return found.places().stream()
        .filter(finding -> finding.evidence().sentence().equals(mention.sentence()))
        .filter(finding -> finding.layer() != Layer.METONYMS && finding.layer() != Layer.CLAIMS)
        .findFirst()
        .map(
            near ->
                new PlaceFinding(
                    referent,
                    near.layer(),
                    near.role(),
                    List.of(mention),
                    mention,
                    mention.sentence(),
                    null,
                    null,
                    near.drawn(),
                    false,
                    null,
                    near.cue(),
                    near.date()))
        .orElse(
            new PlaceFinding(
                referent,
                Layer.CONTEXT,
                FeatureRole.CONTEXT,
                List.of(mention),
                mention,
                mention.sentence(),
                null,
                null,
                false,
                false,
                null,
                null,
                null));
  }

  private PlaceFinding finding(Draft draft) {
    PlaceFinding like = draft.like;
    List<Mention> named =
        draft.mentions.stream()
            .sorted(Comparator.comparingInt(mention -> mention.span().start()))
            .toList();
    Set<Span> spans = named.stream().map(Mention::span).collect(Collectors.toSet());
    Mention evidence =
        spans.contains(like.evidence().span())
            ? Objects.requireNonNull(mentions.get(like.evidence().span()))
            : named.get(0);
    Layer layer = layer(like, named);
    FeatureRole role = layer == like.layer() ? like.role() : usualRole(layer);
    boolean sensitive = like.sensitive();
    for (Mention mention : named) {
      Decision decision = decisions.on(mention.span());
      if (decision != null) {
        role = decision.role() == null ? role : decision.role();
        sensitive = decision.sensitive() == null ? sensitive : decision.sensitive();
      }
    }
    return new PlaceFinding(
        draft.referent,
        layer,
        role,
        named,
        evidence,
        evidence.span().equals(like.evidence().span()) ? like.passage() : evidence.sentence(),
        like.eventType(),
        like.subEventType(),
        layer == like.layer() ? like.drawn() : DRAWN.contains(layer),
        sensitive,
        like.description(),
        like.cue(),
        like.date());
  }

  private Layer layer(PlaceFinding like, List<Mention> named) {
    Layer layer = like.layer();
    boolean kindDecided =
        named.stream()
            .map(mention -> decisions.on(mention.span()))
            .anyMatch(decision -> decision != null && decision.kind() != null);
    if (kindDecided) {
      boolean literal = named.stream().anyMatch(mention -> !isMetonym(mention.kind()));
      if (!literal) {
        layer = Layer.METONYMS;
      } else if (layer == Layer.METONYMS) {
        layer = Layer.CONTEXT;
      }
    }
    for (Mention mention : named) {
      Decision decision = decisions.on(mention.span());
      layer = decision == null || decision.layer() == null ? layer : decision.layer();
    }
    return layer;
  }

  private static boolean isMetonym(MentionKind kind) {
    return kind == MentionKind.METONYMIC || kind == MentionKind.DEMONYM;
  }

  private static FeatureRole usualRole(Layer layer) {
    return switch (layer) {
      case SCENES -> FeatureRole.SCENE;
      case CONTEXT -> FeatureRole.CONTEXT;
      case METONYMS -> FeatureRole.METONYM;
      case CLAIMS -> FeatureRole.CLAIM;
      default -> FeatureRole.PLACE;
    };
  }

  private boolean stillNamed(Referent about) {
    return drafts.containsKey(about.id())
        || found.places().stream().noneMatch(place -> place.referent().id().equals(about.id()));
  }

  private Optional<Movement> movement(Movement movement) {
    Mention from = mentions.get(movement.from().span());
    Mention to = mentions.get(movement.to().span());
    return from == null || to == null || from.referent() == null || to.referent() == null
        ? Optional.empty()
        : Optional.of(
            new Movement(
                movement.type(), from, to, movement.sentence(), movement.cue(), movement.date()));
  }
}
