import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { covering, paragraphOffsets } from '../../src/main/resources/static/app/text/offsets.js';

describe('offsets', () => {
  it('tie paragraphs to the stored text, repeated ones included', () => {
    const stored = '\nTitle\r\n\r\nSame.\n\n\nSame.\nEnd 🙂.';
    const offsets = paragraphOffsets(stored, ['Title', 'Same.', 'Same.', 'End 🙂.']);
    assert.deepEqual(offsets, [1, 10, 18, 24]);
  });

  it('say when a paragraph is not in the stored text, and go on', () => {
    assert.deepEqual(paragraphOffsets('One. Two.', ['One.', 'Repaired', '', 'Two.']), [
      0,
      null,
      null,
      5,
    ]);
  });

  it('find the parts of text nodes that a span covers', () => {
    const nodes = [
      { start: 0, end: 5 },
      { start: 5, end: 10 },
      { start: 20, end: 30 },
    ];
    const parts = covering(nodes, { start: 3, end: 22 });
    assert.deepEqual(
      parts.map(({ from, to }) => [from, to]),
      [
        [3, 5],
        [0, 5],
        [0, 2],
      ],
    );
  });
});
