import { describe, expect, it } from 'vitest';
import { readingSeconds, type Script, secondsOf, type Step, stepsOf } from '../../src/sessions/core/script.ts';
import { content } from '../content/data-files.ts';
import {
  allScripts,
  brief,
  routineScript,
  ROUTINES,
  STRETCHES,
  stretchScript,
  therapyNamed,
  therapyScript,
} from './scripts.ts';

const kinds = ({ steps }: Script) => steps.map(({ kind }) => kind);
const briefs = ({ steps }: Script) => steps.map(brief);
const readies = ({ steps }: Script): Step[] => steps.filter(({ kind }) => kind === 'ready');

const asksAwake = (form: string) => therapyScript('heat', { form }).steps[1]!.checks.some(({ answer }) => answer);

const mostOf = (id: string, kind: string) => stretchScript([id]).steps.find((step) => step.kind === kind)!.most;

const planks = (slow: boolean) => stretchScript(['plank'], { slow }).steps.map(brief);

const hold = { kind: 'hold', title: 'Hold', cue: 'Hold.', seconds: 10 } as const;
const bridge = {
  id: 'bridge',
  name: 'Bridge',
  stop: [],
  ready: { kind: 'ready', title: 'Ready', cue: 'Lie down.', seconds: 20, figure: 'on-back' } as const,
  round: [hold],
};

describe('a session of ice', () => {
  it('of 15 minutes is getting ready, then one application', () => {
    expect(briefs(therapyScript('ice', { minutes: 15 }))).toEqual(['ready 30', 'apply 900']);
  });

  it('lasts as long as was chosen, and may grow to 20 minutes', () => {
    const [, apply] = therapyScript('ice', { minutes: 10 }).steps;
    expect(apply).toMatchObject({ seconds: 600, most: 1200 });
  });

  it('has its checks of the skin after 5 and 10 minutes', () => {
    const [ready, apply] = therapyScript('ice').steps;
    expect(ready!.checks).toEqual([]);
    expect(apply!.checks.map(({ at }) => at)).toEqual([5, 10]);
  });

  it('counts while the computer is asleep, and asks at its end when it was taken off', () => {
    expect(therapyScript('ice')).toMatchObject({
      countsDuringSleep: true,
      end: { takeOff: 'When did you take it off?' },
    });
  });
});

describe('a session of heat', () => {
  it.each([
    ['pad', ['ready 30', 'apply 900'], [5, 10, 'half']],
    ['bath', ['ready 60', 'apply 900'], [5, 10, 'half']],
    ['shower', ['ready 60', 'apply 900'], [5, 10]],
  ])('in the form "%s" has steps and checks of its own', (form, steps, checks) => {
    const script = therapyScript('heat', { form });
    expect(briefs(script)).toEqual(steps);
    expect(script.steps[1]!.checks.map(({ at }) => at)).toEqual(checks);
  });

  it('takes its words from the form, and its name and id from the therapy', () => {
    const script = therapyScript('heat', { form: 'bath' });
    expect(script.steps.map(({ title }) => title)).toEqual(['Get into the bath', 'In the bath']);
    expect(script.steps[0]!.coming).toContain('head well above the water');
    expect(script).toMatchObject({ therapy: 'heat', name: 'Heat', parts: [{ id: 'heat', name: 'Heat' }] });
  });

  it('asks whether somebody is awake, but not under the shower', () => {
    expect(['pad', 'bath', 'shower'].map(asksAwake)).toEqual([true, true, false]);
  });
});

describe('a session of heat and ice in turns', () => {
  it('takes turns and ends with ice, with time for each change that counts for neither', () => {
    const turn = ['apply 180', 'switch 15', 'apply 60'];
    expect(briefs(therapyScript('contrast', { rounds: 3 }))).toEqual([
      'ready 30',
      ...turn,
      'switch 15',
      ...turn,
      'switch 15',
      ...turn,
    ]);
    expect(therapyScript('contrast').steps.at(-1)).toMatchObject({ title: 'Ice', round: 4, rounds: 4 });
  });

  it('is on the skin for 20 minutes at most, in the most rounds', () => {
    const { rounds } = therapyNamed('contrast');
    const { steps } = therapyScript('contrast', { rounds: rounds!.max });
    expect(secondsOf(steps, ['apply'])).toBe(1200);
    expect(steps.filter(({ kind, most, seconds }) => kind === 'apply' && most > seconds)).toEqual([]);
  });

  it('says where to change to', () => {
    const { steps } = therapyScript('contrast', { rounds: 3 });
    const changes = steps.filter(({ kind }) => kind === 'switch').map(({ title }) => title);
    expect(changes).toEqual(['Change to ice', 'Change to heat', 'Change to ice', 'Change to heat', 'Change to ice']);
  });
});

describe('a stretch with two sides', () => {
  it('holds both for the whole time; the change-over is a step of its own', () => {
    expect(briefs(stretchScript(['knee-to-chest']))).toEqual([
      'ready 20',
      'hold left 20',
      'switch right 10',
      'hold right 20',
    ]);
  });

  it('comes back to the first side in another round', () => {
    const { steps } = stretchScript(['knee-to-chest'], { rounds: 2 });
    const held = steps.slice(1).map(({ kind, side, round }) => [kind, side, round].join(' '));
    expect(held).toEqual([
      'hold left 1',
      'switch right 1',
      'hold right 1',
      'switch  1',
      'hold left 2',
      'switch right 2',
      'hold right 2',
    ]);
    expect(steps[4]!.cue).toContain('the first knee again');
  });

  it.each(STRETCHES.filter(({ sides }) => sides).map(({ id }) => id))('gives both the same: %s', (id) => {
    const { steps } = stretchScript([id]);
    const of = (side: string) => steps.filter((step) => step.side === side && step.kind !== 'switch').map(brief);
    expect(of('right').map((line) => line.replace('right', 'left'))).toEqual(of('left'));
    expect(of('left').length).toBeGreaterThan(0);
  });

  it('names the side in what is said', () => {
    const { steps } = stretchScript(['knee-to-chest']);
    expect(steps[0]!.coming).toMatch(/^Left side: Pull the knee/);
    expect(steps[2]!.says).toMatch(/^Right side: Let go slowly/);
    expect(steps[3]!.says).toBe('Right side: Hold');
  });
});

describe('getting ready', () => {
  it.each(ROUTINES.map(({ id }) => id))('for the routine "%s" leaves 15 seconds and more, slow or not', (id) => {
    for (const slow of [false, true])
      expect(readies(routineScript(id, { slow }))[0]!.seconds).toBeGreaterThanOrEqual(slow ? 30 : 15);
  });

  it('leaves the time to hear all that it says, in every session', () => {
    const all = allScripts().flatMap(readies);
    expect(all.length).toBeGreaterThan(15);
    expect(all.filter(({ says, seconds }) => seconds < readingSeconds(says))).toEqual([]);
  });

  it('says what comes, before the clock of that runs', () => {
    for (const { steps } of allScripts()) {
      for (const [at, ready] of steps.entries()) {
        if (ready.kind !== 'ready') continue;
        expect(ready.coming).toContain(steps[at + 1]!.cue);
        expect(ready.says).toContain(ready.cue);
        expect(ready.says).toContain(ready.coming);
      }
    }
  });

  it('needs little where the position stays, and its usual time where it changes', () => {
    const [, there] = readies(stretchScript(['cat-cow', 'childs-pose']));
    const [, changed] = readies(stretchScript(['knee-to-chest', 'childs-pose']));
    expect(there!.seconds).toBe(readingSeconds(there!.says));
    expect(there!.cue).toBe(changed!.cue);
    expect(stretchScript(['cat-cow', 'childs-pose'], { slow: true }).steps[0]!.seconds).toBe(40);
    expect(readies(short('back', 'back')).map(({ seconds }) => seconds)).toEqual([20, 8]);
    expect(readies(short('back', 'front')).map(({ seconds }) => seconds)).toEqual([20, 20]);
  });

  it('may be made longer, up to five minutes', () => {
    expect(
      new Set(
        allScripts()
          .flatMap(readies)
          .map(({ most }) => most),
      ),
    ).toEqual(new Set([300]));
  });
});

/** Two parts in these positions that take few words. */
function short(...positions: string[]): Script {
  const parts = positions.map((position) => ({
    id: position,
    name: 'One',
    position,
    stop: [],
    ready: { kind: 'ready', title: 'Ready', cue: 'Lie down.', seconds: 20 } as const,
    round: [{ kind: 'hold', title: 'Hold', cue: 'Hold.', seconds: 10 } as const],
  }));
  return { ...stretchScript([]), steps: stepsOf(parts, {}) };
}

describe('what is said aloud', () => {
  it('is the whole cue once, and its title from then on', () => {
    const said = stretchScript(['cat-cow'], { rounds: 3 })
      .steps.slice(1)
      .map(({ says }) => says);
    expect(said).toEqual([
      'Breathe in',
      'Breathe out, and round your back slowly.',
      'Breathe in',
      'Breathe out',
      'Breathe in',
      'Breathe out',
    ]);
  });

  it('can be said within its step, in every session', () => {
    // Without the second that is left for understanding.
    const tooLong = allScripts()
      .flatMap(({ steps }) => steps)
      .filter(({ says, seconds }) => readingSeconds(says) - 1 > seconds);
    expect(tooLong.map(({ title, says }) => [title, says])).toEqual([]);
  });
});

describe('a slow session', () => {
  it('has twice the time to get down and to change over, and half as much again for each breath', () => {
    expect(briefs(stretchScript(['knee-to-chest'], { slow: true }))).toEqual([
      'ready 40',
      'hold left 20',
      'switch right 20',
      'hold right 20',
    ]);
    const [, breath] = stretchScript(['cat-cow'], { slow: true }).steps;
    expect(breath).toMatchObject({ seconds: 7.5, most: 7.5 });
  });

  it('may change over and rest for up to five minutes, which holds nothing longer', () => {
    expect([mostOf('knee-to-chest', 'switch'), mostOf('plank', 'rest'), mostOf('cat-cow', 'move')]).toEqual([
      300, 300, 5,
    ]);
  });

  it('holds nothing longer, and rests longer', () => {
    expect(planks(false).slice(1, 4)).toEqual(['hold 10', 'rest 15', 'hold 10']);
    expect(planks(true).slice(1, 4)).toEqual(['hold 10', 'rest 30', 'hold 10']);
  });
});

describe('a figure', () => {
  it('moves from where the step before left it, the first time from where one got ready', () => {
    const figures = stretchScript(['cat-cow'], { rounds: 3 })
      .steps.slice(0, 4)
      .map(({ figure }) => figure);
    expect(figures).toEqual([
      ['all-fours', 'all-fours'],
      ['all-fours', 'cow'],
      ['cow', 'cat'],
      ['cat', 'cow'],
    ]);
  });

  it('moves into a hold as well', () => {
    const steps = stepsOf([{ ...bridge, round: [{ ...hold, figure: 'bridge' }] }], {});
    expect(steps.map(({ figure }) => figure)).toEqual([
      ['on-back', 'on-back'],
      ['on-back', 'bridge'],
    ]);
  });

  it('doesn’t move while changing over or resting', () => {
    const steps = allScripts().flatMap((script) => script.steps);
    const others = steps.filter(({ kind }) => kind !== 'move' && kind !== 'hold');
    expect(others.filter(({ figure }) => figure && figure[0] !== figure[1])).toEqual([]);
  });

  it('never jumps: it moves between poses that are seen from the same place', () => {
    const poses = content.poses();
    const moves = allScripts().flatMap(({ steps }) => steps.flatMap(({ figure }) => (figure ? [figure] : [])));
    expect(moves.length).toBeGreaterThan(50);
    expect(moves.filter(([from, to]) => poses.get(from)!.view !== poses.get(to)!.view)).toEqual([]);
  });
});

describe('the rounds', () => {
  it('are the usual ones by default', () => {
    expect(kinds(stretchScript(['cat-cow'])).filter((kind) => kind === 'move')).toHaveLength(20);
    expect(kinds(stretchScript(['cat-cow'], { rounds: 3 })).filter((kind) => kind === 'move')).toHaveLength(6);
  });

  it('are counted in each step, and nothing comes between the last one and the end', () => {
    const { steps } = stretchScript(['plank'], { rounds: 3 });
    expect(steps.slice(1).map(({ kind, round, rounds }) => `${kind} ${round} of ${rounds}`)).toEqual([
      'hold 1 of 3',
      'rest 1 of 3',
      'hold 2 of 3',
      'rest 2 of 3',
      'hold 3 of 3',
    ]);
  });
});

describe('a routine', () => {
  it('is its stretches one after the other, each with its own getting ready', () => {
    const script = routineScript('all');
    expect(script.parts.map(({ id }) => id)).toEqual(ROUTINES.find(({ id }) => id === 'all')!.stretches);
    expect(readies(script).map(({ part }) => part)).toEqual([0, 1, 2, 3, 4]);
    expect(script.steps.map(({ part }) => part)).toEqual(
      script.steps.map(({ part }) => part).toSorted((a, b) => a - b),
    );
  });

  it('has a figure and a reason to stop in every part', () => {
    for (const { id } of ROUTINES) {
      const { steps, parts } = routineScript(id);
      expect(steps.filter(({ figure }) => !figure)).toEqual([]);
      expect(parts.filter(({ stop }) => stop.length === 0)).toEqual([]);
    }
  });
});

describe('reading', () => {
  it('takes a second for two words, and one to understand them', () => {
    expect(readingSeconds('')).toBe(1);
    expect(readingSeconds('Ice on')).toBe(2);
    expect(readingSeconds('one two three four five six seven eight nine ten eleven')).toBe(6);
    expect(readingSeconds('  spaces   count \n for nothing ')).toBe(readingSeconds('spaces count for nothing'));
  });
});
