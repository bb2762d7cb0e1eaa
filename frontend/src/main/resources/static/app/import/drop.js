/** Files that are dropped anywhere on the page. */

import { element } from '../dom.js';

/** @param {(file: File) => void} onFile */
export function listenToDrops(onFile) {
  const overlay = element(
    'div',
    { class: 'drop-overlay', hidden: true },
    element('p', {}, 'Drop a file of locations: GeoJSON, CSV, KML, KMZ or GPX'),
  );
  document.body.append(overlay);

  document.addEventListener('dragover', (event) => {
    if (hasFile(event)) {
      event.preventDefault();
      overlay.hidden = false;
    }
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) {
      overlay.hidden = true;
    }
  });
  document.addEventListener('drop', (event) => {
    overlay.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) {
      event.preventDefault();
      onFile(file);
    }
  });
}

/** @param {DragEvent} event */
function hasFile(event) {
  return event.dataTransfer?.types.includes('Files') === true;
}
