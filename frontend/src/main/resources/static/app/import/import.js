/**
 * The import of a file: what the server understood of it, on the map and in a table; what it cannot
 * keep, and why; then all rows, the good ones, or none.
 */

import { boundsOf } from '../geo/bounds.js';
import { element, need } from '../dom.js';
import { tellReportChange } from '../report-change.js';
import { RequestError } from '../request.js';
import { loadStyleSheet } from '../style-sheet.js';
import { counted } from '../words.js';
import { NOTHING, PROPERTIES, telling } from './columns.js';
import { createImporter, failureWords } from './importer.js';

const ACCEPTED = '.geojson,.json,.csv,.tsv,.txt,.kml,.kmz,.gpx';
const RESOLUTIONS = ['Exact', 'Vicinity', 'Locality', 'District', 'Region', 'Country'];

/** Rows of the table; the map shows all that the server sends. */
const SHOWN_ROWS = 8;
const SHOWN_FAULTS = 50;

/**
 * @param {import('../desk/desk.js').DeskPage} page
 * @param {import('../desk/session.js').Session} session
 */
export async function createImport(page, session) {
  const { data, map, notice } = page;
  const [onMap] = await Promise.all([map.preview(), loadStyleSheet('/app/style/import.css')]);
  const importer = createImporter(session);
  const layout = need('[data-layout]');
  /** @type {File | null} */
  let file = null;
  /** @type {import('./importer.js').Choices} */
  let choices = { source: '', resolution: '', report: data.report.id, columns: {} };
  // Answers of an earlier file or choice that come late are not shown.
  let turn = 0;

  const heading = element(
    'h2',
    { class: 'import-title', id: 'import-title', tabindex: -1 },
    'Import a file',
  );
  const body = element('div', { class: 'import-body' });
  const foot = element('div', { class: 'import-foot' });
  const status = element('div', { class: 'import-status', role: 'status' });
  const node = element(
    'section',
    { class: 'import', 'aria-labelledby': 'import-title', 'data-import': true },
    element(
      'div',
      { class: 'import-head' },
      heading,
      element(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: close },
        '×',
      ),
    ),
    body,
    status,
    foot,
  );
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  });

  return {
    /** @param {File} [dropped] without one, asks for it */
    open(dropped) {
      layout.classList.add('is-importing');
      need('[data-panel]').append(node);
      page.close();
      page.sheet.show('half');
      heading.focus({ preventScroll: true });
      if (dropped === undefined) {
        askForFile();
      } else {
        take(dropped);
      }
    },
  };

  function close() {
    turn++;
    onMap.clear();
    layout.classList.remove('is-importing');
    node.remove();
    need('#text').focus({ preventScroll: true });
  }

  function askForFile() {
    say('');
    const input = element('input', {
      type: 'file',
      accept: ACCEPTED,
      'aria-label': 'File of locations',
      onchange: () => input.files?.[0] && take(input.files[0]),
    });
    body.replaceChildren(
      element(
        'p',
        {},
        'GeoJSON, CSV, KML, KMZ or GPX. Nothing is kept before you have seen what the file says.',
      ),
      input,
    );
    foot.replaceChildren(button('Cancel', close));
  }

  /** @param {File} next */
  function take(next) {
    file = next;
    choices = { ...choices, columns: {} };
    heading.textContent = next.name;
    void read();
  }

  /** Asks the server what it would do. */
  async function read() {
    const mine = ++turn;
    if (file === null) {
      return;
    }
    busy(`Reading ${file.name}…`);
    try {
      const preview = await importer.preview(file, choices);
      if (mine === turn) {
        show(preview);
      }
    } catch (error) {
      if (mine === turn) {
        showFailure(error);
      }
    }
  }

  /** @param {import('./importer.js').Preview} preview */
  function show(preview) {
    say('');
    const features = preview.preview?.features ?? [];
    onMap.show({ type: 'FeatureCollection', features });
    const bbox = boundsOf(features.map(({ geometry }) => geometry));
    if (bbox !== null) {
      map.fit(bbox);
    }
    body.replaceChildren(
      element(
        'p',
        { class: 'import-sum' },
        element('strong', {}, counted(preview.good, 'location')),
        preview.rejected_rows > 0
          ? `, ${counted(preview.rejected_rows, 'row')} that cannot be kept`
          : ', nothing wrong with them',
      ),
      element('p', { class: 'import-read' }, [preview.format, ...preview.details].join(' · ')),
      rejected(preview),
      table(features, preview.good),
      mapping(preview.columns),
      forAll(),
    );
    foot.replaceChildren(
      preview.rejected_rows === 0
        ? button(`Import ${counted(preview.good, 'location')}`, () => keep('all'), true)
        : button(`Import the ${preview.good} good`, () => keep('good'), true),
      button('Another file', askForFile),
      button('Cancel', close),
    );
    /** @type {HTMLButtonElement} */ (foot.firstElementChild).disabled = preview.good === 0;
  }

  /** @param {unknown} error */
  function showFailure(error) {
    if (!(error instanceof RequestError)) {
      throw error;
    }
    say('');
    onMap.clear();
    body.replaceChildren(
      element(
        'p',
        { class: 'import-fault', role: 'alert' },
        failureWords(error, file ?? { name: '', size: 0 }),
      ),
    );
    foot.replaceChildren(
      button('Try again', () => void read()),
      button('Another file', askForFile),
      button('Cancel', close),
    );
  }

  /** @param {import('./importer.js').Preview} preview */
  function rejected(preview) {
    if (preview.rejected_rows === 0) {
      return '';
    }
    return element(
      'details',
      { class: 'import-rejected', open: preview.good === 0 || preview.rejected_rows <= 5 },
      element('summary', {}, `${counted(preview.rejected_rows, 'row')} with faults`),
      element(
        'ul',
        {},
        ...preview.rejected
          .slice(0, SHOWN_FAULTS)
          .map(({ line, reasons }) =>
            element(
              'li',
              {},
              element('strong', {}, `Line ${line}: `),
              reasons.map(({ detail, hint }) => (hint ? `${detail} ${hint}` : detail)).join(' '),
            ),
          ),
        preview.rejected_rows > SHOWN_FAULTS &&
          element('li', {}, `and ${preview.rejected_rows - SHOWN_FAULTS} more`),
      ),
    );
  }

  /**
   * @param {{properties: Record<string, string | number>, geometry: Dateline.Geometry}[]} features
   * @param {number} good
   */
  function table(features, good) {
    if (features.length === 0) {
      return '';
    }
    const shown = features.slice(0, SHOWN_ROWS);
    const names = [...new Set(shown.flatMap(({ properties }) => Object.keys(properties)))].filter(
      (name) => name !== 'report',
    );
    return element(
      'div',
      { class: 'import-table', tabindex: 0, role: 'group', 'aria-label': 'The first rows' },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element('tr', {}, ...names.map((name) => element('th', {}, wordsOf(name)))),
        ),
        element(
          'tbody',
          {},
          ...shown.map(({ properties }) =>
            element(
              'tr',
              {},
              ...names.map((name) =>
                element('td', { dir: 'auto' }, String(properties[name] ?? '')),
              ),
            ),
          ),
        ),
      ),
      good > shown.length && element('p', {}, `and ${good - shown.length} more`),
    );
  }

  /** @param {import('./columns.js').Column[]} columns */
  function mapping(columns) {
    if (columns.length === 0) {
      return '';
    }
    return element(
      'details',
      { class: 'import-mapping', open: columns.every(({ property }) => property === null) },
      element('summary', {}, 'Which column is what'),
      ...columns.map(({ name, property }) => {
        const select = element(
          'select',
          {
            onchange() {
              choices = { ...choices, columns: telling(choices.columns, name, select.value) };
              void read();
            },
          },
          element('option', { value: NOTHING, selected: property === null }, 'left out'),
          ...[...new Set([...Object.keys(PROPERTIES), property])].flatMap((value) =>
            value === null
              ? []
              : [element('option', { value, selected: value === property }, wordsOf(value))],
          ),
        );
        return element('label', { class: 'import-field' }, element('bdi', {}, name), select);
      }),
    );
  }

  /** What holds for the rows that do not say it. */
  function forAll() {
    const source = element('input', {
      type: 'text',
      value: choices.source,
      maxlength: 500,
      placeholder: 'address, or own reporting',
      onchange() {
        choices = { ...choices, source: source.value.trim() };
        void read();
      },
    });
    const resolution = element(
      'select',
      {
        onchange() {
          choices = { ...choices, resolution: resolution.value };
          void read();
        },
      },
      element('option', { value: '' }, '–'),
      ...RESOLUTIONS.map((word) =>
        element('option', { value: word, selected: word === choices.resolution }, word),
      ),
    );
    const own = element('input', {
      type: 'checkbox',
      onchange() {
        choices = { ...choices, report: own.checked ? data.report.id : null };
        void read();
      },
    });
    own.checked = choices.report !== null;
    return element(
      'fieldset',
      { class: 'import-all' },
      element('legend', {}, 'For rows that do not say it'),
      element('label', { class: 'import-field' }, element('span', {}, 'Source'), source),
      element('label', { class: 'import-field' }, element('span', {}, 'How precise'), resolution),
      element('label', { class: 'import-check' }, own, ' They belong to this report'),
    );
  }

  /** @param {'all' | 'good'} rows */
  async function keep(rows) {
    const mine = ++turn;
    if (file === null) {
      return;
    }
    busy('Importing…');
    try {
      const { created } = await importer.keep(file, choices, rows);
      tellReportChange();
      if (mine === turn) {
        showKept(created);
      }
    } catch (error) {
      if (mine === turn) {
        showFailure(error);
      }
    }
  }

  /** @param {string[]} ids */
  function showKept(ids) {
    say('');
    onMap.clear();
    notice.announce(`${counted(ids.length, 'location')} imported`);
    body.replaceChildren(
      element(
        'p',
        { class: 'import-sum' },
        element('strong', {}, `${counted(ids.length, 'location')} imported.`),
      ),
      element('p', {}, 'They are on the map now, as added locations, not yet checked.'),
    );
    foot.replaceChildren(
      button('Done', close, true),
      button('Undo the import', () => void undo(ids)),
      button('Another file', askForFile),
    );
  }

  /** @param {string[]} ids */
  async function undo(ids) {
    busy('Taking them back…');
    try {
      const undone = await importer.undo(ids);
      say('');
      body.replaceChildren(
        element(
          'p',
          { class: 'import-sum' },
          undone === ids.length
            ? `${counted(undone, 'location')} taken off the map again.`
            : `${undone} of ${counted(ids.length, 'location')} taken off the map again; somebody changed the others meanwhile.`,
        ),
      );
      foot.replaceChildren(button('Done', close, true), button('Another file', askForFile));
    } catch (error) {
      showFailure(error);
      foot.replaceChildren(
        button('Try again', () => void undo(ids)),
        button('Close', close),
      );
    } finally {
      tellReportChange();
    }
  }

  /** @param {string} words */
  function busy(words) {
    say(words);
    status.prepend(element('progress', {}));
    for (const control of foot.querySelectorAll('button')) {
      control.disabled = control.textContent !== 'Cancel';
    }
  }

  /** @param {string} words */
  function say(words) {
    status.replaceChildren(words);
  }
}

/** @param {string} name of a property */
function wordsOf(name) {
  return PROPERTIES[/** @type {keyof typeof PROPERTIES} */ (name)] ?? name;
}

/**
 * @param {string} words
 * @param {() => void} onclick
 * @param {boolean} [primary]
 */
function button(words, onclick, primary = false) {
  return element(
    'button',
    { type: 'button', class: primary ? 'button button--primary' : 'button', onclick },
    words,
  );
}
