package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cues of a sentence in the light of each other: shells in a cargo are goods, shots at
 * protesters are part of the protest, a bomb that was defused did not go off.
 */
final class CueSense {

  private static final String PROTESTS = "Protests";
  private static final EventCue EXCESSIVE_FORCE =
      new EventCue(CueKind.SCENES, false, PROTESTS, "Excessive force against protesters");

  /** A force comes in where nobody resists. */
  static final EventCue UNCONTESTED =
      new EventCue(
          CueKind.FIGHTING, false, "Strategic developments", "Non-violent transfer of territory");

  private static final String VIOLENT_DEMONSTRATION = "Violent demonstration";
  private static final String LOOTING = "Looting/property destruction";
  private static final EventCue RIOT =
      new EventCue(CueKind.SCENES, false, "Riots", VIOLENT_DEMONSTRATION);

  /** A verb of sending governs what stands at most this many tokens behind it. */
  private static final int CARGO_REACH = 5;

  private static final EventCue CARGO = new EventCue(CueKind.SUPPLY, false, null, null);

  private CueSense() {}

  static List<CueHit> read(List<CueHit> cues) {
    if (cues.size() < 2) {
      return cues;
    }
    boolean carried = false;
    boolean carriedGoods = false;
    boolean protest = false;
    boolean force = false;
    boolean disrupted = false;
    boolean uncontested = false;
    boolean riot = false;
    boolean patients = false;
    boolean people = false;
    for (CueHit hit : cues) {
      EventCue cue = hit.cue();
      carried |= cue.kind() == CueKind.SEND || cue.kind() == CueKind.ARRIVE;
      carriedGoods |= cue.kind() == CueKind.SUPPLY && !cue.weak() && cue.eventType() == null;
      protest |= PROTESTS.equals(cue.eventType());
      force |= cue.kind() == CueKind.TROOPS;
      disrupted |= "Disrupted weapons use".equals(cue.subEventType());
      uncontested |= cue.kind() == CueKind.UNCONTESTED;
      riot |= VIOLENT_DEMONSTRATION.equals(cue.subEventType());
      patients |= cue.kind() == CueKind.PATIENTS;
      people |= cue.kind() == CueKind.PEOPLE;
    }
    List<CueHit> read = new ArrayList<>(cues.size());
    for (CueHit hit : cues) {
      EventCue sense =
          sense(
              hit.cue(),
              carried && carriedGoods || isSent(hit, cues),
              protest && (force || isBesideProtest(hit, cues)),
              disrupted,
              uncontested);
      boolean rioting = riot && LOOTING.equals(hit.cue().subEventType());
      boolean cared = patients && !people && hit.cue().kind() == CueKind.DISPLACEMENT;
      if (rioting) {
        read.add(new CueHit(hit.first(), hit.end(), RIOT));
      } else if (sense != null && !cared) {
        read.add(sense == hit.cue() ? hit : new CueHit(hit.first(), hit.end(), sense));
      }
    }
    return read;
  }

  /** "sent millions of shells". */
  private static boolean isSent(CueHit weapon, List<CueHit> cues) {
    for (CueHit hit : cues) {
      int before = weapon.first() - hit.end();
      if (hit.cue().kind() == CueKind.SEND && before >= 0 && before <= CARGO_REACH) {
        return true;
      }
    }
    return false;
  }

  /** "two protesters were shot dead". */
  private static boolean isBesideProtest(CueHit attack, List<CueHit> cues) {
    for (CueHit hit : cues) {
      int gap = attack.first() - hit.end();
      if (PROTESTS.equals(hit.cue().eventType()) && gap >= -CARGO_REACH && gap <= CARGO_REACH) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable EventCue sense(
      EventCue cue, boolean cargo, boolean protest, boolean disrupted, boolean uncontested) {
    boolean fighting = cue.kind().layer == Layer.FIGHTING;
    if (cargo && cue.kind() == CueKind.WEAPON) {
      return CARGO;
    }
    if (protest && fighting && isLethal(cue)) {
      return EXCESSIVE_FORCE;
    }
    if (disrupted && "Explosions/Remote violence".equals(cue.eventType())) {
      return null;
    }
    if (uncontested && (cue.kind() == CueKind.UNCONTESTED || isTakeover(cue))) {
      return UNCONTESTED;
    }
    return cue;
  }

  private static boolean isLethal(EventCue cue) {
    return "Attack".equals(cue.subEventType()) || "Armed clash".equals(cue.subEventType());
  }

  private static boolean isTakeover(EventCue cue) {
    return cue.kind() == CueKind.SEIZE
        || "Armed clash".equals(cue.subEventType())
        || "Non-state actor overtakes territory".equals(cue.subEventType())
        || "Government regains territory".equals(cue.subEventType());
  }
}
