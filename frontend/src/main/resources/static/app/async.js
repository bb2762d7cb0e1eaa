/** Order for things that take time. */

/**
 * Runs a task again and again without two runs at once: a call during a run leads to one more
 * after it, however many calls there were.
 *
 * @param {() => Promise<void>} task
 * @returns {() => Promise<void>} settles when a run that began after the call has ended
 */
export function oneAtATime(task) {
  /** @type {Promise<void> | null} */
  let running = null;
  /** @type {Promise<void> | null} */
  let next = null;
  return call;

  /** @returns {Promise<void>} */
  function call() {
    if (running === null) {
      running = task().finally(() => {
        running = null;
      });
      return running;
    }
    if (next === null) {
      next = running
        .catch(() => undefined)
        .then(() => {
          next = null;
          return call();
        });
    }
    return next;
  }
}
