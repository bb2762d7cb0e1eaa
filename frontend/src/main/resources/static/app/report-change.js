/** How the desk's parts tell the page that the report is not what it was. */

const NAME = 'report-change';

/** Says that a decision or a location was kept: the page shows the report anew. */
export function tellReportChange() {
  document.dispatchEvent(new CustomEvent(NAME));
}

/** @param {() => void} listener */
export function onReportChange(listener) {
  document.addEventListener(NAME, listener);
}
