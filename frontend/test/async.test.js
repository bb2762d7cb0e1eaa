import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oneAtATime } from '../src/main/resources/static/app/async.js';

describe('oneAtATime', () => {
  it('runs once more for all the calls during a run, and never twice at once', async () => {
    /** @type {(() => void)[]} */
    const ends = [];
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    const call = oneAtATime(async () => {
      runs++;
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => ends.push(() => resolve(undefined)));
      atOnce--;
    });
    const first = call();
    const later = Promise.all([call(), call(), call()]);
    ends[0]();
    await first;
    await new Promise((resolve) => setTimeout(resolve));
    ends[1]();
    await later;
    assert.equal(runs, 2);
    assert.equal(most, 1);
  });

  it('runs again after a run that failed', async () => {
    let runs = 0;
    const call = oneAtATime(async () => {
      if (++runs === 1) {
        throw new Error('no');
      }
    });
    const first = call();
    const second = call();
    await assert.rejects(first, /no/);
    await second;
    assert.equal(runs, 2);
  });
});
