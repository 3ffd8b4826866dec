import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  change,
  goOn,
  type Interview,
  NEW_INTERVIEW,
  nextScreen,
  reply,
  screensOf,
  setAside,
} from '../../src/triage/core/interview.ts';
import { continuedCheck, continuesAt, unfinishedCheck } from '../../src/triage/core/unfinished.ts';
import { KNOWLEDGE, ORDINARY } from './answers.ts';

const NOW = 1_790_000_000_000;
const HOUR = 3_600_000;
const screens = screensOf(KNOWLEDGE);

/** A check that was answered up to a screen. */
function answered(count: number): Interview {
  let interview = NEW_INTERVIEW;
  for (const screen of screens.slice(0, count)) {
    const said =
      screen.kind === 'checklist'
        ? {
            signs: [],
            unsure: ['blood-thinner'].filter((id) => screen.checklist.signs.includes(id)),
            asked: screen.checklist.signs,
          }
        : ORDINARY[screen.id]!;
    interview = reply(interview, screen, said);
  }
  return interview;
}

/** What a file gives back. */
function read(interview: Interview, at = NOW): unknown {
  return JSON.parse(JSON.stringify(unfinishedCheck(interview, at)));
}

describe('a check that was left in the middle', () => {
  test.each([1, 5, 8, 10])('continues after %i screens with all that was said', (count) => {
    const interview = answered(count);
    const continued = continuedCheck(KNOWLEDGE, read(interview), NOW + HOUR)!;
    expect(continued).toEqual({ replies: interview.replies, done: interview.done });
    expect(nextScreen(KNOWLEDGE, continued)?.id).toBe(screens[count]!.id);
  });

  test('brings back what was marked on the screen that it was left at, and asks that screen again', () => {
    const marks = { signs: [], unsure: ['night-rest'], asked: ['night-rest'] };
    const continued = continuedCheck(KNOWLEDGE, read(setAside(answered(3), screens[3]!, marks)), NOW)!;
    expect(continued.replies.get('soon')).toEqual(marks);
    expect(nextScreen(KNOWLEDGE, continued)?.id).toBe('soon');
  });

  test.each([
    ['two hours and a minute later', NOW + 2 * HOUR + 60_000],
    ['where the clock was set back', NOW - 1],
  ])('is forgotten %s', (_when, now) => {
    expect(continuedCheck(KNOWLEDGE, read(answered(5)), now)).toBeUndefined();
  });

  test('continues at the answer that was being changed', () => {
    expect(continuesAt(KNOWLEDGE, change(answered(11), 'age'))?.id).toBe('age');
  });

  test('continues with the result of an emergency after which somebody went on', () => {
    const marks = { signs: ['chest-pain'], unsure: [], asked: KNOWLEDGE.checklists[0]!.signs };
    const further = goOn(KNOWLEDGE, reply(NEW_INTERVIEW, screens[0]!, marks));
    expect(nextScreen(KNOWLEDGE, further)?.id).toBe('warning-signs');
    expect(continuesAt(KNOWLEDGE, further)).toBeUndefined();
  });

  test('is nothing where nothing was answered', () => {
    expect(continuedCheck(KNOWLEDGE, read(NEW_INTERVIEW), NOW)).toBeUndefined();
  });

  test('asks again what this version does not know, or what makes no sense', () => {
    const odd = {
      at: NOW,
      replies: [
        ['now', { signs: ['of-another-version'], unsure: [], asked: [] }],
        ['pain', 11],
        ['age', 'constructor'],
        ['__proto__', 'x'],
        ['onset', 'under-24-hours'],
      ],
      done: ['now', 'pain', 'age', '__proto__', 'onset'],
    };
    const continued = continuedCheck(KNOWLEDGE, odd, NOW)!;
    expect([...continued.replies.keys()]).toEqual(['onset']);
    expect(continued.done).toEqual(['onset']);
  });

  test('is never an error, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => continuedCheck(KNOWLEDGE, value, NOW)).not.toThrow();
      }),
    );
  });
});
