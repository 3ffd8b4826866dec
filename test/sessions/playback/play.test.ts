import { describe, expect, it } from 'vitest';
import { play } from '../../../src/sessions/playback/play.ts';
import { begin } from '../../../src/sessions/core/machine.ts';
import type { Script } from '../../../src/sessions/core/script.ts';
import { elapsed } from '../../../src/sessions/core/state.ts';
import { stretchScript, therapyScript } from '../scripts.ts';
import { MINUTE, SECOND, START } from '../stepping.ts';
import { FakeTheatre } from './fakes.ts';

const ICE = therapyScript('ice', { minutes: 20 });
const KNEE = stretchScript(['knee-to-chest']);
const READY = 30 * SECOND;

function playing(script: Script, more: Parameters<FakeTheatre['ports']>[0] = {}) {
  const theatre = new FakeTheatre();
  return { theatre, clock: theatre.clock, over: play(begin(script, START), theatre.ports(more)) };
}

/** How often ice looks for requests itself in a time. */
function looksIn(ms: number, more: Parameters<FakeTheatre['ports']>[0] = {}): number {
  let looks = 0;
  const listen = () => ({ look: () => (looks += 1), stop: () => {} });
  playing(ICE, { listen, ...more }).clock.passes(ms);
  return looks;
}

describe('twenty minutes of ice, played', () => {
  it('wake once a second, and end without drift', async () => {
    const { theatre, clock, over } = playing(ICE);
    clock.passes(READY + 20 * MINUTE);
    expect(clock.wakings).toBe(30 + 20 * 60);
    expect(theatre.last.session.ended).toEqual({ at: START + READY + 20 * MINUTE, why: 'done' });
    theatre.press('x');
    const { session, answeredAt } = await over;
    expect(answeredAt).toBe(clock.now());
    expect(elapsed(session, clock.now())).toBe(20 * MINUTE);
  });

  it('look for requests themselves every five seconds, and at each wake-up where nothing is drawn', () => {
    expect(looksIn(21 * SECOND)).toBe(5);
    expect(looksIn(21 * SECOND, { nextLook: (_, now) => now + 3 * SECOND })).toBe(7);
  });

  it('look for requests again after the clock was set back', () => {
    let looks = 0;
    const now = { offset: 0 };
    const theatre = new FakeTheatre();
    const clock = {
      now: () => theatre.clock.now() + now.offset,
      wakeAt: (time: number, act: () => void) => theatre.clock.wakeAt(time - now.offset, act),
    };
    void play(
      begin(ICE, START),
      theatre.ports({ clock, listen: () => ({ look: () => (looks += 1), stop: () => {} }) }),
    );
    theatre.clock.passes(SECOND);
    expect(looks).toBe(1);
    now.offset = -60 * MINUTE;
    theatre.clock.passes(2 * SECOND);
    expect(looks).toBe(2);
  });

  it('show every second of them', () => {
    const { theatre, clock } = playing(ICE);
    clock.passes(READY + MINUTE);
    const left = theatre.shown.map(({ scene }) => (scene.session.endsAt - scene.now) / SECOND);
    expect(left.slice(0, 3)).toEqual([30, 29, 28]);
    expect(left.slice(-61)).toEqual(Array.from({ length: 61 }, (_, at) => 1200 - at));
  });

  it('are shown to the second again after a press in between', () => {
    const { theatre, clock } = playing(ICE);
    clock.passes(READY + 10_400);
    theatre.press('x');
    clock.passes(2000);
    const left = theatre.shown.slice(-3).map(({ scene }) => scene.session.endsAt - scene.now);
    expect(left).toEqual([20 * MINUTE - 10_400, 20 * MINUTE - 11_000, 20 * MINUTE - 12_000]);
  });

  it('sound the alarm by its ladder, and wait for a key', async () => {
    const { theatre, clock, over } = playing(ICE);
    clock.passes(READY + 30 * MINUTE);
    const alarms = theatre.shown.filter(({ signals }) => signals.some(({ kind }) => kind === 'alarm'));
    expect(alarms).toHaveLength(12);
    expect(theatre.closed).toBe(0);
    theatre.press('space');
    expect((await over).isOver).toBe(true);
    expect(theatre.closed).toBe(1);
  });

  it('go on while the computer sleeps', () => {
    const { theatre, clock } = playing(ICE);
    clock.passes(READY + MINUTE);
    clock.sleeps(9 * MINUTE);
    expect(theatre.shown.at(-1)!.signals[0]).toMatchObject({ kind: 'slept', onFor: 10 * MINUTE });
    expect(theatre.last.session.endsAt - clock.now()).toBe(10 * MINUTE);
  });
});

describe('a session that is over', () => {
  it('gives the stage back once, and wakes no more', async () => {
    const { theatre, clock, over } = playing(ICE);
    clock.passes(READY);
    theatre.press('q');
    expect((await over).session.ended?.why).toBe('stopped');
    expect([theatre.closed, clock.waiting]).toEqual([1, 0]);
  });

  it('ends by itself where nobody can answer', async () => {
    const { theatre, clock, over } = playing(ICE, { waitPolicy: { canAnswer: false, linger: 0 } });
    clock.passes(READY + 20 * MINUTE);
    const { session, answeredAt } = await over;
    expect(session.ended?.why).toBe('done');
    expect(answeredAt).toBeUndefined();
    expect([theatre.closed, clock.waiting]).toEqual([1, 0]);
  });

  it('can be read for eight seconds when it asks nothing', async () => {
    const { theatre, clock, over } = playing(KNEE);
    clock.passes(70 * SECOND);
    expect(theatre.last.session.ended?.why).toBe('done');
    clock.passes(7 * SECOND);
    expect(theatre.closed).toBe(0);
    clock.passes(SECOND);
    expect((await over).isOver).toBe(true);
    expect(theatre.closed).toBe(1);
  });
});

describe('the notice', () => {
  it('appears with what happened, and goes after its time', () => {
    const { theatre, clock } = playing(ICE);
    theatre.notice = ([signal]) => (signal?.kind === 'check' ? { text: 'Look.', seconds: 45 } : undefined);
    clock.passes(READY + 5 * MINUTE - SECOND);
    expect(theatre.last.notice).toBe('');
    clock.passes(SECOND);
    expect(theatre.last.notice).toBe('Look.');
    clock.passes(44 * SECOND);
    expect(theatre.last.notice).toBe('Look.');
    clock.passes(SECOND);
    expect(theatre.last.notice).toBe('');
  });

  it('is left alone by what shows none, and replaced by another one', () => {
    const { theatre, clock } = playing(ICE);
    clock.passes(READY);
    theatre.notice = ([signal]) => (signal?.kind === 'at-most' ? undefined : { text: signal!.kind, seconds: 9 });
    theatre.press('p');
    expect(theatre.last.notice).toBe('paused');
    theatre.press('+');
    expect(theatre.last.notice).toBe('paused');
    theatre.press('p');
    expect(theatre.last.notice).toBe('resumed');
  });

  it('of what has to be done waits for a brief one, and is there again after it', () => {
    const { theatre, clock } = playing(ICE);
    theatre.notice = ([signal]) =>
      signal?.kind === 'check' ? { text: 'Look.', seconds: 45 } : { text: signal!.kind, seconds: 6 };
    clock.passes(READY + 5 * MINUTE);
    clock.passes(10 * SECOND);
    theatre.press('x');
    expect(theatre.last.notice).toBe('nothing Look.');
    clock.passes(6 * SECOND);
    expect(theatre.last.notice).toBe('Look.');
    clock.passes(29 * SECOND);
    expect(theatre.last.notice).toBe('');
  });

  it('may be empty, and so takes one away', () => {
    const { theatre, clock } = playing(ICE);
    clock.passes(READY);
    theatre.notice = ([signal]) => ({ text: signal?.kind === 'paused' ? 'Paused.' : '', seconds: 9 });
    theatre.press('p');
    theatre.press('p');
    expect(theatre.last.notice).toBe('');
  });
});

describe('a session while it is played', () => {
  it('is saved at its beginning and whenever something happens, and not each second', () => {
    const { theatre, clock } = playing(ICE);
    expect(theatre.saved).toHaveLength(1);
    clock.passes(READY + 4 * MINUTE);
    const before = theatre.saved.length;
    expect(before).toBeLessThan(8);
    clock.passes(30 * SECOND);
    expect(theatre.saved).toHaveLength(before);
    theatre.press('p');
    expect(theatre.saved.at(-1)!.session.paused?.why).toBe('asked');
  });

  it('is drawn again as it is when the window has changed', () => {
    const { theatre, clock } = playing(ICE);
    clock.passes(400);
    theatre.stale();
    expect(theatre.shown.at(-1)).toMatchObject({ signals: [], scene: { now: START + 400 } });
    expect(clock.waiting).toBe(1);
  });

  it('shows within a second what becomes known later, beside what is said at that moment', () => {
    let notes = '';
    const { theatre, clock } = playing(ICE, { lateNotes: () => notes });
    theatre.notice = () => ({ text: 'Halfway.', seconds: 6 });
    clock.passes(READY + 10 * MINUTE - 1);
    notes = 'It can’t be heard.';
    clock.passes(1);
    expect(theatre.last.notice).toBe('Halfway. It can’t be heard.');
    clock.passes(6 * SECOND);
    expect(theatre.last.notice).toBe('It can’t be heard.');
    notes = '';
    clock.passes(SECOND);
    expect(theatre.last.notice).toBe('');
  });

  it('shows the pain that was typed, and what has to be known', () => {
    const { theatre } = playing(ICE, { notes: () => ['Later the guide changes to heat.'] });
    theatre.press('6');
    expect(theatre.last).toMatchObject({ pain: 6, notes: ['Later the guide changes to heat.'] });
  });

  it('wakes in between when the stage wants to', () => {
    const { theatre, clock } = playing(ICE);
    theatre.changesAt = ({ now }) => now + 250;
    clock.passes(SECOND);
    clock.passes(SECOND);
    expect(clock.wakings).toBe(1 + 4);
  });

  it('keeps its seconds while it is paused', () => {
    const { theatre, clock } = playing(ICE);
    clock.passes(READY + 10_400);
    theatre.press('p');
    const before = clock.wakings;
    clock.passes(10 * SECOND);
    expect(clock.wakings - before).toBe(10);
    theatre.press('p');
    clock.passes(600);
    expect(theatre.last.session.endsAt - theatre.last.now).toBe(20 * MINUTE - 11_000);
  });
});

describe('what goes wrong while a session is played', () => {
  it('is reported, and the stage closed', async () => {
    const { theatre, clock, over } = playing(ICE);
    theatre.notice = () => {
      throw new Error('no disk');
    };
    clock.passes(READY);
    await expect(over).rejects.toThrow('no disk');
    expect([theatre.closed, clock.waiting]).toEqual([1, 0]);
  });
});

describe('a resumed session', () => {
  it('still knows the pain that was rated before', async () => {
    const theatre = new FakeTheatre();
    const over = play(begin(ICE, START), theatre.ports(), 6);
    expect(theatre.last.pain).toBe(6);
    theatre.press('0');
    theatre.press('q');
    expect((await over).pain?.value).toBe(0);
  });
});
