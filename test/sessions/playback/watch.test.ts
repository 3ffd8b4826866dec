import { describe, expect, it } from 'vitest';
import { next } from '../../../src/sessions/core/machine.ts';
import type { Session } from '../../../src/sessions/core/state.ts';
import type { StoredSession } from '../../../src/sessions/core/stored-session.ts';
import { watch } from '../../../src/sessions/playback/watch.ts';
import { therapyScript } from '../scripts.ts';
import { MINUTE, Run, SECOND, START } from '../stepping.ts';
import { FakeTheatre } from './fakes.ts';

/** Ten minutes of ice that somebody watches, and the keys that reach its process. */
function watching() {
  const theatre = new FakeTheatre();
  const { session } = new Run(therapyScript('ice', { minutes: 10 })).does('skip');
  const sent: string[] = [];
  const stored: StoredSession = { v: 1, pid: 1, process: 'x', planned: 1, session };
  const { clock, openStage } = theatre;
  // Its process saves what happens.
  const read = (): StoredSession => ({ ...stored, session: next(session, 'time', clock.now()).session });
  const over = watch(stored, {
    clock,
    openStage,
    read,
    send: (press) => {
      sent.push(press);
      return {};
    },
    noticeOf: () => undefined,
  });
  return { theatre, clock, sent, over };
}

const left = ({ endsAt }: Session, now: number) => endsAt - now;

describe('a session that is watched', () => {
  it('shows each second for a second, whenever it was opened or a key was pressed', () => {
    const { theatre, clock } = watching();
    clock.passes(10_400);
    theatre.press('x');
    clock.passes(2000);
    const shown = theatre.shown.slice(-3).map(({ scene }) => left(scene.session, scene.now));
    expect(shown).toEqual([10 * MINUTE - 10_400, 10 * MINUTE - 11_000, 10 * MINUTE - 12_000]);
  });

  it('shows all keys until another key is pressed, which still does what it does', () => {
    const { theatre, sent } = watching();
    theatre.press('?');
    expect(theatre.last.showsKeys).toBe(true);
    theatre.press('?');
    expect(theatre.last.showsKeys).toBe(false);
    theatre.press('?');
    theatre.press('escape');
    expect(theatre.last.showsKeys).toBe(false);
    expect(sent).toEqual([]);
    theatre.press('?');
    theatre.press('p');
    expect(theatre.last.showsKeys).toBe(false);
    expect(sent).toEqual(['p']);
  });

  it.each([
    ['a skin check', 5 * MINUTE],
    ['the alarm', 10 * MINUTE],
  ])('shows %s in place of all keys', (_, ms) => {
    const { theatre, clock } = watching();
    clock.passes(ms - SECOND);
    theatre.press('?');
    expect(theatre.last.showsKeys).toBe(true);
    clock.passes(SECOND);
    expect(clock.now()).toBe(START + ms);
    expect(theatre.last.showsKeys).toBe(false);
  });

  it('takes every key but those that leave as an answer to the alarm', () => {
    const { theatre, clock, sent } = watching();
    clock.passes(10 * MINUTE);
    theatre.press('?');
    expect(theatre.last.showsKeys).toBe(false);
    expect(sent).toEqual(['?']);
  });

  it('is left with Escape once the list of keys is gone', async () => {
    const { theatre, over } = watching();
    theatre.press('?');
    theatre.press('escape');
    expect(theatre.closed).toBe(0);
    theatre.press('escape');
    expect(await over).toEqual({ why: 'left' });
  });
});
