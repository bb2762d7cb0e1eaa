/** The way into the review: a button and a key, and what a card offers editors. */

import { element } from '../dom.js';
import { confirmation, NOT_A_PLACE } from '../review/choices.js';
import { isChecked, itemsOf, progressOf } from '../review/items.js';
import { recall } from '../shell/preferences.js';
import { fillHeaderSlot } from './header.js';

/** @typedef {import('../review/review.js').Review} Review */

/**
 * @param {import('./desk.js').DeskPage} page
 * @param {import('./session.js').Session} session
 */
export function createReviewDoor(page, session) {
  const { data, store, notice } = page;
  /** @type {Promise<Review> | null} */
  let review = null;
  let left = leftIn(data.text.mentions);
  const button = element('button', {
    type: 'button',
    class: 'button',
    'aria-keyshortcuts': 'R',
    onclick: () => void enter((opened) => (opened.isOpen() ? opened.leave() : opened.open())),
  });

  page.cardActions.push(({ feature, mention }) =>
    session.can('editor') ? editing(feature, mention) : [],
  );
  session.onChange(show);
  store.on(['revision'], () => {
    tellLeft(leftIn(data.text.mentions));
    void review?.then((opened) => opened.renew());
  });
  show();

  function show() {
    const isEditor = session.can('editor');
    fillHeaderSlot('review', isEditor ? button : null);
    if (isEditor) {
      page.letters.r = () => button.click();
    } else {
      delete page.letters.r;
    }
    tellLeft(left);
    page.showCard();
    // What an earlier visit could not save is saved now.
    if (isEditor && (recall(`review.${data.report.id}`) ?? '[]') !== '[]') {
      void enter(() => undefined);
    }
  }

  /** @param {number} count */
  function tellLeft(count) {
    left = count;
    button.replaceChildren(
      element('span', { class: 'desk-word' }, 'Review'),
      element('span', { class: 'desk-sign', 'aria-hidden': 'true' }, '✓'),
      count === 0 ? '' : element('span', { class: 'count' }, String(count)),
    );
    button.setAttribute('aria-label', `Review, ${count} places not checked`);
  }

  /** @param {(review: Review) => void} act */
  async function enter(act) {
    review ??= import('../review/review.js').then(({ createReview }) =>
      createReview(page, session, tellLeft),
    );
    try {
      act(await review);
      page.strip.clear('review');
    } catch (error) {
      review = null;
      page.strip.show('review', 'The review could not be loaded.', () => void enter(act));
      console.warn(error);
    }
  }

  /**
   * @param {Dateline.Feature | undefined} feature
   * @param {Dateline.Mention | undefined} mention
   */
  function editing(feature, mention) {
    const mentions =
      mention === undefined
        ? data.text.mentions.filter(({ feature_id: id }) => id === feature?.id)
        : [mention];
    if (mentions.length === 0) {
      return [];
    }
    const [first] = mentions;
    return [
      feature !== undefined && !mentions.every(isChecked)
        ? action('Confirm', () => decideAll(mentions, confirmation, 'Confirmed'))
        : null,
      action('Change', () => enter((opened) => opened.open(first.text))),
      feature === undefined
        ? null
        : action('Hide', () => decideAll(mentions, () => NOT_A_PLACE, 'Hidden')),
    ].filter((node) => node !== null);
  }

  /**
   * @param {Dateline.Mention[]} mentions of one feature
   * @param {(mention: Dateline.Mention) => import('../review/choices.js').Patch} patch
   * @param {string} said
   */
  function decideAll(mentions, patch, said) {
    const words = new Map(mentions.map((mention) => [mention.text, mention]));
    void enter((opened) => {
      for (const mention of words.values()) {
        opened.decide(mention, patch(mention));
      }
      notice.toast(`${said}: ${mentions[0].name ?? mentions[0].text}`, {
        words: 'Undo',
        act: () => [...words].forEach(() => opened.undo()),
      });
    });
  }

  /**
   * @param {string} words
   * @param {() => void} onclick
   */
  function action(words, onclick) {
    return element('button', { type: 'button', class: 'button', onclick }, words);
  }
}

/** @param {Dateline.Mention[]} mentions */
function leftIn(mentions) {
  const { checked, all } = progressOf(itemsOf(mentions).filter(({ part }) => part === 'places'));
  return all - checked;
}
