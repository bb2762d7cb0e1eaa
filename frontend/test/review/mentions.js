/**
 * A mention as the server tells it.
 *
 * @param {number} start
 * @param {string} text
 * @param {Partial<Dateline.Mention>} [more]
 * @returns {Dateline.Mention}
 */
export function mention(start, text, more = {}) {
  return {
    id: `m${start}`,
    start,
    end: start + text.length,
    text,
    kind: 'literal',
    coreference: false,
    sentence: { start, end: start + text.length },
    feature_id: `r.${text.toLowerCase()}`,
    layer: 'scenes',
    name: text,
    status: 'unverified',
    status_by: null,
    version: 0,
    score: 0.9,
    margin: 0.9,
    reasons: [],
    alternatives: [],
    not_placed_because: null,
    gazetteer_id: '1',
    ...more,
  };
}
