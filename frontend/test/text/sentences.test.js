import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  quotePieces,
  sentencePages,
  sentencesWithFeatures,
} from '../../src/main/resources/static/app/text/sentences.js';
import { api } from '../fixtures/report.js';

const { text, mentions } = api.text;

/** @param {string} slug */
function feature(slug) {
  const found = Object.values(api.features)
    .flat()
    .find(({ id }) => id === `river-towns.${slug}`);
  assert.ok(found);
  return found;
}

/** @param {import('../../src/main/resources/static/app/text/sentences.js').SentencePage} page */
function words({ sentence }) {
  return text.slice(sentence.start, sentence.end);
}

describe('the sentences of a feature', () => {
  it('start with the evidence and go on in the order of the text', () => {
    const pages = sentencePages(feature('port-sudan'), mentions);
    assert.deepEqual(pages.map(words), [
      'When the ferry lands at Port Sudan, the queue is already long.',
      'Everyone in Port Sudan knows somebody who has left.',
      'Amna Idris, who fled El Fasher, now lives in Transit, a camp on the edge of Port Sudan.',
    ]);
  });

  it('are one for a movement, with both its ends named', () => {
    const pages = sentencePages(feature('el-fasher-to-transit'), mentions);
    assert.equal(pages.length, 1);
    const names = quotePieces(text, pages[0])
      .filter(({ isName }) => isName)
      .map((piece) => piece.text);
    assert.deepEqual(names, ['El Fasher', 'Transit']);
  });
});

describe('the pieces of a quote', () => {
  it('are the sentence to the letter', () => {
    for (const one of Object.values(api.features).flat()) {
      for (const page of sentencePages(one, mentions)) {
        const joined = quotePieces(text, page)
          .map((piece) => piece.text)
          .join('');
        assert.equal(joined, words(page), one.id);
      }
    }
  });

  it('leave out names beyond the sentence and overlaps', () => {
    const pieces = quotePieces('In Mopti. Later.', {
      sentence: { start: 0, end: 9 },
      names: [
        { start: 3, end: 8 },
        { start: 5, end: 8 },
        { start: 10, end: 15 },
      ],
    });
    assert.deepEqual(pieces, [
      { text: 'In ', isName: false },
      { text: 'Mopti', isName: true },
      { text: '.', isName: false },
    ]);
  });
});

describe('sentences that name features', () => {
  it('come once each, with all their features', () => {
    const all = sentencesWithFeatures(mentions);
    const flight = all.find(({ sentence }) =>
      text.slice(sentence.start, sentence.end).startsWith('Amna'),
    );
    assert.deepEqual(
      flight?.features.map((id) => id.replace('river-towns.', '')),
      ['el-fasher', 'transit', 'port-sudan'],
    );
    assert.equal(new Set(all.map(({ sentence }) => sentence.start)).size, all.length);
  });
});
