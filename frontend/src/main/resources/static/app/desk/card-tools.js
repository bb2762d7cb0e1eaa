/** What the desk adds to a location's card: edit, delete, history. */

import { element } from '../dom.js';
import { labelOf } from './fields.js';

/**
 * @param {Dateline.Feature} feature
 * @param {import('./session.js').Session} session
 * @param {object} actions
 * @param {() => void} actions.onEdit
 * @param {() => void} actions.onDelete
 * @param {() => Promise<import('./locations.js').Past[]>} actions.history
 * @returns {Node[]} none for what the machine found
 */
export function cardTools(feature, session, { onEdit, onDelete, history }) {
  if (feature.properties.layer !== 'locations') {
    return [];
  }
  const { created_by: by } = feature.properties;
  const me = session.me();
  const mayChange = session.can('editor') || (me.signed_in && me.name === by);
  const button = (/** @type {string} */ words, /** @type {() => void} */ onclick) =>
    element('button', { type: 'button', class: 'button', onclick }, words);
  const refusal = me.signed_in
    ? `Added by ${by}. Only editors change what others added.`
    : 'Sign in to change it.';
  return [
    ...(mayChange
      ? [button('Edit', onEdit), button('Delete', onDelete)]
      : [element('p', { class: 'card-limit' }, refusal)]),
    historyOf(history),
  ];
}

/** @param {() => Promise<import('./locations.js').Past[]>} history */
function historyOf(history) {
  const list = element('ol', { class: 'history' });
  const details = element(
    'details',
    { class: 'card-why card-history' },
    element('summary', {}, 'History'),
    list,
  );
  details.addEventListener('toggle', async () => {
    if (!details.open) {
      return;
    }
    try {
      const changes = await history();
      list.replaceChildren(...changes.reverse().map(entry));
    } catch (error) {
      list.replaceChildren(element('li', {}, /** @type {Error} */ (error).message));
    }
  });
  return details;
}

/** @param {import('./locations.js').Past} past */
function entry({ version, who, when, why, what, feature }) {
  return element(
    'li',
    {},
    element('time', { datetime: when }, when.slice(0, 16).replace('T', ' ')),
    ' ',
    element('bdi', {}, who),
    `: ${feature === null ? 'deleted it' : changeWords(version, what)}`,
    why && element('q', {}, why),
  );
}

/**
 * @param {number} version
 * @param {{path: string}[]} what
 */
function changeWords(version, what) {
  if (what.some(({ path }) => path === '')) {
    return version === 1 ? 'added it' : 'brought it back';
  }
  const names = what.flatMap(({ path }) => {
    const [, first, second] = path.split('/');
    return first === 'geometry' ? ['where'] : second === undefined ? [] : [second];
  });
  const told = [...new Set(names)].filter((name) => !WRITTEN_BY_SERVER.includes(name));
  return told.length === 0
    ? 'changed it'
    : `changed ${told.map((name) => (name === 'where' ? name : labelOf(name).toLowerCase())).join(', ')}`;
}

/** Follow from the others: nobody changes them. */
const WRITTEN_BY_SERVER = [
  'version',
  'updated_at',
  'label_point',
  'geo_precision',
  'where_prec',
  'uncertainty_m',
  'precision_words',
  'generalised',
];
