import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersOf,
  askedIn,
  change,
  goOn,
  type Interview,
  isCertain,
  isPastEmergencies,
  isUrgent,
  type Marks,
  NEW_INTERVIEW,
  nextScreen,
  reply,
  type Reply,
  type Screen,
  screensLeft,
  screensOf,
  stepBack,
} from '../../src/triage/core/interview.ts';
import { evaluate } from '../../src/triage/core/evaluate.ts';
import { isUpper } from '../../src/triage/core/levels.ts';
import { KNOWLEDGE, ORDINARY } from './answers.ts';

/** What is marked on a screen, all of which was shown. */
function marks(list: string, signs: readonly string[] = [], unsure: readonly string[] = []): Marks {
  return { signs, unsure, asked: KNOWLEDGE.checklists.find(({ id }) => id === list)!.signs };
}

function first(): Screen {
  return nextScreen(KNOWLEDGE, NEW_INTERVIEW)!;
}

function ordinary(id: string): Reply {
  return ORDINARY[id] ?? marks(id);
}

/** Nothing beyond an ordinary spasm, but one sign and one doubt. */
function oneOfEach(id: string): Reply {
  return id === 'soon' ? marks(id, ['upper-back'], ['night-rest']) : ordinary(id);
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

  it('is past the emergencies once no checklist that is left has a sign of the two upper levels', () => {
    const past = screensOf(KNOWLEDGE).filter((screen) => isPastEmergencies(KNOWLEDGE, screen));
    expect(past.map(({ id }) => id).slice(0, 3)).toEqual(['soon', 'about-you', 'age']);
    // A list that gets such a sign, and all before it, no longer are.
    const urgent = { ...KNOWLEDGE.signs.get('diabetes')!, level: 'emergency' as const };
    const other = { ...KNOWLEDGE, signs: new Map(KNOWLEDGE.signs).set('diabetes', urgent) };
    expect(screensOf(other).find((screen) => isPastEmergencies(other, screen))?.id).toBe('age');
  });

  it('shows every sign on one of its checklists, once', () => {
    const shown = KNOWLEDGE.checklists.flatMap(({ signs }) => signs);
    expect(shown.toSorted()).toEqual([...KNOWLEDGE.signs.keys()].toSorted());
  });

  it('stops after the screen on which a sign of the two upper levels was marked', () => {
    for (const { id, signs } of KNOWLEDGE.checklists) {
      for (const sign of signs.filter((one) => ['ambulance', 'emergency'].includes(KNOWLEDGE.signs.get(one)!.level))) {
        const marked = play((screen) => (screen === id ? marks(id, [sign]) : ordinary(screen)));
        expect(marked.done.at(-1), sign).toBe(id);
        const unsure = play((screen) => (screen === id ? marks(id, [], [sign]) : ordinary(screen)));
        expect(unsure.done.at(-1), sign).toBe(id);
      }
    }
  });

  it('takes each answer for what it is: a sign, a doubt, or the value of a question', () => {
    const { signs, unsure, values } = answersOf(play(oneOfEach));
    expect([...signs]).toEqual(['upper-back']);
    expect([...unsure]).toEqual(['night-rest']);
    expect(Object.fromEntries(values)).toEqual(ORDINARY);
  });

  it('goes on to the end when the user wants it to, and keeps what was marked', () => {
    const stopped = play((id) => (id === 'now' ? marks(id, ['chest-pain']) : ordinary(id)));
    const whole = play(ordinary, goOn(KNOWLEDGE, stopped));
    expect(whole.done).toHaveLength(11);
    expect(answersOf(whole).signs.has('chest-pain')).toBe(true);
  });

  it('asks the screen before again when one goes back, with its marks at hand but not counted', () => {
    const marked = play((id) => (id === 'now' ? marks(id, ['chest-pain']) : ordinary(id)));
    const back = stepBack(marked);
    expect(nextScreen(KNOWLEDGE, back)?.id).toBe('now');
    expect(answersOf(back).signs.size).toBe(0);
    expect(back.replies.get('now')).toEqual(marks('now', ['chest-pain']));
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

describe('a checklist that was left before all of its signs were on the screen', () => {
  const early: Marks = { signs: ['chest-pain'], unsure: [], asked: ['chest-pain', 'tearing-pain'] };
  // Made by each test: a fault in the interview has to fail a test, not the loading of this file.
  const stopped = () => reply(NEW_INTERVIEW, first(), early);

  it('may be left only for an emergency', () => {
    expect(isUrgent(KNOWLEDGE, NEW_INTERVIEW, first(), { signs: ['chest-pain'], unsure: [] })).toBe(true);
    expect(isUrgent(KNOWLEDGE, NEW_INTERVIEW, first(), { signs: [], unsure: ['chest-pain'] })).toBe(true);
    const soon = screensOf(KNOWLEDGE).find(({ id }) => id === 'soon')!;
    expect(isUrgent(KNOWLEDGE, NEW_INTERVIEW, soon, { signs: ['night-rest'], unsure: [] })).toBe(false);
    expect(isUrgent(KNOWLEDGE, NEW_INTERVIEW, soon, { signs: [], unsure: [] })).toBe(false);
  });

  it('has asked about no more than was shown', () => {
    expect(nextScreen(KNOWLEDGE, stopped())).toBeUndefined();
    expect([...askedIn(stopped())]).toEqual(['chest-pain', 'tearing-pain']);
    expect(screensLeft(KNOWLEDGE, stopped())).toBe(11);
  });

  it('is asked to its end by somebody who goes on', () => {
    const further = goOn(KNOWLEDGE, stopped());
    expect(nextScreen(KNOWLEDGE, further)?.id).toBe('now');
    expect(further.replies.get('now')).toEqual(early);
    const whole = play((id) => (id === 'now' ? marks(id, ['chest-pain']) : ordinary(id)), further);
    expect(askedIn(whole).size).toBe(KNOWLEDGE.signs.size);
    expect(screensLeft(KNOWLEDGE, whole)).toBe(0);
  });

  it('does not count what was marked before it is answered again', () => {
    expect(answersOf(goOn(KNOWLEDGE, stopped())).signs.size).toBe(0);
  });
});

describe('somebody who goes on after an emergency', () => {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it reads best beside its use
  const fever = (id: string) => (id === 'warning-signs' ? marks(id, ['fever']) : ordinary(id));
  const told = () => goOn(KNOWLEDGE, play(fever));

  it('is not stopped again by what they were told of, nor by more of the same urgency', () => {
    const more = play((id) => (id === 'cauda-equina' ? marks(id, ['ces-saddle']) : ordinary(id)), told());
    expect(isCertain(KNOWLEDGE, told())).toBe(false);
    expect(more.done).toHaveLength(11);
  });

  it('is stopped by something more urgent', () => {
    const back = stepBack(stepBack(told()));
    const worse = play((id) => (id === 'now' ? marks(id, ['chest-pain']) : fever(id)), back);
    expect(worse.done).toEqual(['now']);
    expect(isCertain(KNOWLEDGE, worse)).toBe(true);
    expect(play(fever, goOn(KNOWLEDGE, worse)).done).toHaveLength(11);
  });

  it('is stopped by something more urgent beside what they were told of', () => {
    const both = play((id) => (id === 'now' ? marks(id, ['chest-pain']) : fever(id)), change(told(), 'now'));
    expect([...answersOf(both).signs].toSorted()).toEqual(['chest-pain', 'fever']);
    expect(isCertain(KNOWLEDGE, both)).toBe(true);
    expect(both.done).not.toContain('cauda-equina');
  });

  it('is shown the whole of each list, as help was called for already', () => {
    const legs = screensOf(KNOWLEDGE).find(({ id }) => id === 'cauda-equina')!;
    expect(isUrgent(KNOWLEDGE, told(), legs, { signs: ['ces-saddle'], unsure: [] })).toBe(false);
  });

  it('is stopped by another emergency after a slip, whatever lesser sign stands beside both', () => {
    const lesser = play((id) => (id === 'soon' ? marks(id, ['upper-back']) : ordinary(id)));
    const slip = goOn(KNOWLEDGE, play(fever, change(lesser, 'warning-signs')));
    const taken = play(ordinary, change(slip, 'warning-signs'));
    const legs = change(taken, 'cauda-equina');
    const again = reply(legs, nextScreen(KNOWLEDGE, legs)!, marks('cauda-equina', ['ces-saddle']));
    expect(isCertain(KNOWLEDGE, taken)).toBe(false);
    expect(isCertain(KNOWLEDGE, again)).toBe(true);
  });

  it('is stopped by another emergency when the first was a slip', () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it reads best beside its use
    const other = (id: string) => (id === 'cauda-equina' ? marks(id, ['ces-saddle']) : ordinary(id));
    expect(play(other, stepBack(told())).done.at(-1)).toBe('cauda-equina');
  });

  it('never hears less than what the answers come to, however they go back and forth', () => {
    const urgent = ['chest-pain', 'fever', 'ces-saddle'];
    const step = fc.oneof(fc.constantFrom('back', 'on', 'stop'), fc.subarray(urgent));
    const walk = fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let interview: Interview = NEW_INTERVIEW;
      for (const one of steps) {
        const screen = nextScreen(KNOWLEDGE, interview);
        if (one === 'back') interview = stepBack(interview);
        else if (!screen) interview = goOn(KNOWLEDGE, interview);
        else if (typeof one === 'object' && screen.kind === 'checklist')
          interview = reply(
            interview,
            screen,
            marks(
              screen.id,
              screen.checklist.signs.filter((id) => one.includes(id)),
            ),
          );
        else interview = reply(interview, screen, ordinary(screen.id));
        const { goesOn } = interview;
        const upper = evaluate(KNOWLEDGE, answersOf(interview)).reasons.filter(({ level }) => isUpper(level));
        const isNews = upper.length > 0 && !upper.some(({ id }) => goesOn?.reasons.includes(id));
        if (isNews) expect(nextScreen(KNOWLEDGE, interview)).toBeUndefined();
      }
    });
    fc.assert(walk);
  });
});
