import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChecklistPrompt, Marked } from '../../../src/terminal/prompter.ts';
import { Player, type Size } from './checklist-player.ts';
import { LISTS } from './lists.ts';
import { tries } from '../../tries.ts';

const windows = fc.tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 5, max: 60 }));
const anyWindow: fc.Arbitrary<Size> = fc.oneof(
  { weight: 3, arbitrary: windows },
  fc.tuple(fc.integer({ min: 20, max: 40 }), fc.integer({ min: 5, max: 14 })),
  // Too small for anything.
  fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 6 })),
);
const keys = ['n', 'return', 'space', 'u', 'up', 'down', 'j', 'k', 'y', 'pageup', 'pagedown', 'left', 'x', 'home'];
const anyStep = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...keys) }, anyWindow);

const anyWords = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((words) => words.join(' '));
/** A list that nobody has written yet. */
const anyList: fc.Arbitrary<ChecklistPrompt> = fc
  .record({
    labels: fc.uniqueArray(anyWords, { minLength: 1, maxLength: 15 }),
    title: anyWords,
    intro: anyWords,
    details: anyWords,
    canGoBack: fc.boolean(),
    preface: fc.oneof(fc.constant(''), anyWords),
  })
  .map(({ labels, details, ...rest }) => ({
    ...rest,
    place: '3/11',
    items: labels.map((label, at) => ({ id: `${at}`, label: `${label} ${at}`, details: `${details} ${at}` })),
  }));

function play(prompt: ChecklistPrompt, size: Size, steps: readonly (string | Size)[], ascii = false): Player {
  const player = new Player(prompt, size, ascii);
  for (const step of steps) {
    if (typeof step === 'string') player.press(step);
    else player.resize(step);
  }
  return player;
}

/** What was answered, though it wasn't on the screen; and what was left out, though nobody may leave so soon. */
function faultsOf({ answer, prompt, read, state }: Player) {
  if (typeof answer !== 'object') return [];
  const ids = prompt.items.map(({ id }) => id);
  const unread = answer.shown.filter((id) => !read.has(id) && !state.marks.has(id) && !prompt.seen?.includes(id));
  const mayLeave = prompt.mayLeave?.({ signs: answer.signs, unsure: answer.unsure }) ?? false;
  return [...unread, ...(mayLeave ? [] : ids.filter((id) => !answer.shown.includes(id)))];
}

describe('whatever is pressed in whatever windows', () => {
  const steps = fc.array(anyStep, { maxLength: 40 });

  it('nothing is answered that was not on the screen', () => {
    const lists = fc.oneof(fc.constantFrom(...LISTS), anyList);
    const holds = fc.property(lists, anyWindow, steps, fc.boolean(), (list, size, pressed, ascii) => {
      expect(faultsOf(play(list, size, pressed, ascii))).toEqual([]);
    });
    fc.assert(holds, tries(150));
  });

  it('nothing is answered that was not on the screen, even where somebody may leave sooner', () => {
    const holds = fc.property(anyList, anyWindow, steps, (list, size, pressed) => {
      const urgent = { ...list, mayLeave: ({ signs }: { signs: readonly string[] }) => signs.includes('0') };
      expect(faultsOf(play(urgent, size, pressed))).toEqual([]);
    });
    fc.assert(holds, tries(100));
  });

  it('one gets through, with no more keys than there are items, and one', () => {
    const holds = fc.property(fc.constantFrom(...LISTS), windows, steps, windows, fc.boolean(), (list, ...rest) => {
      const [size, pressed, last, ascii] = rest;
      const player = play(list, size, pressed, ascii);
      player.resize(last);
      player.getThrough();
      expect(player.answer).toBeDefined();
      expect(faultsOf(player)).toEqual([]);
    });
    fc.assert(holds, tries(150));
  });

  it('no mark is lost but by its key', () => {
    const moves = fc.array(fc.oneof(fc.constantFrom('up', 'down', 'pageup', 'pagedown', 'x'), windows), {
      maxLength: 20,
    });
    const holds = fc.property(fc.constantFrom(...LISTS), windows, fc.nat(), moves, (list, size, at, moved) => {
      const mark = list.items[at % list.items.length]!.id;
      const player = play({ ...list, marked: [mark] }, size, moved);
      player.getThrough();
      expect(player.answer).toMatchObject({ signs: [mark], unsure: [] });
    });
    fc.assert(holds);
  });
});

describe('every list', () => {
  it.each(LISTS.map((list) => [list.title, list] as const))('"%s" gets by in every small window', (_title, list) => {
    const faults: unknown[] = [];
    for (let columns = 20; columns <= 60; columns += 4) {
      for (let rows = 5; rows <= 26; rows += 3) {
        for (const ascii of [false, true]) {
          const player = new Player(list, [columns, rows], ascii);
          const keyCount = player.getThrough();
          const { signs, unsure } = player.answer as Marked;
          const fault = [signs, unsure, faultsOf(player), keyCount - player.screen.pages.length];
          if (!isDeepStrictEqual(fault, [[], [], [], 0])) faults.push([columns, rows, ascii, fault]);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('takes one key in a usual window', () => {
    for (const list of LISTS) expect(new Player(list, [80, 24]).getThrough(), list.title).toBe(1);
  });
});
