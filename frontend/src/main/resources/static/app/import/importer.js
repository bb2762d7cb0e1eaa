/** Sends a file of locations to the server: first to hear what it would do, then to do it. */

import { columnsParameter } from './columns.js';

const ADDRESS = '/api/collections/locations';

/**
 * @typedef {object} Preview what the server would do with a file
 * @property {string} format
 * @property {string[]} details how it was read
 * @property {import('./columns.js').Column[]} columns empty for formats without
 * @property {number} rows
 * @property {number} good
 * @property {number} rejected_rows
 * @property {{line: number, reasons: {pointer: string, detail: string, hint: string | null}[]}[]} rejected the
 *     first of them
 * @property {string[]} created ids of what was added
 * @property {{type: string, features: {geometry: Dateline.Geometry, properties: Record<string, string | number>}[]}} [preview]
 *     the first of the good rows
 *
 * @typedef {object} Choices for rows that do not say it
 * @property {string} source empty for none
 * @property {string} resolution empty for none
 * @property {string | null} report
 * @property {import('./columns.js').Told} columns what the server guesses wrong
 */

/** @param {import('../desk/session.js').Session} session */
export function createImporter(session) {
  return {
    /**
     * @param {Blob} file
     * @param {Choices} choices
     * @returns {Promise<Preview>}
     */
    preview: (file, choices) => send(file, choices, { dryRun: 'true' }),

    /**
     * @param {Blob} file
     * @param {Choices} choices
     * @param {'all' | 'good'} rows
     * @returns {Promise<Preview>}
     */
    keep: (file, choices, rows) => send(file, choices, { rows }),

    /**
     * Takes back what an import added, in one write.
     *
     * @param {string[]} ids
     * @returns {Promise<number>} how many are off the map; somebody changed the others meanwhile
     */
    async undo(ids) {
      const changes = ids.map((id) => ({ id, version: 1, back_to: 0 }));
      const { body } = await session.write('POST', `${ADDRESS}/undo?changed=skip`, {
        body: { changes },
      });
      return body.undone.length;
    },
  };

  /**
   * @param {Blob} file
   * @param {Choices} choices
   * @param {Record<string, string>} more
   */
  async function send(file, { source, resolution, report, columns }, more) {
    const parameters = new URLSearchParams(more);
    if (source !== '') {
      parameters.set('source', source);
    }
    if (resolution !== '') {
      parameters.set('location_resolution', resolution);
    }
    if (report !== null) {
      parameters.set('report', report);
    }
    if (Object.keys(columns).length > 0) {
      parameters.set('columns', columnsParameter(columns));
    }
    const { body } = await session.write('POST', `${ADDRESS}/import?${parameters}`, {
      file,
      type: 'application/octet-stream',
    });
    return body;
  }
}

/**
 * What to say of a file that could not be read.
 *
 * @param {Error & {status?: number, problem?: Dateline.Problem}} error
 * @param {{name: string, size: number}} file
 */
export function failureWords(error, { name, size }) {
  const megabytes = size / 1024 / 1024;
  // A server that refuses a body while it is still coming is heard as a broken connection.
  if (error.status === 0 && megabytes >= 20) {
    return `“${name}” has ${Math.round(megabytes)} MB, which is probably more than the server reads at once. Split it. Nothing was changed.`;
  }
  const { where, hint } = /** @type {{where?: string, hint?: string}} */ (error.problem ?? {});
  return [error.message, where && `(${where})`, hint].filter(Boolean).join(' ');
}
