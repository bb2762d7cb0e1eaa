/** Puts words or the page's address on the clipboard, or hands the address to the phone. */

/**
 * @param {string} title
 * @param {(words: string) => void} toast
 */
export function createShare(title, toast) {
  return {
    /** The address of what is shown now. */
    async link() {
      const url = location.href;
      const phone = matchMedia('(pointer: coarse)').matches && 'share' in navigator;
      if (phone) {
        try {
          await navigator.share({ title, url });
          return;
        } catch (error) {
          if (error instanceof DOMException && error.name === 'AbortError') {
            return;
          }
        }
      }
      await copy(url, 'Link copied.');
    },
    copy,
  };

  /**
   * @param {string} words
   * @param {string} done what the toast says
   */
  async function copy(words, done) {
    try {
      await navigator.clipboard.writeText(words);
      toast(done);
    } catch {
      // Without permission, or on a page without TLS, the reader can still copy it by hand.
      toast(`Copy this: ${words}`);
    }
  }
}
