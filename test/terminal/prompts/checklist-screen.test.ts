import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemLines } from '../../../src/terminal/prompts/checklist-parts.ts';
import { checklistScreen, type ChecklistState, pagesOf } from '../../../src/terminal/prompts/checklist-screen.ts';
import { initialState } from '../../../src/terminal/prompts/checklist.ts';
import { Player } from './checklist-player.ts';
import { LISTS } from './lists.ts';
import { look } from './look.ts';
import { tries } from '../../tries.ts';

const [NOW, , , SOON] = LISTS as [(typeof LISTS)[number], unknown, unknown, (typeof LISTS)[number]];
const ICE = LISTS.find(({ title }) => title === 'Ice')!;

const NOTHING_SEEN: ReadonlySet<string> = new Set();
const draw = (list: (typeof LISTS)[number], size: readonly [number, number], state: Partial<ChecklistState> = {}) =>
  checklistScreen(list, { ...initialState(list), ...state }, NOTHING_SEEN, look(...size));

describe('the items of a checklist', () => {
  it.each([
    [36, 20, 9, 9],
    [40, 12, 5, 7],
    [80, 24, 12, 9],
    [80, 18, 12, 9],
    [100, 12, 10, 9],
    [120, 15, 12, 9],
    [20, 5, 1, 1],
  ])('get the rows of a window of %i by %i: %i signs, or %i cautions', (columns, rows, signs, cautions) => {
    expect(draw(NOW, [columns, rows]).shown).toHaveLength(signs);
    expect(draw(ICE, [columns, rows]).shown).toHaveLength(cautions);
  });

  it('take no page more than where all rows are theirs, but those of the question and of one line for the keys', () => {
    const windows = fc.tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 5, max: 60 }));
    const holds = fc.property(fc.constantFrom(...LISTS), windows, (list, [columns, rows]) => {
      const heights = list.items.map(
        ({ label }, at) => itemLines(label, at === 0, undefined, look(columns, rows)).length,
      );
      const fewest = pagesOf(heights, rows - 1 - Math.ceil(rows / 4)).length;
      expect(draw(list, [columns, rows]).pages.length).toBeLessThanOrEqual(fewest);
    });
    fc.assert(holds);
  });

  it.each([
    [36, 20],
    [40, 12],
    [80, 24],
  ])('leave room to say how to mark and how to leave, in %i by %i', (columns, rows) => {
    for (const list of LISTS) {
      const { pages } = draw(list, [columns, rows]);
      for (const [active] of pages) {
        const { text } = draw(list, [columns, rows], { active });
        expect(text).toMatch(/space[ =]yes\b[^]*Esc[ =]quit$/);
      }
    }
  });

  it('are never cut, and the screen is never higher or wider than the window', () => {
    const windows = fc.tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 5, max: 60 }));
    const holds = fc.property(
      fc.constantFrom(...LISTS),
      windows,
      fc.nat(),
      fc.boolean(),
      fc.constantFrom('', 'You pressed keys very fast. Press the key again to confirm.'),
      (list, size, at, isFocused, notice) => {
        const active = at % list.items.length;
        const { text, shown } = draw(list, size, { active, isFocused, notice });
        const lines = text.split('\n');
        expect(lines.length).toBeLessThanOrEqual(size[1]);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(size[0]);
        expect(shown).toContain(list.items[active]!.id);
      },
    );
    fc.assert(holds, tries(100));
  });

  it('are never cut for a long word in the narrowest windows, whichever is highlighted', () => {
    for (const list of LISTS) {
      for (const active of list.items.keys()) {
        for (const columns of [20, 21, 22, 24, 28, 30]) {
          const { text, shown } = draw(list, [columns, 60], { active, isFocused: true });
          expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(columns);
          expect(shown).toContain(list.items[active]!.id);
        }
      }
    }
  });

  it('stand with everything else in a usual window, whichever is highlighted', () => {
    for (const list of LISTS) {
      for (const [active, { details }] of list.items.entries()) {
        const { text, shown } = draw(list, [80, 24], { active });
        expect(shown).toHaveLength(list.items.length);
        const words = text.replaceAll(/\s+/g, ' ');
        for (const part of [list.title, list.intro, list.preface ?? '', details]) expect(words).toContain(part);
      }
    }
  });
});

describe('a list that does not fit', () => {
  it('says how many are left, and what the same key does on the last page', () => {
    const player = new Player(NOW, [36, 20]);
    expect(player.screen.text).toMatchInlineSnapshot(`
      "1/11  Is any of this happening now?
      ❯ ○ Chest pain or tightness, arm or
          jaw pain
        ○ Sudden tearing or ripping pain
        ○ Pulsing lump in the belly, or
          sudden pain with faintness
        ○ Known aortic aneurysm, and this
          pain is new or worse
        ○ Fainting, confusion, slurred
          speech or trouble breathing
        ○ A leg that you suddenly can't
          move or can't feel at all
        ○ Bad accident just now: can't
          get up, neck hurts, or numb
        ○ Vomiting blood, or black or
          bloody stools
        ○ Severe belly pain, or vomiting
          that doesn't stop
      n more (3 left)  space yes
      u not sure  ↑↓ explain  Esc quit"
    `);
    player.press('n');
    expect(player.screen.text).toMatchInlineSnapshot(`
      "For 16 and over. Not a diagnosis.
      In an emergency, call for
      help first.
      1/11  Is any of this happening now?
        ⋮ 9 more
      ❯ ○ Pregnant, with bleeding, fluid,
          tightenings or belly pain
        ○ Taken far too much of
          a medicine
        ○ Swollen face, lips, tongue
          or throat

          You are or may be pregnant.
          There is bleeding, leaking
          fluid, regular tightenings
          (contractions), belly pain that
          stays, fever or numbness. Or
          the baby moves less.
      n none of the 12  space yes
      u not sure  b back  Esc quit"
    `);
  });

  it('shows the details of an item to which somebody goes, and all that was read counts', () => {
    const player = new Player(NOW, [100, 12]);
    player.press('down');
    expect(player.screen.text).toMatchInlineSnapshot(`
      "1/11  Is any of this happening now?
        ○ Chest pain or tightness, arm or jaw pain
      ❯ ○ Sudden tearing or ripping pain
        ○ Pulsing lump in the belly, or sudden pain with faintness
        ○ Known aortic aneurysm, and this pain is new or worse
        ○ Fainting, confusion, slurred speech or trouble breathing
        ○ A leg that you suddenly can't move or can't feel at all
        ○ Bad accident just now: can't get up, neck hurts, or numb
        ○ Vomiting blood, or black or bloody stools
        In the chest, the upper back or between the shoulder blades. It starts all at once.

      n more (2 left)  space yes  u not sure  Esc quit"
    `);
    player.press('n');
    expect(player.screen.text).toContain('n none of the 12');
    expect(player.screen.shown).toEqual(['overdose', 'swollen-throat']);
  });

  it('says what is marked on another page', () => {
    const player = new Player(SOON, [40, 12]);
    player.press('space');
    expect(player.screen.text).toMatch(/^Enter more /m);
    player.press('return');
    player.press('return');
    expect(player.screen.text).toContain('Enter continue (1 marked)');
    player.press('return');
    expect(player.answer).toMatchObject({ signs: ['lump-shape'] });
  });

  it('lets an emergency go at once, and says so beside the rest', () => {
    const player = new Player({ ...NOW, mayLeave: ({ signs }) => signs.includes('chest-pain') }, [36, 20]);
    player.press('space');
    expect(player.screen.text).toMatch(/\nEnter continue {2}n more \(3 left\)\n/);
    player.press('return');
    expect(player.answer).toMatchObject({ signs: ['chest-pain'], shown: NOW.items.slice(0, 9).map(({ id }) => id) });
  });

  it('goes back page by page, and then to the screen before', () => {
    const player = new Player(SOON, [40, 12]);
    for (const key of ['space', 'pagedown', 'pagedown']) player.press(key);
    expect(player.screen.page).toBe(2);
    player.press('left');
    player.press('left');
    expect(player.screen.page).toBe(0);
    expect(player.screen.text).toContain('– yes');
    player.press('left');
    expect(typeof player.answer).toBe('symbol');
  });

  it('is not turned again by somebody who comes back', () => {
    const seen = NOW.items.map(({ id }) => id);
    const player = new Player({ ...NOW, seen }, [36, 20]);
    player.press('n');
    expect(player.answer).toEqual({ signs: [], unsure: [], shown: seen });
  });

  it('says that a window is too small, and answers nothing there', () => {
    const player = new Player(NOW, [12, 3]);
    for (let press = 0; press < 20; press += 1) player.press('n');
    expect(player.screen.text.split('\n').at(-1)).toBe('Window too small.');
    expect(player.answer).toBeUndefined();
    player.resize([80, 24]);
    player.press('n');
    expect(player.answer).toMatchObject({ signs: [] });
  });
});
