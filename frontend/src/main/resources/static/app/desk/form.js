/** The form of one location: where, what, source, how precise; all else is optional. */

import { element } from '../dom.js';
import {
  EVENT_TYPES,
  OPTIONAL,
  RESOLUTIONS,
  SENSITIVE_REASONS,
  sensitiveReason,
} from './fields.js';

/** @typedef {ReturnType<typeof createForm>} Form */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * @param {HTMLElement} panel holds the form
 * @param {import('./place-field.js').PlaceField} place
 * @param {object} events
 * @param {() => void} events.onInput after each change
 * @param {() => void} events.onSave
 * @param {() => void} events.onClose
 * @param {() => void} events.onDiscard
 * @param {(shape: import('../map/drafting.js').Shape) => void} events.onDraw
 */
export function createForm(panel, place, { onInput, onSave, onClose, onDiscard, onDraw }) {
  /** @type {Map<string, Control>} */
  const controls = new Map();
  const heading = element('h2', { id: 'desk-title', tabindex: -1 });
  const state = element('p', { class: 'desk-state' });
  const notes = element('div', { class: 'desk-notes', 'aria-live': 'polite' });
  const where = element('p', { class: 'desk-position' });
  const why = text('why', 'Readers of the history see it');
  const whyField = field('why', 'Why this change', why);
  const protection = choice('sensitivity', [
    ['public', 'Shown as placed'],
    ['limited', 'Shown as a 5 km cell only'],
  ]);
  const reason = choice('sensitivity_reason', [['', 'Choose why'], ...SENSITIVE_REASONS]);
  const reasonField = field('sensitivity_reason', 'Why protected', reason);
  const hint = element('p', { class: 'field-note field-note--warning' });
  const save = element('button', { type: 'submit', class: 'button button--primary' });
  const discard = element('button', { type: 'button', class: 'button', onclick: onDiscard });
  const signIn = element('a', { class: 'button sign-in' }, 'Sign in to save');
  const more = element(
    'details',
    { class: 'desk-more' },
    element('summary', {}, 'More: what happened, when, who, protection'),
    ...OPTIONAL.map(optional),
  );
  /** Whether the person, not a default, has said how precise it is, and whether it is protected. */
  const chosen = { resolution: false, protection: false };
  /** @type {Dateline.Draft['properties']} */
  let unseen = {};
  /** The state before the change, '' for a new location. */
  let protectedBefore = '';

  const form = element(
    'form',
    { class: 'desk-form', novalidate: true, onsubmit: submit, oninput: changed, onchange: changed },
    element(
      'div',
      { class: 'card-head' },
      heading,
      element(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: onClose },
        '×',
      ),
    ),
    element(
      'div',
      { class: 'desk-body' },
      state,
      notes,
      element(
        'div',
        { class: 'field' },
        element('label', { for: 'desk-where' }, 'Where'),
        ...place.nodes,
        where,
        element(
          'div',
          { class: 'desk-shapes', role: 'group', 'aria-label': 'Draw on the map' },
          element('span', {}, 'or draw'),
          ...['point', 'line', 'area'].map((shape) =>
            element(
              'button',
              {
                type: 'button',
                class: 'chip',
                onclick: () => onDraw(/** @type {import('../map/drafting.js').Shape} */ (shape)),
              },
              shape,
            ),
          ),
        ),
      ),
      field('location', 'What', text('location', 'Place, or what happened there')),
      field('source', 'Source', text('source', 'Web address, or “own reporting”')),
      field('location_resolution', 'How precise', choice('location_resolution', RESOLUTIONS)),
      field('sensitivity', 'Protection', protection, hint),
      reasonField,
      whyField,
      more,
    ),
    element('div', { class: 'desk-foot' }, save, signIn, discard),
  );
  panel.replaceChildren(form);
  control('location_resolution').addEventListener('change', () => (chosen.resolution = true));
  protection.addEventListener('change', () => (chosen.protection = true));
  control('event_type').addEventListener('change', () => showSubTypes(''));

  return {
    /**
     * @param {Dateline.Draft} draft
     * @param {{signedIn: boolean, signInAddress: string}} about
     */
    show(draft, about) {
      const { properties } = draft;
      heading.textContent = draft.id === undefined ? 'Add location' : 'Edit location';
      unseen = properties;
      protectedBefore = draft.id === undefined ? '' : String(properties.sensitivity ?? 'public');
      chosen.resolution = properties.location_resolution !== undefined;
      chosen.protection = properties.sensitivity !== undefined;
      why.value = '';
      for (const [name, input] of controls) {
        if (name !== 'why' && name !== 'sub_event_type') {
          input.value = String(
            properties[name] ??
              (input instanceof HTMLSelectElement ? (input.options[0]?.value ?? '') : ''),
          );
        }
      }
      if (typeof properties.source_url === 'string') {
        control('source').value = properties.source_url;
      }
      showSubTypes(String(properties.sub_event_type ?? ''));
      more.open = false;
      this.clearErrors();
      this.note(null);
      this.showGeometry(draft.geometry);
      this.showWho(about);
      discard.textContent = draft.id === undefined ? 'Discard' : 'Cancel';
      panel.hidden = false;
      suggestProtection();
    },

    /** @param {{signedIn: boolean, signInAddress: string}} about */
    showWho({ signedIn, signInAddress }) {
      save.textContent = signedIn ? 'Save' : 'Keep as draft';
      signIn.hidden = signedIn;
      signIn.href = signInAddress;
      state.textContent = signedIn ? '' : 'A draft in this browser, not yet saved on the server.';
      state.hidden = signedIn;
    },

    hide() {
      panel.hidden = true;
    },

    isOpen: () => !panel.hidden,

    /** @param {Dateline.Geometry | null} geometry */
    showGeometry(geometry) {
      where.textContent = geometry === null ? '' : geometryWords(geometry);
    },

    /**
     * What a place that was taken says, where nobody has said otherwise.
     *
     * @param {Partial<import('./candidates.js').Candidate>} found
     */
    suggest({ name, resolution, gazetteerId, country, admin1 }) {
      const what = control('location');
      if (name && what.value.trim() === '') {
        what.value = name;
      }
      if (!chosen.resolution && resolution !== undefined) {
        control('location_resolution').value = resolution;
      }
      unseen = {
        ...unseen,
        gazetteer_id: gazetteerId ?? '',
        country: country ?? '',
        admin1: admin1 ?? '',
      };
      suggestProtection();
    },

    /** @returns {Dateline.Draft['properties']} as typed; without what is empty */
    values() {
      /** @type {Dateline.Draft['properties']} */
      const values = { ...unseen };
      for (const [name, input] of controls) {
        if (name === 'why') {
          continue;
        }
        const typed = input.value.trim();
        delete values[name];
        if (typed !== '') {
          values[name] = input.type === 'number' ? Number(typed) : typed;
        }
      }
      if (values.sensitivity === 'public') {
        delete values.sensitivity_reason;
      }
      return values;
    },

    why: () => why.value.trim(),

    /** @returns {boolean} whether nothing that a location needs is missing; says what is */
    check() {
      this.clearErrors();
      const missing = [
        ['location', 'Say what it is, in a few words.'],
        ['source', 'Say how you know.'],
        ...(protection.value === 'limited' ? [['sensitivity_reason', 'Choose why.']] : []),
        ...(whyField.hidden ? [] : [['why', 'Say why, in a few words.']]),
      ].filter(([name]) => control(name).value.trim() === '');
      missing.forEach(([name, words]) => this.error(name, words));
      if (missing.length > 0) {
        control(missing[0][0]).focus();
      }
      return missing.length === 0;
    },

    /**
     * @param {string} name of the field
     * @param {string} words
     * @returns {boolean} whether the form has that field
     */
    error(name, words) {
      const input = controls.get(name === 'source_url' ? 'source' : name);
      if (input === undefined) {
        return false;
      }
      input.setAttribute('aria-invalid', 'true');
      const said = form.querySelector(`#desk-${CSS.escape(input.name)}-error`);
      if (said !== null) {
        said.textContent = words;
      }
      if (more.contains(input)) {
        more.open = true;
      }
      return true;
    },

    clearErrors() {
      for (const said of form.querySelectorAll('.field-error')) {
        said.textContent = '';
      }
      controls.forEach((input) => input.removeAttribute('aria-invalid'));
    },

    /** @param {Node | null} content said above the fields; null takes it away */
    note(content) {
      notes.replaceChildren(...(content === null ? [] : [content]));
      notes.querySelector('button')?.scrollIntoView({ block: 'nearest' });
    },

    /** The first field that is still empty, or the way to save. */
    focusNext() {
      const empty = ['location', 'source'].find((name) => control(name).value.trim() === '');
      (empty === undefined ? save : control(empty)).focus();
    },

    focusHeading: () => heading.focus({ preventScroll: true }),

    /** Asks for a reason: the server wants one for this change. */
    askWhy() {
      whyField.hidden = false;
      why.focus();
    },

    /** @param {boolean} busy */
    setBusy(busy) {
      save.disabled = busy;
      form.setAttribute('aria-busy', String(busy));
    },
  };

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    onSave();
  }

  function changed() {
    suggestProtection();
    onInput();
  }

  /** A place that looks sensitive is protected until somebody decides otherwise. */
  function suggestProtection() {
    const found = sensitiveReason(
      control('location').value,
      control('notes').value,
      control('quote').value,
    );
    if (found !== null && !chosen.protection) {
      protection.value = 'limited';
      reason.value = found;
    }
    const label = SENSITIVE_REASONS.find(([name]) => name === found)?.[1];
    hint.textContent =
      label === undefined
        ? ''
        : protection.value === 'limited'
          ? `This looks like a ${label}. Readers see a 5 km cell only.`
          : `This looks like a ${label}, and will be shown as placed.`;
    reasonField.hidden = protection.value !== 'limited';
    const opened =
      protection.value === 'public' &&
      (protectedBefore === 'limited' || (found !== null && protectedBefore === ''));
    whyField.hidden = !opened;
  }

  /** @param {string} selected */
  function showSubTypes(selected) {
    const input = /** @type {HTMLSelectElement} */ (control('sub_event_type'));
    const types = EVENT_TYPES[control('event_type').value] ?? [];
    input.replaceChildren(...options([['', ''], ...types.map(same)]));
    input.value = selected;
    input.disabled = types.length === 0;
  }

  /** @param {string} name */
  function control(name) {
    return /** @type {Control} */ (controls.get(name));
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {...HTMLElement} nodes the control first
   */
  function field(name, label, ...nodes) {
    const error = element('p', { class: 'field-error', id: `desk-${name}-error` });
    return element(
      'div',
      { class: 'field' },
      element('label', { for: `desk-${name}` }, label),
      ...nodes,
      error,
    );
  }

  /** @param {import('./fields.js').Field} about */
  function optional({ name, label, kind, hint: help = '', choices = [] }) {
    if (kind === 'choice') {
      return field(name, label, choice(name, [['', ''], ...choices.map(same)]));
    }
    if (kind === 'words') {
      const area = element('textarea', { ...named(name), rows: 2, placeholder: help });
      controls.set(name, area);
      return field(name, label, area);
    }
    const input = text(name, help);
    if (kind === 'number') {
      input.type = 'number';
      input.min = '0';
    }
    return field(name, label, input);
  }

  /**
   * @param {string} name
   * @param {string} placeholder
   */
  function text(name, placeholder) {
    const input = element('input', {
      ...named(name),
      type: 'text',
      placeholder,
      autocomplete: 'off',
    });
    controls.set(name, input);
    return input;
  }

  /**
   * @param {string} name
   * @param {string[][]} choices value and label
   */
  function choice(name, choices) {
    const input = element('select', named(name), ...options(choices));
    controls.set(name, input);
    return input;
  }

  /** @param {string} name */
  function named(name) {
    return { id: `desk-${name}`, name, 'aria-describedby': `desk-${name}-error` };
  }
}

/** @param {string[][]} choices value and label */
function options(choices) {
  return choices.map(([value, label]) => element('option', { value }, label));
}

/** @param {string} value */
function same(value) {
  return [value, value];
}

/**
 * @param {Dateline.Geometry} geometry
 * @returns {string}
 */
export function geometryWords(geometry) {
  if (geometry.type === 'Point') {
    const [lon, lat] = geometry.coordinates;
    return `At ${Number(lat.toFixed(5))}, ${Number(lon.toFixed(5))}. Drag the pin to move it.`;
  }
  if (geometry.type === 'LineString') {
    return `A line of ${geometry.coordinates.length} points. Drag its points to change it.`;
  }
  return geometry.type === 'Polygon'
    ? `An area of ${geometry.coordinates[0].length - 1} corners. Drag its corners to change it.`
    : 'Several parts.';
}
