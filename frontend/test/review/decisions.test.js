import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createDecisions,
  positionOf,
  withWaiting,
} from '../../src/main/resources/static/app/review/decisions.js';
import { mention } from './mentions.js';

/** A server in the small: versions, identical mentions, and a connection that can break. */
function newsroom() {
  let mentions = [mention(0, 'Kidal'), mention(20, 'Gao'), mention(40, 'Kidal')];
  let versions = 0;
  /** @type {(() => void)[]} */
  const later = [];
  const server = {
    reachable: true,
    /** @type {any[]} */
    told: [],
    /** @type {any[]} */
    kept: [],
    mentions: () => mentions,
    /**
     * @param {(mention: Dateline.Mention) => boolean} which
     * @param {Partial<Dateline.Mention>} change
     */
    change(which, change) {
      versions++;
      mentions = mentions.map((one) =>
        which(one) ? { ...one, ...change, version: versions } : one,
      );
    },
    later,
  };
  const decisions = createDecisions({
    async send({ position, patch, identical, version, words }) {
      if (!server.reachable) {
        throw new Error('unreachable');
      }
      const target = mentions.find((one) => positionOf(one) === position);
      if (target?.version !== version) {
        throw new Error('changed');
      }
      if (patch?.status === 'verified' && target.status === 'rejected') {
        throw new Error('no place');
      }
      server.change(
        (one) => one === target || (identical && one.text === words && one.version === 0),
        { status: patch === null ? 'unverified' : String(patch.status) },
      );
      return mentions;
    },
    refused: (error) => {
      const { message } = /** @type {Error} */ (error);
      const kinds = /** @type {const} */ ({ changed: 'changed', 'no place': 'never' });
      return {
        kind: kinds[/** @type {keyof typeof kinds} */ (message)] ?? 'later',
        words: message,
      };
    },
    read: async () => mentions,
    recall: () => [],
    remember: (queue) => {
      server.kept = structuredClone(queue);
    },
    onMentions: () => undefined,
    onProgress: (progress) => server.told.push(progress),
    after: (run) => later.push(run),
  });
  decisions.setMentions(mentions);
  return { server, decisions };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('decisions', () => {
  it('are kept one after the other, each for all mentions that read the same', async () => {
    const { server, decisions } = newsroom();
    const [kidal, gao] = server.mentions();
    decisions.decide(kidal, { status: 'verified' }, true);
    decisions.decide(gao, { status: 'rejected' }, true);
    await settled();
    assert.deepEqual(
      server.mentions().map(({ status }) => status),
      ['verified', 'rejected', 'verified'],
    );
    assert.deepEqual(decisions.waiting(), []);
  });

  it('can be made twice on one mention without waiting for the server', async () => {
    const { server, decisions } = newsroom();
    const [kidal] = server.mentions();
    decisions.decide(kidal, { status: 'verified' }, true);
    decisions.decide(kidal, { status: 'rejected' }, false);
    await settled();
    assert.deepEqual(
      server.mentions().map(({ status }) => status),
      ['rejected', 'unverified', 'verified'],
    );
  });

  it('are all taken back by undoing them one by one', async () => {
    const { server, decisions } = newsroom();
    const [kidal, gao] = server.mentions();
    decisions.decide(kidal, { status: 'verified' }, true);
    decisions.decide(gao, { status: 'verified' }, true);
    await settled();
    assert.equal(decisions.undo(), 'Gao');
    assert.equal(decisions.undo(), 'Kidal');
    assert.equal(decisions.undo(), null);
    await settled();
    assert.ok(server.mentions().every(({ status }) => status === 'unverified'));
  });

  it('stay and are tried again when the server cannot be reached', async () => {
    const { server, decisions } = newsroom();
    server.reachable = false;
    const [kidal, gao] = server.mentions();
    decisions.decide(kidal, { status: 'verified' }, true);
    decisions.decide(gao, { status: 'verified' }, true);
    await settled();
    const told = server.told[server.told.length - 1];
    assert.equal(told.waiting, 2);
    assert.equal(told.trouble.refused.kind, 'later');
    assert.equal(server.kept.length, 2, 'a reload finds them');
    server.reachable = true;
    server.later.forEach((run) => run());
    await settled();
    assert.ok(server.mentions().every(({ status }) => status === 'verified'));
    assert.equal(server.kept.length, 0);
  });

  it('wait for a choice when somebody else decided meanwhile', async () => {
    const { server, decisions } = newsroom();
    const [kidal, gao] = server.mentions();
    server.change((one) => one.start === 0, { status: 'rejected' });
    decisions.decide(kidal, { status: 'verified' }, false);
    decisions.decide(gao, { status: 'verified' }, true);
    await settled();
    assert.equal(server.mentions()[0].status, 'rejected');
    assert.equal(server.told[server.told.length - 1].trouble.refused.kind, 'changed');
    await decisions.keepMine();
    await settled();
    assert.deepEqual(
      server.mentions().map(({ status }) => status),
      ['verified', 'verified', 'unverified'],
    );
  });

  it('can give way to what somebody else decided', async () => {
    const { server, decisions } = newsroom();
    const [kidal, gao] = server.mentions();
    server.change((one) => one.start === 0, { status: 'rejected' });
    decisions.decide(kidal, { status: 'verified' }, false);
    decisions.decide(gao, { status: 'verified' }, true);
    await settled();
    decisions.drop();
    await settled();
    assert.deepEqual(
      server.mentions().map(({ status }) => status),
      ['rejected', 'verified', 'unverified'],
    );
  });

  it('are taken back while they are under way', async () => {
    const { server, decisions } = newsroom();
    decisions.decide(server.mentions()[0], { status: 'verified' }, true);
    assert.equal(decisions.undo(), 'Kidal');
    assert.equal(decisions.undo(), null);
    await settled();
    assert.ok(server.mentions().every(({ status }) => status === 'unverified'));
    assert.equal(server.mentions()[0].version, 2);
  });

  it('are undone before they were sent', async () => {
    const { server, decisions } = newsroom();
    server.reachable = false;
    decisions.decide(server.mentions()[0], { status: 'verified' }, true);
    decisions.decide(server.mentions()[1], { status: 'verified' }, true);
    await settled();
    assert.equal(decisions.undo(), 'Gao');
    assert.equal(decisions.undo(), 'Kidal');
    assert.deepEqual(decisions.waiting(), []);
  });
});

describe('withWaiting', () => {
  it('shows what is on its way as decided, but not over what was decided one by one', () => {
    const mentions = [
      mention(0, 'Kidal'),
      mention(20, 'Kidal', { status: 'rejected', version: 2 }),
      mention(40, 'Kidal'),
    ];
    const waiting = [
      {
        position: '0-5',
        words: 'Kidal',
        patch: { status: 'verified' },
        identical: true,
        version: 0,
      },
    ];
    assert.deepEqual(
      withWaiting(mentions, waiting).map(({ status }) => status),
      ['verified', 'rejected', 'verified'],
    );
  });
});
