/** The drafts of one report: what was typed and is not on the server yet. */

import { keepDrafts, readDrafts } from './draft-store.js';

/** @typedef {ReturnType<typeof createDrafts>} Drafts */

/**
 * @param {string} report
 * @param {(drafts: Dateline.Draft[]) => void} onChange
 */
export function createDrafts(report, onChange) {
  let drafts = readDrafts(report);

  return {
    all: () => drafts,

    /** Says once more what there is. */
    tell: () => onChange(drafts),

    /**
     * Keeps a draft as it is now, in the place of what it was.
     *
     * @param {Dateline.Draft} draft
     */
    put(draft) {
      const known = drafts.some(({ key }) => key === draft.key);
      set(
        known
          ? drafts.map((other) => (other.key === draft.key ? draft : other))
          : [...drafts, draft],
      );
    },

    /** @param {Dateline.Draft} draft */
    drop(draft) {
      set(drafts.filter(({ key }) => key !== draft.key));
    },
  };

  /** @param {Dateline.Draft[]} next */
  function set(next) {
    drafts = next;
    keepDrafts(report, drafts);
    onChange(drafts);
  }
}
