import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../src/sessions/core/outcome.ts';
import type { Script } from '../../../src/sessions/core/script.ts';
import { makeGlyphs } from '../../../src/terminal/glyphs.ts';
import { PLAIN } from '../../../src/terminal/style.ts';
import { type FinishedSession, summaryLines } from '../../../src/sessions/views/summary.ts';
import { inZone } from '../../journal/zone.ts';
import { routineScript, therapyNamed, therapyScript, WORDS } from '../scripts.ts';
import { MINUTE, Run } from '../stepping.ts';

inZone('UTC', { beforeAll, afterAll });

const page = { style: PLAIN, glyphs: makeGlyphs(true), width: 200, framed: true };

/** What is left of a session that ran to its end; at `hurtsAt`, in milliseconds after getting ready, a part hurt. */
function summaryOf(script: Script, more: Partial<FinishedSession>, hurtsAt?: number, start?: number): string[] {
  const run = new Run(script, start).ready();
  if (hurtsAt !== undefined) run.lives(hurtsAt).does('hurts').does('skip');
  const { session } = run.lives(20 * MINUTE);
  const outcome = outcomeOf(session, { planned: 0, namesParts: script.parts.length > 1 });
  const facts = {
    outcome,
    session,
    id: 'ab123',
    limits: undefined,
    takenOff: undefined,
    wasAnnounced: false,
    isAnswered: true,
  };
  const now = new Date(session.ended!.at);
  return summaryLines(page, WORDS, { ...facts, now, ...more });
}

describe('what is left of a session', () => {
  it('is how long it was, and when it may be done again', () => {
    expect(summaryOf(therapyScript('ice'), { limits: therapyNamed('ice').limits })).toEqual([
      '14:00 to 14:15: ice for 15 min [ab123]',
      'You can use ice again from 16:15, if your skin looks normal.',
    ]);
  });

  it('says the day as well where it may be done again only tomorrow', () => {
    const lines = summaryOf(
      therapyScript('ice'),
      { limits: therapyNamed('ice').limits },
      undefined,
      Date.parse('2026-11-30T22:30:00Z'),
    );
    expect(lines.at(-1)).toMatch(/^You can use ice again from Tue 1 Dec 00:4\d, tomorrow, if/);
  });

  it('is what to do now, unless a key has said that it is off', () => {
    const { cue } = therapyNamed('ice').end;
    expect(summaryOf(therapyScript('ice'), { isAnswered: false })[0]).toBe(cue);
    expect(summaryOf(therapyScript('ice'), { isAnswered: false, wasAnnounced: true })).not.toContain(cue);
  });

  it('names what hurt as the session did', () => {
    const lines = summaryOf(routineScript('first-days'), { isAnswered: false }, 5000);
    expect(lines[1]).toMatch(/; hurt: knee to chest \[ab123\]$/);
  });
});
