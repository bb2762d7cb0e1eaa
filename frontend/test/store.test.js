import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStore } from '../src/main/resources/static/app/store.js';

describe('the store', () => {
  it('tells listeners of the keys that changed, with the state before', () => {
    const store = createStore({ a: 1, b: 2 });
    /** @type {unknown[]} */
    const heard = [];
    store.on(['a'], (state, before) => heard.push(['a', before.a, state.a]));
    store.on(['b'], () => heard.push('b'));
    store.set({ a: 5 });
    assert.deepEqual(heard, [['a', 1, 5]]);
  });

  it('is silent when nothing changes', () => {
    const store = createStore({ a: 1 });
    let calls = 0;
    store.on(['a'], () => calls++);
    store.set({ a: 1 });
    assert.equal(calls, 0);
  });

  it('hands out a state that nobody can write to', () => {
    const state = /** @type {any} */ (createStore({ a: 1 }).get());
    assert.throws(() => {
      state.a = 2;
    }, TypeError);
  });
});
