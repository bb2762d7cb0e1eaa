/** The card of one place, area, movement or unplaced name. All data goes in as text nodes. */

import { element } from '../dom.js';
import { standingOf, symbol } from '../looks.js';
import { quotePieces, sentencePages } from '../text/sentences.js';
import { counted, kindWords, roleWords } from '../words.js';
import {
  coordinatesOf,
  enteredFacts,
  limits,
  otherNames,
  standingLine,
  voices,
  whyThisPlace,
} from './facts.js';

/**
 * @param {HTMLElement} container
 * @param {object} about
 * @param {Pick<import('../report-data.js').ReportData, 'report' | 'text'>} about.data
 * @param {(layer: Dateline.LayerId) => string} about.layerTitle
 * @param {string} about.direction of the report's text: ltr or rtl
 * @param {import('../desk/desk.js').CardActions[]} [about.more] what else can be done
 * @param {object} actions
 * @param {() => void} actions.onClose
 * @param {(page: number) => void} actions.onPage
 * @param {(sentence: Dateline.Span) => void} actions.onShowInText
 * @param {() => void} actions.onCopyLink
 * @param {(text: string) => void} actions.onCopyText
 */
export function createCard(container, { data, layerTitle, direction, more = [] }, actions) {
  return {
    hide() {
      container.hidden = true;
      container.replaceChildren();
    },

    /**
     * @param {Dateline.Feature} feature
     * @param {number} page which of the sentences, from 0
     */
    showFeature(feature, page) {
      const { properties } = feature;
      const pages = sentencePages(feature, data.text.mentions);
      const index = Math.min(page, pages.length - 1);
      const isQuoted = pages[index].sentence.end > pages[index].sentence.start;
      const names = otherNames(properties);
      container.dataset.card = feature.id;
      fill(
        properties.layer,
        [
          symbol(properties.layer, { size: 24, standing: standingOf(properties) }),
          heading(properties.location),
        ],
        names.length > 0 &&
          element('p', { class: 'card-names' }, element('bdi', {}, names.join(' · '))),
        element('p', { class: 'card-role' }, roleLine(properties)),
        isQuoted && quote(pages[index]),
        pages.length > 1 && pager(index, pages.length),
        ...voices(properties, data.report).map(({ who, quote: words }) =>
          element(
            'p',
            { class: 'card-voice' },
            element('strong', {}, who),
            words !== null && element('q', textAttributes(), words),
          ),
        ),
        ...enteredFacts(properties).map((fact) => element('p', { class: 'card-voice' }, fact)),
        element('p', { class: 'card-standing' }, standingLine(properties)),
        ...limits(properties).map((note) => element('p', { class: 'card-limit' }, note)),
        buttons(
          isQuoted ? pages[index].sentence : null,
          true,
          more.flatMap((actions) => actions({ feature })),
        ),
        why(properties),
        finePrint(feature),
      );
    },

    /** @param {Dateline.Mention} mention a name that is not on the map */
    showMention(mention) {
      container.dataset.card = mention.id;
      fill(
        null,
        [heading(mention.text)],
        element('p', { class: 'card-role' }, `Not on the map · ${kindWords(mention.kind)}`),
        quote({ sentence: mention.sentence, names: [mention] }),
        mention.not_placed_because !== null &&
          element('p', { class: 'card-standing' }, mention.not_placed_because),
        ...mention.reasons.map((reason) => element('p', { class: 'card-limit' }, reason)),
        buttons(
          mention.sentence,
          false,
          more.flatMap((actions) => actions({ mention })),
        ),
      );
    },

    focus() {
      container.querySelector('h2')?.focus({ preventScroll: true });
    },
  };

  /**
   * @param {Dateline.LayerId | null} layer
   * @param {Node[]} title
   * @param {...import('../dom.js').Child} body
   */
  function fill(layer, title, ...body) {
    container.className = layer === null ? 'card' : `card look-${layer}`;
    container.replaceChildren(
      element(
        'div',
        { class: 'card-head' },
        ...title,
        element(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': 'Close',
            onclick: actions.onClose,
          },
          '×',
        ),
      ),
      element('div', { class: 'card-body' }, ...body),
    );
    container.hidden = false;
  }

  /** @param {string} name */
  function heading(name) {
    return element('h2', { id: 'card-title', tabindex: -1, dir: 'auto' }, name);
  }

  function textAttributes() {
    return { lang: data.report.language, dir: direction };
  }

  /** @param {Dateline.Properties} properties */
  function roleLine(properties) {
    const where = [properties.admin1, properties.country]
      .filter((name) => name && name !== properties.location)
      .join(', ');
    const title = layerTitle(properties.layer);
    const role = roleWords(properties.feature_role);
    const said = role.toLowerCase() === title.toLowerCase() ? title : `${title} · ${role}`;
    return [said, where].filter(Boolean).join(' · ');
  }

  /** @param {import('../text/sentences.js').SentencePage} page */
  function quote(page) {
    return element(
      'blockquote',
      { class: 'card-quote', ...textAttributes() },
      ...quotePieces(data.text.text, page).map((piece) =>
        piece.isName ? element('strong', {}, piece.text) : piece.text,
      ),
    );
  }

  /**
   * @param {number} index
   * @param {number} count
   */
  function pager(index, count) {
    const step = (/** @type {number} */ by) => actions.onPage((index + by + count) % count);
    return element(
      'div',
      { class: 'card-pager', role: 'group', 'aria-label': 'Sentences that name this place' },
      element(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Previous sentence',
          onclick: () => step(-1),
        },
        '‹',
      ),
      element('span', { 'aria-live': 'polite' }, `${index + 1} of ${count}`),
      element(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Next sentence',
          onclick: () => step(1),
        },
        '›',
      ),
    );
  }

  /**
   * @param {Dateline.Span | null} sentence null when the text does not speak of it
   * @param {boolean} linked whether there is a place that a link can open
   * @param {Node[]} others
   */
  function buttons(sentence, linked, others) {
    return element(
      'div',
      { class: 'card-actions' },
      sentence !== null &&
        element(
          'button',
          { type: 'button', class: 'button', onclick: () => actions.onShowInText(sentence) },
          'Show in text',
        ),
      linked &&
        element(
          'button',
          { type: 'button', class: 'button', onclick: actions.onCopyLink },
          'Copy link',
        ),
      ...others,
    );
  }

  /** @param {Dateline.Properties} properties */
  function why(properties) {
    const { score, reasons, others } = whyThisPlace(properties);
    if (score === null && reasons.length === 0 && others === null) {
      return null;
    }
    return element(
      'details',
      { class: 'card-why' },
      element('summary', {}, 'Why this place', score !== null && ` · ${score}`),
      element('ul', {}, ...reasons.map((reason) => element('li', {}, reason))),
      others !== null && element('p', {}, others),
    );
  }

  /** @param {Dateline.Feature} feature */
  function finePrint(feature) {
    const { properties } = feature;
    const coordinates = coordinatesOf(feature);
    const id = properties.gazetteer_id;
    const link = properties.gazetteer_uri;
    return element(
      'p',
      { class: 'card-fine' },
      properties.cue ? `Read from the words “${properties.cue}”. ` : null,
      properties.description ? `In the text: “${properties.description}”. ` : null,
      link?.startsWith('https://')
        ? element('a', { href: link, rel: 'noreferrer', target: '_blank' }, gazetteerName(link, id))
        : null,
      properties.source_url && webLink(properties.source_url),
      coordinates !== null && ' ',
      coordinates !== null &&
        element(
          'button',
          {
            type: 'button',
            class: 'text-button',
            title: 'Copy coordinates',
            onclick: () => actions.onCopyText(coordinates),
          },
          coordinates,
        ),
      properties.updated_at
        ? ` Version ${properties.version}, ${properties.updated_at.slice(0, 10)}.`
        : null,
    );
  }

  /** @param {string} address that someone entered */
  function webLink(address) {
    return /^https?:\/\//.test(address)
      ? element('a', { href: address, rel: 'noreferrer', target: '_blank' }, address)
      : null;
  }

  /**
   * @param {string} link
   * @param {string | null} id
   */
  function gazetteerName(link, id) {
    const name = link.includes('geonames.org')
      ? 'GeoNames'
      : link.includes('wikidata.org')
        ? 'Wikidata'
        : 'Gazetteer';
    return id === null ? name : `${name} ${id}`;
  }
}

/**
 * What the live region says when a card opens.
 *
 * @param {Dateline.Feature} feature
 * @param {Dateline.Mention[]} mentions
 * @param {(layer: Dateline.LayerId) => string} layerTitle
 */
export function announcement(feature, mentions, layerTitle) {
  const { location, layer } = feature.properties;
  const sentences = sentencePages(feature, mentions).length;
  return `${location}, ${layerTitle(layer).toLowerCase()}, ${counted(sentences, 'sentence')}`;
}
