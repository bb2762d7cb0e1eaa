/**
 * Editors' decisions on their way to the server, one after the other. What cannot be kept now stays
 * and is tried again; what somebody else changed meanwhile waits for a choice. Nothing is lost by
 * going on, by a reload or by a broken connection.
 */

/**
 * @typedef {import('./choices.js').Patch} Patch
 *
 * @typedef {object} Decision
 * @property {string} position "1743-1748", where the words stand
 * @property {string} words
 * @property {Patch | null} patch null brings back an earlier state
 * @property {number} [back] the version whose state that is
 * @property {boolean} identical whether it is for all mentions of the words
 * @property {number} version of the mention that the editor saw
 * @property {boolean} [undone] taken back while it was under way
 *
 * @typedef {object} Kept a decision that the server has
 * @property {string} words
 * @property {{position: string, before: number, after: number}[]} changes versions of the mentions
 *
 * @typedef {object} Refused why the server did not keep a decision
 * @property {'later' | 'changed' | 'never'} kind try again, changed by somebody else, or wrong
 * @property {string} words a sentence for the editor
 *
 * @typedef {object} Trouble
 * @property {Decision} decision
 * @property {Refused} refused
 *
 * @typedef {object} Progress
 * @property {number} waiting decisions that are not kept yet
 * @property {Trouble | null} trouble with the first of them
 */

/** Seconds until a decision is tried again, the longer the more often it failed. */
const PAUSES = [1, 2, 5, 15, 30];

/**
 * @param {object} parts
 * @param {(decision: Decision) => Promise<Dateline.Mention[]>} parts.send resolves to
 *     the report's mentions as they are then
 * @param {(error: unknown) => Refused | null} parts.refused null for what is no refusal but a fault
 * @param {() => Promise<Dateline.Mention[]>} parts.read the mentions as they are now
 * @param {() => Decision[]} parts.recall decisions that an earlier visit did not bring to the server
 * @param {(decisions: Decision[]) => void} parts.remember
 * @param {(mentions: Dateline.Mention[]) => void} parts.onMentions whenever the server told them
 * @param {(progress: Progress) => void} parts.onProgress
 * @param {(run: () => void, seconds: number) => void} [parts.after]
 */
export function createDecisions({
  send,
  refused,
  read,
  recall,
  remember,
  onMentions,
  onProgress,
  after = (run, seconds) => setTimeout(run, seconds * 1000),
}) {
  /** @type {Decision[]} */
  let queue = recall();
  /** @type {Kept[]} what can be undone, the newest last */
  const done = [];
  /** @type {Dateline.Mention[]} as the server last told them */
  let latest = [];
  /** @type {Trouble | null} */
  let trouble = null;
  let failures = 0;
  let busy = false;

  return {
    /** Decisions that are not kept yet, oldest first. */
    waiting: () => queue,

    /** Begins with what an earlier visit left. */
    start: () => void run(),

    /** @param {Dateline.Mention[]} mentions as the page has them now */
    setMentions(mentions) {
      latest = mentions;
    },

    /**
     * @param {Dateline.Mention} mention as the editor sees it
     * @param {Patch} patch
     * @param {boolean} identical
     */
    decide(mention, patch, identical) {
      add({
        position: positionOf(mention),
        words: mention.text,
        patch,
        identical,
        version: mention.version,
      });
    },

    /** @returns {string | null} the words whose decision is taken back; null when there is none */
    undo() {
      const index = queue.findLastIndex((decision) => decision.patch !== null && !decision.undone);
      const last = queue[index];
      if (last !== undefined) {
        if (busy && index === 0) {
          last.undone = true;
        } else {
          queue.splice(index, 1);
          trouble = trouble?.decision === last ? null : trouble;
        }
        changed();
        void run();
        return last.words;
      }
      const kept = done.pop();
      if (kept === undefined) {
        return null;
      }
      takeBack(kept);
      return kept.words;
    },

    /** Tries again what is in trouble, now. */
    retry() {
      trouble = null;
      void run();
    },

    /** Lets the editor's own decision stand over what somebody else decided meanwhile. */
    async keepMine() {
      const decision = trouble?.decision;
      if (decision === undefined) {
        return;
      }
      const now = await current(decision.position);
      if (now !== undefined && decision.patch === null) {
        decision.version = now.version;
      } else if (now !== undefined) {
        // Theirs may have taken away what the editor's is about, such as the place to confirm.
        const { position, words, version } = decision;
        queue.unshift({
          ...{ position, words, patch: null, back: version },
          ...{ identical: false, version: now.version },
        });
      }
      trouble = null;
      void run();
    },

    /** Lets go of the decision in trouble: what the server has stands. */
    drop() {
      queue = queue.filter((decision) => decision !== trouble?.decision);
      trouble = null;
      changed();
      void read().then(told, () => undefined);
      void run();
    },
  };

  /** @param {Kept} kept */
  function takeBack({ words, changes }) {
    for (const { position, before, after: version } of changes) {
      add({ position, words, patch: null, back: before, identical: false, version });
    }
  }

  /** @param {Decision} decision */
  function add(decision) {
    queue.push(decision);
    changed();
    void run();
  }

  async function run() {
    if (busy || trouble !== null) {
      return;
    }
    const decision = queue[0];
    if (decision === undefined) {
      changed();
      return;
    }
    busy = true;
    try {
      const mentions = await send(decision);
      failures = 0;
      queue.shift();
      settle(decision, mentions);
    } catch (error) {
      const why = refused(error);
      if (why === null) {
        throw error;
      }
      trouble = { decision, refused: why };
      if (why.kind === 'later') {
        tryLater();
      } else if (why.kind === 'changed') {
        await read().then(told, () => undefined);
      }
    } finally {
      busy = false;
    }
    changed();
    void run();
  }

  /**
   * @param {Decision} decision
   * @param {Dateline.Mention[]} mentions
   */
  function settle(decision, mentions) {
    const before = new Map(latest.map((mention) => [positionOf(mention), mention.version]));
    const changes = mentions
      .filter(
        (mention) =>
          positionOf(mention) === decision.position ||
          (decision.identical && mention.text === decision.words),
      )
      .map((mention) => {
        const position = positionOf(mention);
        return { position, before: before.get(position) ?? 0, after: mention.version };
      })
      .filter((change) => change.before !== change.after);
    if (decision.undone) {
      takeBack({ words: decision.words, changes });
    } else if (decision.patch !== null) {
      done.push({ words: decision.words, changes });
    }
    for (const { position, after: version } of changes) {
      // What the editor decided next saw this decision, though not yet its version.
      for (const next of queue) {
        if (next.position === position) {
          next.version = version;
        }
      }
      if (decision.patch === null) {
        for (const earlier of done.flatMap((kept) => kept.changes)) {
          if (earlier.position === position && earlier.after === decision.back) {
            earlier.after = version;
          }
        }
      }
    }
    told(mentions);
  }

  /** @param {Dateline.Mention[]} mentions */
  function told(mentions) {
    latest = mentions;
    onMentions(mentions);
  }

  function tryLater() {
    const pause = PAUSES[Math.min(failures, PAUSES.length - 1)];
    failures++;
    after(() => {
      if (trouble?.refused.kind === 'later') {
        trouble = null;
        void run();
      }
    }, pause);
  }

  /** @param {string} position */
  async function current(position) {
    const mentions = await read();
    told(mentions);
    return mentions.find((mention) => positionOf(mention) === position);
  }

  function changed() {
    remember(queue);
    onProgress({ waiting: queue.length, trouble });
  }
}

/**
 * @param {Dateline.Span} span
 * @returns {string} which outlasts a new run of the geoparser, unlike the id
 */
export function positionOf({ start, end }) {
  return `${start}-${end}`;
}

/**
 * The mentions as they will be once what waits is kept, so that nobody waits for the server.
 *
 * @param {Dateline.Mention[]} mentions
 * @param {Decision[]} waiting
 * @returns {Dateline.Mention[]}
 */
export function withWaiting(mentions, waiting) {
  return mentions.map((mention) =>
    waiting.reduce((now, decision) => {
      const meant =
        decision.position === positionOf(now) ||
        (decision.identical && decision.words === now.text && mention.version === 0);
      return meant ? { ...now, status: statusAfter(now.status, decision.patch) } : now;
    }, mention),
  );
}

/**
 * @param {string} status
 * @param {Patch | null} patch
 */
function statusAfter(status, patch) {
  if (patch === null) {
    return 'unverified';
  }
  if (typeof patch.status === 'string') {
    return patch.status;
  }
  return patch.gazetteer_id || patch.own_place ? 'verified' : status;
}
