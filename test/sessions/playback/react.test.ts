import { describe, expect, it } from 'vitest';
import { type WaitPolicy, type PlaybackState, react } from '../../../src/sessions/playback/react.ts';
import { meaningOf } from '../../../src/sessions/core/keys.ts';
import type { Session } from '../../../src/sessions/core/state.ts';
import { routineScript, stretchScript, therapyScript } from '../scripts.ts';
import { MINUTE, Run, SECOND } from '../stepping.ts';

const SOMEBODY: WaitPolicy = { canAnswer: true, linger: 8000 };
const NOBODY: WaitPolicy = { canAnswer: false, linger: 0 };

const ready = () => new Run(therapyScript('ice'));
const on = () => ready().ready().lives(MINUTE);
const over = () =>
  ready()
    .ready()
    .lives(15 * MINUTE);
const doneStretch = () => new Run(stretchScript(['knee-to-chest'])).ready().lives(50 * SECOND);
const STATES: Record<string, Session> = {
  ready: ready().session,
  'ready, paused': ready().does('pause').session,
  'ready for the second': new Run(routineScript('first-days')).ready().does('hurts').does('skip').session,
  on: on().session,
  paused: on().does('pause').session,
  slept: new Run(stretchScript(['knee-to-chest'])).ready().jumps(MINUTE).session,
  hurt: on().does('hurts').session,
  awake: new Run(therapyScript('heat')).ready().lives(450 * SECOND).session,
  alarm: over().session,
};

/** Presses keys, each some time after the one before. */
function pressed(run: Run, ...presses: (string | number)[]): PlaybackState {
  let [state, now]: [PlaybackState, number] = [{ session: run.session, isOver: false }, run.now];
  for (const press of presses) {
    if (typeof press === 'number') now += press;
    else ({ state } = react(state, press, now, SOMEBODY));
  }
  return state;
}

/** The kinds of what one press makes of a moment. */
const signalled = (run: Run, press: string) =>
  react({ session: run.session, isOver: false }, press, run.now, SOMEBODY).signals.map(({ kind }) => kind);

const means = (session: Session, press: string) => {
  const meaning = meaningOf(press, session);
  return meaning ? Object.values(meaning).join() : '-';
};

describe('a press', () => {
  const columns = [
    'space',
    'p',
    'enter',
    '+',
    '=',
    'n',
    'right',
    'b',
    'left',
    'backspace',
    'h',
    'q',
    'escape',
    'w',
    '5',
  ];

  it('means what it says at this moment', () => {
    const usual = 'extend extend skip skip back back back hurts stop stop';
    expect(
      Object.fromEntries(
        Object.entries(STATES).map(([name, session]) => [name, columns.map((one) => means(session, one)).join(' ')]),
      ),
    ).toEqual({
      ready: `pause pause skip ${usual} signs 5`,
      'ready, paused': `resume resume skip ${usual} signs 5`,
      'ready for the second': `pause pause skip ${usual} - -`,
      on: `pause pause - ${usual} - -`,
      paused: `resume resume resume ${usual} - -`,
      slept: `resume resume resume ${usual} - -`,
      hurt: `resume resume resume ${usual.replace(/stop$/, 'back')} signs -`,
      awake: columns.map(() => 'acknowledge').join(' '),
      alarm: columns.map(() => 'acknowledge').join(' '),
    });
  });

  it('of any other key means nothing, but answers an alarm', () => {
    for (const press of ['x', 'other', 'é', '11', '']) {
      expect(meaningOf(press, STATES['on']!)).toBeUndefined();
      expect(meaningOf(press, STATES['alarm']!)).toEqual({ event: 'acknowledge' });
    }
  });

  it('of Enter pauses a stretch, but not a pack on the skin', () => {
    expect(signalled(new Run(stretchScript(['knee-to-chest'])).ready(), 'enter')).toEqual(['paused']);
    expect(signalled(on(), 'enter')).toEqual(['nothing']);
    expect(pressed(on(), 'enter').session.paused).toBeUndefined();
    expect(signalled(on(), 'space')).toEqual(['paused']);
    expect(signalled(on().does('pause'), 'enter')).toEqual(['resumed']);
  });

  it('that means nothing says so', () => {
    for (const press of ['x', '5', 'w']) expect(signalled(on(), press)).toEqual(['nothing']);
    expect(signalled(on(), 'n')).toEqual(['nothing']);
    for (const press of ['space', '+', 'h']) expect(signalled(on().does('hurts'), press)).toEqual(['nothing']);
  });

  it.each(Object.keys(STATES))('of Ctrl-C leaves at once: %s', (name) => {
    expect(meaningOf('ctrl+c', STATES[name]!)).toEqual({ leave: 'stop' });
  });
});

describe('the pain before', () => {
  it('is typed while getting ready, and the last number holds', () => {
    expect(pressed(ready(), '4').pain?.value).toBe(4);
    expect(pressed(ready(), '4', 5000, '7').pain?.value).toBe(7);
    expect(pressed(ready(), '0').pain?.value).toBe(0);
  });

  it('is 10 for a 1 and a 0 right after it, or for a typed 10', () => {
    expect(pressed(ready(), '1', 1400, '0').pain?.value).toBe(10);
    expect(pressed(ready(), '1', 1500, '0').pain?.value).toBe(0);
    expect(pressed(ready(), '2', 500, '0').pain?.value).toBe(0);
    expect(pressed(ready(), '10').pain?.value).toBe(10);
  });

  it('is none once the session has begun', () => {
    expect(pressed(on(), '4').pain).toBeUndefined();
  });

  it('changes nothing of the clock', () => {
    const run = ready();
    expect(pressed(run, '4').session.endsAt).toBe(run.session.endsAt);
  });
});

describe('the alarm at the end', () => {
  it('is answered by any key, and then it is over', () => {
    const run = over();
    expect(pressed(run, 5000, 'x')).toMatchObject({ answeredAt: run.now + 5000, isOver: true });
    expect(pressed(run, 5000, 'x').session.alarm).toBeUndefined();
  });

  it('waits for a key, however long that takes', () => {
    const { session, now } = over();
    expect(react({ session, isOver: false }, undefined, now + 60 * MINUTE, SOMEBODY).state.isOver).toBe(false);
  });

  it('is not the check whether somebody is awake: that is answered, and the session goes on', () => {
    const state = pressed(new Run(therapyScript('heat')).ready().lives(8 * MINUTE), 'x');
    expect(state).toMatchObject({ isOver: false });
    expect(state.answeredAt).toBeUndefined();
    expect(state.session.alarm).toBeUndefined();
  });

  it('sounds once where nobody can answer, and nothing waits', () => {
    const run = ready()
      .ready()
      .lives(15 * MINUTE - 1);
    const { state, signals } = react({ session: run.session, isOver: false }, undefined, run.now + 1, NOBODY);
    expect(signals.map(({ kind }) => kind)).toEqual(['over', 'alarm']);
    expect(state).toMatchObject({ isOver: true });
    expect(state.session.alarm).toBeUndefined();
    expect(state.answeredAt).toBeUndefined();
  });
});

describe('leaving', () => {
  it('with q or Ctrl-C is over at once, as stopped', () => {
    expect(pressed(on(), 'q')).toMatchObject({ isOver: true, session: { ended: { why: 'stopped' } } });
    expect(pressed(on(), 'q').left).toBeUndefined();
    expect(pressed(on(), 'ctrl+c')).toMatchObject({
      isOver: true,
      left: 'stop',
      session: { ended: { why: 'stopped' } },
    });
  });

  it('for the warning signs is offered once it hurts, and keeps that it hurt', () => {
    const { session, left, isOver } = pressed(on(), 'h', 'w');
    expect({ left, isOver, ended: session.ended?.why, hurt: session.hurt }).toEqual({
      left: 'signs',
      isOver: true,
      ended: 'hurt',
      hurt: ['ice'],
    });
    expect(pressed(on(), 'w').isOver).toBe(false);
  });

  it('with Ctrl-C during the alarm leaves what was done', () => {
    expect(pressed(over(), 'ctrl+c')).toMatchObject({
      isOver: true,
      left: 'stop',
      session: { ended: { why: 'done' } },
    });
  });
});

describe('the end of a session without an alarm', () => {
  it('can be read for a while', () => {
    const { session, now } = doneStretch();
    const after = (ms: number) => react({ session, isOver: false }, undefined, now + ms, SOMEBODY).state.isOver;
    expect([0, 7999, 8000].map(after)).toEqual([false, false, true]);
  });

  it('is passed over by any key', () => {
    expect(pressed(doneStretch(), 1000, 'x').isOver).toBe(true);
  });
});
