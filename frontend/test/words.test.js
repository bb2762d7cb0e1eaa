import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  certainty,
  counted,
  dateWords,
  folded,
  grouped,
  kilometres,
} from '../src/main/resources/static/app/words.js';

describe('words', () => {
  for (const [edtf, words] of [
    ['2022~', 'about 2022'],
    ['2022', '2022'],
    ['2022-03', 'March 2022'],
    ['2022-03-05', '5 March 2022'],
    ['2022-03?', 'perhaps March 2022'],
    ['2022%', 'perhaps about 2022'],
    ['2022/2023', '2022 to 2023'],
    ['2024-01/..', 'since January 2024'],
    ['../2024-01', 'until January 2024'],
    ['XXXX-02-07', '7 February (year not stated)'],
    ['2022-03/..', 'since March 2022'],
    ['2022-13', '2022-13'],
    ['last spring', 'last spring'],
  ]) {
    it(`says ${edtf} as “${words}”`, () => assert.equal(dateWords(edtf), words));
  }

  for (const [number, words] of /** @type {[number, string][]} */ ([
    [0, '0'],
    [999, '999'],
    [6190, '6\u202f190'],
    [1234567, '1\u202f234\u202f567'],
  ])) {
    it(`groups ${number}`, () => assert.equal(grouped(number), words));
  }

  for (const [km, words] of /** @type {[number, string][]} */ ([
    [14.2, '14\u00a0km'],
    [603, '605\u00a0km'],
    [6192, '6\u202f190\u00a0km'],
  ])) {
    it(`rounds ${km} km as a reader would`, () => assert.equal(kilometres(km), words));
  }

  it('counts with the right number of the noun', () => {
    assert.equal(counted(1, 'area'), '1 area');
    assert.equal(counted(3, 'area'), '3 areas');
  });

  it('finds names without their accents, hyphens and apostrophes', () => {
    assert.equal(folded('Ségou'), 'segou');
    assert.equal(folded('N’Djaména'), 'ndjamena');
    assert.equal(folded('Bobo-Dioulasso '), 'bobo dioulasso');
  });

  it('says how sure a score is', () => {
    assert.equal(certainty(0.934), 'very likely (93 %)');
    assert.equal(certainty(0.2), 'a guess (20 %)');
    assert.equal(certainty(null), null);
  });
});
