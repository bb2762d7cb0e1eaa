/** What the page remembers for its reader, in the browser only. */

/**
 * @typedef {'panel-width' | 'letter-keys' | 'desk-source' | `review.${string}`} Name
 *
 * @param {Name} name
 * @returns {string | null} null also when the browser keeps nothing
 */
export function recall(name) {
  try {
    return localStorage.getItem(`dateline.${name}`);
  } catch {
    return null;
  }
}

/**
 * @param {Name} name
 * @param {string} value
 */
export function remember(name, value) {
  try {
    localStorage.setItem(`dateline.${name}`, value);
  } catch {
    // The choice then holds for this visit only.
  }
}
