/** Which sentences of the report speak of a feature. */

/**
 * @typedef {object} SentencePage
 * @property {Dateline.Span} sentence
 * @property {Dateline.Span[]} names the place words in it, in order
 */

/**
 * The sentences that a card pages through: the feature's own evidence first, then the others in
 * the order of the text.
 *
 * @param {Dateline.Feature} feature
 * @param {Dateline.Mention[]} mentions of the whole report
 * @returns {SentencePage[]} never empty
 */
export function sentencePages(feature, mentions) {
  const { properties } = feature;
  const own = { start: properties.quote_start, end: properties.quote_end };
  const speakers = new Set([feature.id, properties.from_id, properties.to_id]);
  const isMovement = properties.from_id !== undefined;
  const evidence = mentions.filter(
    (mention) => speakers.has(mention.feature_id ?? undefined) && touches(mention, own),
  );
  /** @type {Dateline.Span[]} */
  const names = evidence.map(span);
  if (properties.mention_start !== null && properties.mention_end !== null) {
    names.push({ start: properties.mention_start, end: properties.mention_end });
  }
  const first = { sentence: own, names: merged(names) };
  if (isMovement) {
    return [first];
  }
  /** @type {SentencePage[]} */
  const others = [];
  for (const mention of mentions) {
    if (mention.feature_id !== feature.id || touches(mention, own)) {
      continue;
    }
    const page = others.find(({ sentence }) => sentence.start === mention.sentence.start);
    if (page === undefined) {
      others.push({ sentence: mention.sentence, names: [span(mention)] });
    } else {
      page.names.push(span(mention));
    }
  }
  others.sort((a, b) => a.sentence.start - b.sentence.start);
  return [first, ...others.map((page) => ({ ...page, names: merged(page.names) }))];
}

/**
 * Cuts a sentence into plain stretches and place words.
 *
 * @param {string} text the whole stored text
 * @param {SentencePage} page
 * @returns {{text: string, isName: boolean}[]} joined, they are the sentence to the letter
 */
export function quotePieces(text, { sentence, names }) {
  const pieces = [];
  let at = sentence.start;
  for (const name of names) {
    const start = Math.max(name.start, at);
    const end = Math.min(name.end, sentence.end);
    if (start >= end) {
      continue;
    }
    pieces.push({ text: text.slice(at, start), isName: false });
    pieces.push({ text: text.slice(start, end), isName: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, sentence.end), isName: false });
  return pieces.filter((piece) => piece.text !== '');
}

/**
 * @param {Dateline.Mention[]} mentions
 * @returns {{sentence: Dateline.Span, features: string[]}[]} each sentence that names a feature, in
 *     order
 */
export function sentencesWithFeatures(mentions) {
  /** @type {Map<number, {sentence: Dateline.Span, features: string[]}>} */
  const byStart = new Map();
  for (const { sentence, feature_id: feature } of mentions) {
    if (feature === null) {
      continue;
    }
    const known = byStart.get(sentence.start) ?? { sentence, features: [] };
    if (!known.features.includes(feature)) {
      known.features.push(feature);
    }
    byStart.set(sentence.start, known);
  }
  return [...byStart.values()].sort((a, b) => a.sentence.start - b.sentence.start);
}

/**
 * @param {Dateline.Span} inner
 * @param {Dateline.Span} outer
 */
function touches(inner, outer) {
  return inner.start < outer.end && inner.end > outer.start;
}

/**
 * @param {Dateline.Span} from
 * @returns {Dateline.Span}
 */
function span({ start, end }) {
  return { start, end };
}

/**
 * @param {Dateline.Span[]} spans
 * @returns {Dateline.Span[]} in order, without overlap
 */
function merged(spans) {
  /** @type {Dateline.Span[]} */
  const result = [];
  for (const next of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last !== undefined && next.start < last.end) {
      last.end = Math.max(last.end, next.end);
    } else {
      result.push({ ...next });
    }
  }
  return result;
}
