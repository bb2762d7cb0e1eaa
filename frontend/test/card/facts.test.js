import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  coordinatesOf,
  limits,
  standingLine,
  voices,
  whyThisPlace,
} from '../../src/main/resources/static/app/card/facts.js';
import { api } from '../fixtures/report.js';

/** @param {string} slug */
function feature(slug) {
  const found = Object.values(api.features)
    .flat()
    .find(({ id }) => id === `river-towns.${slug}`);
  assert.ok(found);
  return found;
}

describe('a card', () => {
  it('says how a place is shown, how sure it is, and when', () => {
    assert.equal(
      standingLine(feature('atbara').properties),
      'Shown as: town, shown at its centre · Location: automatic match, not yet checked · ' +
        'Date: about April 2024 (from the text)',
    );
  });

  it('says that a line is no route', () => {
    assert.match(
      standingLine(feature('oslo-to-port-sudan-airport').properties),
      /straight line, route not stated, about 4\u202f900\u00a0km/,
    );
  });

  it('says what limits an outline, a drawn area and a blurred place', () => {
    assert.deepEqual(limits(feature('north-kordofan').properties), [
      'Outline: Natural Earth, as it was until 2023.',
    ]);
    assert.deepEqual(limits(feature('desert-border').properties), [
      'This area has no exact border.',
      'Drawn by us around the point where the three countries meet.',
    ]);
    assert.deepEqual(limits(feature('transit').properties), [
      'Shown only to within 5\u00a0km, on purpose.',
    ]);
  });

  it('lets who claims and who denies speak, one after the other', () => {
    assert.deepEqual(voices(feature('el-obeid').properties, api.report), [
      {
        who: 'According to the ministry',
        quote: 'According to the ministry, El Obeid is calm.',
      },
      { who: "Denied by the town's doctors", quote: "The town's doctors deny this." },
    ]);
  });

  it('names the reporter when the report itself says so', () => {
    assert.deepEqual(voices(feature('atbara').properties, api.report), [
      { who: 'Report by A. Reporter, The Fixture', quote: null },
    ]);
    assert.deepEqual(
      voices(feature('atbara').properties, { byline: null, outlet: null })[0].who,
      'The report',
    );
  });

  it('gives reasons and the runner-up', () => {
    const { score, reasons, others } = whyThisPlace(feature('atbara').properties);
    assert.equal(score, 'very likely (93 %)');
    assert.equal(reasons.length, 2);
    assert.equal(others, 'Next best: a village of the same name, well behind.');
  });

  it('gives coordinates of points only', () => {
    assert.equal(coordinatesOf(feature('atbara')), '17.7, 33.99');
    assert.equal(coordinatesOf(feature('transit')), null);
  });
});
