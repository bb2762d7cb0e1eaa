/**
 * What was done at this desk since the page was opened, so that it can be taken back, last first.
 * Taking back is a change like any other: the server keeps both.
 */

import { versionOf } from './locations.js';

/**
 * @typedef {object} Command
 * @property {string} done in words, as "Added Gao."
 * @property {string} id the location's
 * @property {number} version that was there before; 0 for none
 * @property {string} etag of what is there since
 */

/** @typedef {ReturnType<typeof createCommands>} Commands */

/** @param {Pick<import('./locations.js').Locations, 'undo'>} locations */
export function createCommands(locations) {
  /** @type {Command[]} */
  const done = [];
  return {
    /** @param {Command} command */
    push: (command) => void done.push(command),

    /**
     * Takes back the last command. When that fails it stays the last one.
     *
     * @returns {Promise<{done: string, id: string, gone: boolean} | null>} null when there is none
     */
    async undo() {
      const command = done.at(-1);
      if (command === undefined) {
        return null;
      }
      const { etag } = await locations.undo(command.id, command.version, command.etag);
      done.pop();
      // Taking back made one more version: the next one back begins from that.
      const earlier = done.findLast(({ id }) => id === command.id);
      if (earlier !== undefined) {
        earlier.etag = etag ?? `"v${versionOf(command.etag) + 1}"`;
      }
      return { done: command.done, id: command.id, gone: command.version === 0 };
    },
  };
}
