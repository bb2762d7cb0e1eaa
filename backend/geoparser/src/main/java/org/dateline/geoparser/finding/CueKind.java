package org.dateline.geoparser.finding;

import org.jspecify.annotations.Nullable;

/** What a cue word speaks for. */
enum CueKind {
  FIGHTING(Layer.FIGHTING),
  DISPLACEMENT(Layer.DISPLACEMENT),
  SUPPLY(Layer.SUPPLY),
  SCENES(Layer.SCENES),
  /** Someone leaves a place: "fled". */
  FLEE(null),
  /** Someone or something comes to a place. */
  ARRIVE(null),
  /** Someone or something is brought to a place. */
  SEND(null),
  /** A force leaves a place. */
  WITHDRAW(null),
  /** What is delivered. */
  GOODS(null),
  /** Who is deployed. */
  TROOPS(null),
  /** Who flees. */
  PEOPLE(null),
  /** What follows did not happen. */
  NEGATED(null),
  /** What follows is planned, feared, asked for or imagined. */
  UNREAL(null),
  /** What follows is history. */
  PAST(null),
  /** A life's places: "born in". */
  BIRTH(null);

  final @Nullable Layer layer;

  CueKind(@Nullable Layer layer) {
    this.layer = layer;
  }
}
