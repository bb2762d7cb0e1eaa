/** Style sheets of parts that are loaded only when they are needed. */

/**
 * @param {string} href
 * @returns {Promise<void>} when the looks are there, or cannot be had
 */
export function loadStyleSheet(href) {
  const known = document.head.querySelector(`link[href="${CSS.escape(href)}"]`);
  if (known !== null) {
    return Promise.resolve();
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
}
