/**
 * Holds the page's state. Everything flows one way: an event sets the state, and whoever shows a
 * part of it hears of the change.
 */

/**
 * @template S
 * @typedef {object} Store
 * @property {() => Readonly<S>} get
 * @property {(change: Partial<S>) => void} set merges the change; nobody hears of one that changes nothing
 * @property {(keys: (keyof S)[], listener: (state: Readonly<S>, before: Readonly<S>) => void) => void} on
 *     calls the listener after each change of one of the keys
 */

/**
 * @template {object} S
 * @param {S} initial
 * @returns {Store<S>}
 */
export function createStore(initial) {
  let state = Object.freeze({ ...initial });
  /** @type {{keys: (keyof S)[], listener: (state: Readonly<S>, before: Readonly<S>) => void}[]} */
  const listeners = [];

  return {
    get: () => state,
    set(change) {
      const before = state;
      const next = Object.freeze({ ...before, ...change });
      const changed = /** @type {(keyof S)[]} */ (Object.keys(change)).filter(
        (key) => !Object.is(before[key], next[key]),
      );
      if (changed.length === 0) {
        return;
      }
      state = next;
      for (const { keys, listener } of listeners) {
        if (keys.some((key) => changed.includes(key))) {
          listener(state, before);
        }
      }
    },
    on(keys, listener) {
      listeners.push({ keys, listener });
    },
  };
}
