/**
 * What the review shows beside the map: the sentence, what the machine made of the words, what else
 * they could mean, and what can be decided. All data goes in as text nodes.
 */

import { element } from '../dom.js';
import { quotePieces } from '../text/sentences.js';
import { certainty, counted, kindWords, roleWords } from '../words.js';
import { placeWords, standingWords } from './choices.js';
import { createOwnPlace } from './own-place.js';
import { createPlaceSearch } from './place-search.js';

const KINDS = ['literal', 'metonymic', 'demonym', 'embedded', 'vague'];
const LAYERS = ['fighting', 'displacement', 'supply', 'scenes', 'context', 'metonyms', 'claims'];
const ROLES = ['area', 'place', 'origin', 'destination', 'scene', 'context', 'metonym', 'claim'];

/**
 * @typedef {object} Shown what is to be decided on
 * @property {import('./items.js').Item} item
 * @property {Dateline.Mention} mention the one of it that is shown
 * @property {Dateline.Feature | undefined} feature what the machine or an editor chose
 * @property {import('./choices.js').Candidate[]} candidates
 * @property {number} together how many mentions one decision takes
 * @property {boolean} identical whether it shall take them
 *
 * @typedef {object} Counts
 * @property {import('./items.js').Progress} places
 * @property {import('./items.js').Progress} others
 *
 * @typedef {object} Events
 * @property {() => void} onConfirm
 * @property {(number: number) => void} onCandidate
 * @property {(id: string) => void} onPlace a place of the gazetteer, by its id
 * @property {(place: import('./choices.js').OwnPlace) => void} onOwnPlace
 * @property {(onPick: (at: Dateline.LonLat) => void) => void} onPick the next click on the map
 * @property {() => void} onNotAPlace
 * @property {() => void} onNotPlaceable
 * @property {() => void} onSensitive
 * @property {(patch: import('./choices.js').Patch) => void} onChange of kind, layer or role
 * @property {(identical: boolean) => void} onIdentical
 * @property {(by: number) => void} onStep
 * @property {() => void} onUndo
 * @property {() => void} onLeave
 * @property {() => void} onRetry
 * @property {() => void} onKeepMine
 * @property {() => void} onDrop
 */

/**
 * @param {() => Dateline.ReportText} text
 * @param {{language: string, direction: string, title: (layer: Dateline.LayerId) => string, bias: () => Dateline.MapPosition | null}} about
 * @param {Events} events
 */
export function createPanel(text, { language, direction, title, bias }, events) {
  const progress = element('p', { class: 'review-progress', role: 'status' });
  const bar = element('progress', { class: 'review-bar', 'aria-hidden': 'true' });
  const saving = element('div', { class: 'review-saving', role: 'status' });
  const body = element('div', { class: 'review-body' });
  // Below what scrolls, so that the buttons are where they were for the name before.
  const deciding = element('div', { class: 'review-deciding' });
  const heading = element(
    'h2',
    { class: 'review-title', tabindex: -1, id: 'review-title' },
    'Review',
  );
  const node = element(
    'section',
    { class: 'review', 'aria-labelledby': 'review-title', 'data-review': true },
    element(
      'div',
      { class: 'review-head' },
      heading,
      progress,
      element(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Leave the review',
          onclick: events.onLeave,
        },
        '×',
      ),
    ),
    bar,
    body,
    saving,
    deciding,
    element(
      'div',
      { class: 'review-foot' },
      button('Previous', 'K', () => events.onStep(-1)),
      button('Next', 'J', () => events.onStep(1)),
      button('Undo', 'U', events.onUndo),
    ),
  );
  const search = createPlaceSearch(bias, events.onPlace);
  const own = createOwnPlace({ onPick: events.onPick, onDone: events.onOwnPlace });

  return {
    node,

    focus: () => heading.focus({ preventScroll: true }),

    /** @param {Counts} counts */
    count({ places, others }) {
      const left = others.all - others.checked;
      bar.max = places.all + others.all;
      bar.value = places.checked + others.checked;
      progress.replaceChildren(
        element('strong', {}, `${places.checked} of ${places.all}`),
        ' places checked',
        left > 0 && places.checked === places.all ? ` · ${counted(left, 'other name')} left` : '',
      );
    },

    /** @param {Shown} shown */
    show(shown) {
      search.reset(shown.mention.text);
      own.reset(shown.mention.text);
      const parts = [
        quote(shown.mention),
        machine(shown),
        candidates(shown),
        together(shown),
        more(shown),
      ];
      deciding.replaceChildren(actions(shown));
      body.replaceChildren(...parts.filter((part) => part !== null));
      body.scrollTop = 0;
    },

    /**
     * @param {Counts} counts
     * @param {() => void} [goOn] to what is not a place on the map
     */
    showDone({ places, others }, goOn) {
      const left = others.all - others.checked;
      deciding.replaceChildren();
      body.replaceChildren(
        element(
          'div',
          { class: 'review-done' },
          element(
            'p',
            {},
            element(
              'strong',
              {},
              left === 0
                ? 'Everything is checked.'
                : `All ${counted(places.all, 'place')} are checked.`,
            ),
          ),
          left > 0 &&
            element(
              'p',
              {},
              `${counted(left, 'other name')} left: peoples, and what is not on the map.`,
            ),
          element(
            'div',
            { class: 'review-actions' },
            left > 0 &&
              goOn !== undefined &&
              button('Go on with them', 'Enter', goOn, 'button--primary'),
            button('Leave the review', 'Esc', events.onLeave),
          ),
        ),
      );
    },

    /**
     * @param {import('./decisions.js').Progress} progress
     * @param {{mine: string, theirs: string} | null} conflict both versions, when somebody else was
     *     faster
     */
    tell({ waiting, trouble }, conflict) {
      if (trouble === null) {
        saving.className = 'review-saving';
        saving.replaceChildren(waiting === 0 ? '' : `Saving ${counted(waiting, 'decision')}…`);
        return;
      }
      saving.className = 'review-saving is-trouble';
      const { decision, refused } = trouble;
      if (conflict !== null) {
        saving.replaceChildren(
          element('p', {}, `Somebody else decided on “${decision.words}” meanwhile.`),
          element(
            'dl',
            {},
            element('dt', {}, 'Theirs'),
            element('dd', {}, conflict.theirs),
            element('dt', {}, 'Yours'),
            element('dd', {}, conflict.mine),
          ),
          element(
            'div',
            { class: 'review-actions' },
            button('Keep theirs', null, events.onDrop),
            button('Keep mine', null, events.onKeepMine),
          ),
        );
        return;
      }
      saving.replaceChildren(
        element(
          'p',
          {},
          `${counted(waiting, 'decision')} not saved yet, kept in this browser. ${refused.words}`,
        ),
        element(
          'div',
          { class: 'review-actions' },
          button('Try again', null, events.onRetry),
          refused.kind === 'never' &&
            button(`Forget the one on “${decision.words}”`, null, events.onDrop),
        ),
      );
    },

    /** Opens the form for a place that no gazetteer has. */
    openOwnPlace() {
      body.querySelector('details')?.setAttribute('open', '');
      own.open();
    },
  };

  /** @param {Dateline.Mention} mention */
  function quote(mention) {
    return element(
      'blockquote',
      { class: 'review-quote', lang: language, dir: direction },
      ...quotePieces(text().text, { sentence: mention.sentence, names: [mention] }).map((piece) =>
        piece.isName ? element('strong', {}, piece.text) : piece.text,
      ),
    );
  }

  /** @param {Shown} shown */
  function machine({ mention, feature }) {
    const where = [feature?.properties.admin1, feature?.properties.country]
      .filter((name) => name && name !== mention.name)
      .join(', ');
    const layer = mention.layer === null ? null : title(mention.layer);
    return element(
      'div',
      { class: `review-choice${mention.layer === null ? '' : ` look-${mention.layer}`}` },
      element(
        'p',
        { class: 'review-choice-name' },
        mention.feature_id === null
          ? 'Not on the map'
          : element('bdi', {}, mention.name ?? mention.text),
        where !== '' && element('span', {}, ` ${where}`),
      ),
      element(
        'p',
        { class: 'review-choice-facts' },
        [
          mention.status === 'unverified' ? certainty(mention.score) : standingWords(mention),
          kindWords(mention.kind),
          layer,
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      mention.not_placed_because !== null && element('p', {}, mention.not_placed_because),
      mention.reasons.length > 0 &&
        element(
          'ul',
          { class: 'review-reasons' },
          ...mention.reasons.slice(0, 3).map((reason) => element('li', {}, reason)),
        ),
    );
  }

  /** @param {Shown} shown */
  function candidates({ candidates: list }) {
    if (list.length === 0) {
      return null;
    }
    return element(
      'ol',
      { class: 'review-candidates', 'aria-label': 'Or is it another place?' },
      ...list.map((candidate) =>
        element(
          'li',
          {},
          element(
            'button',
            {
              type: 'button',
              class: 'review-candidate',
              onclick: () => events.onCandidate(candidate.number),
            },
            element('kbd', {}, String(candidate.number)),
            element(
              'span',
              {},
              element('bdi', {}, placeWords(candidate)),
              element(
                'small',
                { class: candidate.suggested ? 'is-suggested' : '' },
                candidate.suggested ? `Suggested: ${candidate.reason}` : candidate.reason,
              ),
            ),
          ),
        ),
      ),
    );
  }

  /** @param {Shown} shown */
  function together({ mention, together: count, identical }) {
    if (count < 2) {
      return null;
    }
    const box = element('input', {
      type: 'checkbox',
      onchange: () => events.onIdentical(box.checked),
    });
    box.checked = identical;
    return element(
      'label',
      { class: 'review-together' },
      box,
      ` For all ${count} mentions of “${mention.text}”`,
    );
  }

  /** @param {Shown} shown */
  function actions({ mention }) {
    const isPlaced = mention.feature_id !== null;
    return element(
      'div',
      { class: 'review-actions' },
      button(
        isPlaced ? 'Confirm' : 'Right, not on the map',
        'Enter',
        events.onConfirm,
        'button--primary',
      ),
      button('Not a place', 'N', events.onNotAPlace),
      isPlaced && button('Cannot be placed', 'X', events.onNotPlaceable),
      isPlaced && button('Sensitive', 'S', events.onSensitive),
    );
  }

  /** @param {Shown} shown */
  function more({ mention, feature }) {
    return element(
      'details',
      {
        class: 'review-more',
        ontoggle: (event) => event.target.open && event.target.scrollIntoView(),
      },
      element('summary', {}, 'Another place, kind or role'),
      search.node,
      own.node,
      menu('In which sense', 'kind', KINDS, mention.kind, kindWords),
      menu('Layer', 'layer', LAYERS, mention.layer, (layer) =>
        title(/** @type {Dateline.LayerId} */ (layer)),
      ),
      menu('Role', 'feature_role', ROLES, feature?.properties.feature_role ?? null, roleWords),
    );
  }

  /**
   * @param {string} label
   * @param {string} member
   * @param {string[]} values
   * @param {string | null} value
   * @param {(value: string) => string} words
   */
  function menu(label, member, values, value, words) {
    const select = element(
      'select',
      { onchange: () => select.value !== '' && events.onChange({ [member]: select.value }) },
      value === null && element('option', { value: '' }, '–'),
      ...values.map((one) =>
        element('option', { value: one, selected: one === value }, words(one)),
      ),
    );
    return element('label', { class: 'review-menu' }, element('span', {}, label), select);
  }
}

/**
 * @param {string} words
 * @param {string | null} key
 * @param {() => void} onclick
 * @param {string} [look]
 */
function button(words, key, onclick, look = '') {
  return element(
    'button',
    { type: 'button', class: `button ${look}`, onclick },
    words,
    key !== null && element('kbd', { 'aria-hidden': 'true' }, key === 'Enter' ? '⏎' : key),
  );
}
