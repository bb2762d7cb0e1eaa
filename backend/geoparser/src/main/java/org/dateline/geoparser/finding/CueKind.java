package org.dateline.geoparser.finding;

import org.jspecify.annotations.Nullable;

/** What a cue word speaks for. */
enum CueKind {
  FIGHTING(Layer.FIGHTING),
  DISPLACEMENT(Layer.DISPLACEMENT),
  SUPPLY(Layer.SUPPLY),
  SCENES(Layer.SCENES),
  /** What is fired or, in a cargo, only carried: "shells". */
  WEAPON(Layer.FIGHTING),
  /** A force takes what stands directly behind, if that is a place: "took the town of". */
  SEIZE(Layer.FIGHTING),
  /** Someone is driven out of a place: "fled". */
  FLEE(null),
  /** Someone or something goes from a place: "left". */
  LEAVE(null),
  /** Someone or something comes to a place. */
  ARRIVE(null),
  /** Someone or something is brought to a place. */
  SEND(null),
  /** A force leaves a place. */
  WITHDRAW(null),
  /** Someone is where they came to: "live", "shelter". */
  STAY(null),
  /** A force comes into a place against no one: "without a fight". */
  UNCONTESTED(null),
  /** What is delivered. */
  GOODS(null),
  /** Who is deployed. */
  TROOPS(null),
  /** Who flees. */
  PEOPLE(null),
  /** Who is carried to a doctor; no displacement. */
  PATIENTS(null),
  /** Someone says something: "said", "accuses". */
  CLAIM(null),
  /** Someone tells someone, that something is so or to do something. */
  TELL(null),
  /** Someone says it is not so: "denies". */
  DENY(null),
  /** Someone will not have something, a proposal or a claim: "rejects". */
  REJECT(null),
  /** What is said: "the charge". */
  STATEMENT(null),
  /** What follows did not happen. */
  NEGATED(null),
  /** What follows is planned, feared, asked for or imagined. */
  UNREAL(null),
  /** What stands before did not take place: "was cancelled". */
  CANCELLED(null),
  /** What follows is history. */
  PAST(null),
  /** What follows is of today, whatever came before: "now". */
  PRESENT(null),
  /** A place told before: "there". */
  THERE(null),
  /** Who or what was told of before: "they", "most of them". */
  THEY(null),
  /** A life's places: "born in". */
  BIRTH(null);

  final @Nullable Layer layer;

  CueKind(@Nullable Layer layer) {
    this.layer = layer;
  }
}
