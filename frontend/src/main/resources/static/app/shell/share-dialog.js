/** What to hand on: a link to what is shown, code that embeds it, and the addresses of its data. */

import { element } from '../dom.js';
import { fetchJson } from '../request.js';
import { createShare } from './share.js';

/** @typedef {{title: string, url: string}} Data a layer and the address of its GeoJSON */

/**
 * @param {HTMLDialogElement} dialog
 * @param {() => Data[]} data
 */
export function createShareDialog(dialog, data) {
  const status = element('p', { class: 'share-status', role: 'status' });
  const share = createShare(document.title, (words) => {
    status.textContent = words;
  });
  const link = element('input', { id: 'share-link', readonly: true });
  const code = element('textarea', { id: 'share-code', rows: 4, readonly: true });
  const layer = element('select', { 'aria-label': 'Layer' });
  const geoJson = element('input', { id: 'share-data', readonly: true });
  const dataRow = row('share-data', 'GeoJSON', geoJson, 'GeoJSON address copied.', layer);
  layer.addEventListener('change', () => {
    geoJson.value = layer.value;
  });
  for (const field of [link, code, geoJson]) {
    field.addEventListener('focus', () => field.select());
  }
  dialog.replaceChildren(
    element('h2', { id: 'share-title' }, 'Share'),
    row('share-link', 'Link', link, 'Link copied.'),
    row('share-code', 'Embed code', code, 'Embed code copied.'),
    dataRow,
    status,
    element(
      'div',
      { class: 'share-ends' },
      'share' in navigator &&
        element('button', { type: 'button', class: 'button', onclick: share.link }, 'Send…'),
      element(
        'button',
        { type: 'button', class: 'button', onclick: () => dialog.close() },
        'Close',
      ),
    ),
  );

  return {
    async open() {
      if (dialog.open) {
        return;
      }
      status.textContent = '';
      link.value = location.href;
      layer.replaceChildren(...data().map(({ title, url }) => new Option(title, url)));
      geoJson.value = layer.value;
      dataRow.hidden = layer.options.length === 0;
      dialog.showModal();
      dialog.querySelector('button')?.focus();
      code.value = await embedCode(location.href);
    },
  };

  /**
   * @param {string} id
   * @param {string} title
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {string} done what is said when it is copied
   * @param {HTMLElement} [choice]
   */
  function row(id, title, field, done, choice) {
    return element(
      'div',
      { class: 'share-row' },
      element('label', { for: id }, title),
      choice,
      element(
        'div',
        { class: 'share-field' },
        field,
        element(
          'button',
          {
            type: 'button',
            class: 'button',
            'aria-label': `Copy ${title}`,
            onclick: () => share.copy(field.value, done),
          },
          'Copy',
        ),
      ),
    );
  }
}

/**
 * @param {string} address of the map as it is shown
 * @returns {Promise<string>} HTML, or why there is none
 */
async function embedCode(address) {
  try {
    return (await fetchJson(`/oembed?url=${encodeURIComponent(address)}`)).html;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
