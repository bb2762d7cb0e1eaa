/** Drafts in the browser: what is typed survives a reload, a lost connection and signing in. */

const PREFIX = 'dateline.drafts.';

/**
 * @param {string} report
 * @returns {boolean} whether something waits here for a report
 */
export function hasDraft(report) {
  return readDrafts(report).length > 0;
}

/**
 * @param {string} report
 * @returns {Dateline.Draft[]} oldest first; none when the browser keeps nothing
 */
export function readDrafts(report) {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + report) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isDraft) : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} report
 * @param {Dateline.Draft[]} drafts
 * @returns {boolean} whether the browser has kept them
 */
export function keepDrafts(report, drafts) {
  try {
    if (drafts.length === 0) {
      localStorage.removeItem(PREFIX + report);
    } else {
      localStorage.setItem(PREFIX + report, JSON.stringify(drafts));
    }
    return true;
  } catch {
    return false;
  }
}

/** @param {unknown} value of an older page, or of anything else that wrote there */
function isDraft(value) {
  const draft = /** @type {Dateline.Draft | null} */ (value);
  return (
    typeof draft === 'object' &&
    draft !== null &&
    typeof draft.key === 'string' &&
    typeof draft.properties === 'object'
  );
}
