import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersOf,
  type Interview,
  change,
  NEW_INTERVIEW,
  nextScreen,
  reply,
  type Reply,
  screensOf,
  stepBack,
} from '../../src/triage/interview.ts';
import { KNOWLEDGE, ORDINARY } from './answers.ts';

const NONE: Reply = { signs: [], unsure: [] };

function ordinary(id: string): Reply {
  return ORDINARY[id] ?? NONE;
}

function play(said: (id: string) => Reply, from: Interview = NEW_INTERVIEW): Interview {
  let interview = from;
  for (let screen = nextScreen(KNOWLEDGE, interview); screen; screen = nextScreen(KNOWLEDGE, interview)) {
    interview = reply(interview, screen, said(screen.id));
  }
  return interview;
}

describe('the interview', () => {
  it('asks eleven screens when nothing is wrong, the most urgent signs first', () => {
    expect(play(ordinary).done).toEqual(screensOf(KNOWLEDGE).map(({ id }) => id));
    expect(play(ordinary).done).toHaveLength(11);
    expect(play(ordinary).done[0]).toBe('now');
  });

  it('shows every sign on one of its checklists, once', () => {
    const shown = KNOWLEDGE.checklists.flatMap(({ signs }) => signs);
    expect(shown.toSorted()).toEqual([...KNOWLEDGE.signs.keys()].toSorted());
  });

  it('stops after the screen on which a sign of the two upper levels was marked', () => {
    for (const { id, signs } of KNOWLEDGE.checklists) {
      for (const sign of signs.filter((one) => ['ambulance', 'emergency'].includes(KNOWLEDGE.signs.get(one)!.level))) {
        const marked = play((screen) => (screen === id ? { signs: [sign], unsure: [] } : ordinary(screen)));
        expect(marked.done.at(-1), sign).toBe(id);
        const unsure = play((screen) => (screen === id ? { signs: [], unsure: [sign] } : ordinary(screen)));
        expect(unsure.done.at(-1), sign).toBe(id);
      }
    }
  });

  it('goes on to the end when the user wants it to, and keeps what was marked', () => {
    const stopped = play((id) => (id === 'now' ? { signs: ['chest-pain'], unsure: [] } : ordinary(id)));
    const whole = play(ordinary, { ...stopped, goesOn: true });
    expect(whole.done).toHaveLength(11);
    expect(answersOf(whole).signs.has('chest-pain')).toBe(true);
  });

  it('asks the screen before again when one goes back, with its marks at hand but not counted', () => {
    const marked = play((id) => (id === 'now' ? { signs: ['chest-pain'], unsure: [] } : ordinary(id)));
    const back = stepBack(marked);
    expect(nextScreen(KNOWLEDGE, back)?.id).toBe('now');
    expect(answersOf(back).signs.size).toBe(0);
    expect(back.replies.get('now')).toEqual({ signs: ['chest-pain'], unsure: [] });
  });

  it('asks one screen again from the review, and then is complete', () => {
    const changed = change(play(ordinary), 'pain');
    expect(nextScreen(KNOWLEDGE, changed)?.id).toBe('pain');
    const done = play((id) => (id === 'pain' ? 2 : ordinary(id)), changed);
    expect(answersOf(done).values.get('pain')).toBe(2);
    expect(nextScreen(KNOWLEDGE, done)).toBeUndefined();
  });

  it('leaves the answer as it was when one goes back from a screen that was to be changed', () => {
    const back = stepBack(change(play(ordinary), 'pain'));
    expect(answersOf(back).values.get('pain')).toBe(6);
    expect(nextScreen(KNOWLEDGE, back)).toBeUndefined();
  });

  it('ends with under 16', () => {
    const child = play((id) => (id === 'age' ? 'under-16' : ordinary(id)));
    expect(child.done.at(-1)).toBe('age');
  });

  it('never asks a screen twice, however one goes back and forth', () => {
    const steps = fc.array(fc.boolean(), { maxLength: 60 });
    const walk = fc.property(steps, (forward) => {
      let interview = NEW_INTERVIEW;
      for (const on of forward) {
        const screen = nextScreen(KNOWLEDGE, interview);
        if (on && screen) interview = reply(interview, screen, ordinary(screen.id));
        else if (!on) interview = stepBack(interview);
        expect(new Set(interview.done).size).toBe(interview.done.length);
      }
    });
    fc.assert(walk);
  });
});
