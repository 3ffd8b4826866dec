import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredSession } from '../../src/sessions/core/stored-session.ts';
import { readSessionFile, sessionFileText } from '../../src/sessions/core/session-file.ts';
import { stretchScript, therapyScript } from './scripts.ts';
import { MINUTE, Run } from './stepping.ts';

const PID = 4321;
const sessions = [
  new Run(therapyScript('ice')).ready().session,
  new Run(therapyScript('ice')).ready().does('pause').session,
  new Run(stretchScript(['knee-to-chest', 'cat-cow'])).ready().session,
];
const stored = sessions.map((session): StoredSession => ({
  v: 1,
  pid: PID,
  process: 'this one',
  session,
  planned: MINUTE,
}));

/** The JSON value in the file of a session. */
const inFile = (one: StoredSession) => JSON.parse(sessionFileText(one)) as Record<string, unknown>;

/** Every place in a value: the names that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))];
}

/** The value with something else at one place. */
function withOther(value: unknown, [name, ...path]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = withOther(copy[name], path, other);
  return copy;
}

describe('a session from the disk', () => {
  it('is what was saved, of the process that its file is named after', () => {
    for (const one of stored) {
      expect(readSessionFile(inFile(one), PID)).toEqual(one);
      expect(readSessionFile({ ...inFile(one), pid: '../../../../victim' }, 7)).toMatchObject({ pid: 7 });
    }
  });

  it('is written in the form that other versions read', () => {
    for (const one of stored) {
      const { script } = inFile(one)['session'] as { script: object };
      const { countsDuringSleep, ...others } = one.session.script;
      expect(script).toEqual({ ...others, goesOnAsleep: countsDuringSleep });
    }
  });

  it('is nothing where any part of it is of another kind', () => {
    const one = inFile(stored[2]!);
    const places = placesIn(one).filter(([first]) => first !== 'pid');
    for (const place of places) {
      const other = withOther(one, place, { strange: 'constructor' });
      const isLoose = place.length === 0 || place.at(-1) === 'strange';
      if (!isLoose) expect.soft(readSessionFile(other, PID), place.join('.')).toBeUndefined();
    }
  });

  // What comes and goes in a session: each alone, right and wrong.
  it.each([
    ['paused', { left: 1, since: 2, why: 'slept' }, true],
    ['paused', { left: 1, since: 2, why: 'hurt' }, true],
    ['paused', { left: 1, since: 2, why: 'bored' }, false],
    ['paused', { since: 2, why: 'hurt' }, false],
    ['alarm', { since: 1, cue: 'Take the ice off' }, true],
    ['alarm', { since: 1, cue: 'Is the skin white?', answer: 'yes' }, true],
    ['alarm', { cue: 'Take the ice off' }, false],
    ['alarm', { since: 1, cue: 'Is the skin white?', answer: 1 }, false],
    ['ended', { at: 1, why: 'done' }, true],
    ['ended', { at: 1, why: 'stopped' }, true],
    ['ended', { at: 1, why: 'hurt' }, true],
    ['ended', { at: 1, why: 'over' }, false],
    ['ended', { why: 'done' }, false],
  ])('has %s as %j: %j', (name, value, good) => {
    expect(readSessionFile(withOther(inFile(stored[0]!), ['session', name], value), PID) !== undefined).toBe(good);
  });

  it.each([
    [undefined, true],
    [true, true],
    ['no', false],
  ])('has a clock of twelve hours as %j: %j', (value, good) => {
    const one = withOther(inFile(stored[0]!), ['session', 'script', 'twelveHours'], value);
    expect(readSessionFile(one, PID) !== undefined).toBe(good);
  });

  it.each([
    [{ at: 'half', cue: 'Turn round' }, true],
    [{ at: 5, cue: 'Look at the skin', answer: 'Is it white?' }, true],
    [{ at: 'end', cue: 'Turn round' }, false],
    [{ at: 'half' }, false],
    [{ at: 5, cue: 'Look at the skin', answer: 7 }, false],
    ['half', false],
  ])('has a check %j in a step: %j', (check, good) => {
    const one = withOther(inFile(stored[0]!), ['session', 'script', 'steps', '0', 'checks'], [check]);
    expect(readSessionFile(one, PID) !== undefined).toBe(good);
  });

  it('is nothing if its step or its part doesn’t exist', () => {
    const one = inFile(stored[0]!);
    for (const at of [-1, 99, 0.5, 'length', '__proto__']) {
      expect(readSessionFile(withOther(one, ['session', 'at'], at), PID)).toBeUndefined();
      expect(readSessionFile(withOther(one, ['session', 'script', 'steps', '0', 'part'], at), PID)).toBeUndefined();
    }
  });

  it('is whole or nothing, whatever JSON there is', () => {
    const any = fc.property(fc.json(), (text) => readSessionFile(JSON.parse(text), PID) === undefined);
    fc.assert(any);
  });
});
