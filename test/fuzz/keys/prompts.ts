import type { Marked } from '../../../src/terminal/prompter.ts';
import { asked, LABELS, MANY_SIGNS, PAIN, SIGNS } from '../../terminal/asked.ts';
import type { Chord } from './protocols.ts';
import type { Outcome, Shown } from '../../terminal/shown.ts';
import type { Typed } from './typed.ts';

/** A screen that keys go into, and what each may do there. */
export interface Screen {
  readonly name: string;
  readonly open: () => Shown;
  readonly keys: readonly Chord[];
  /** What comes of it when this key is pressed, and nothing else. */
  readonly after: (key: string) => Outcome;
  /** Whether an answer follows from what was typed. */
  readonly follows: (answer: unknown, typed: Typed) => boolean;
  /** A pasted text is a part of the answer. */
  readonly takesText: boolean;
}

/** Keys by their names: "n", "alt+n". */
export function chords(names: string): Chord[] {
  return names.split(' ').map((name) => {
    const [key = '', held] = name.split('+').toReversed();
    return name.length > 1 && held ? { key, held: held as NonNullable<Chord['held']> } : { key: name };
  });
}

/** Keys that are pressed everywhere. */
export const COMMON = 'enter escape left backspace right up down space tab x alt+x ctrl+x super+x alt+enter alt+space';

const BACK: Outcome = { answer: 'back' };

function leavingOr(answers: Readonly<Record<string, Outcome>>): Screen['after'] {
  const all = new Map(Object.entries<Outcome>({ escape: 'left', ...answers }));
  return (key) => all.get(key) ?? 'open';
}

/** Nothing is answered that was not on the screen, and nothing marked that was not typed. */
function followsMarks(signs: readonly string[]): Screen['follows'] {
  return (answer, { has }) => {
    if (answer === 'back') return has('left', 'backspace', 'b');
    const marked = answer as Marked;
    if (marked.shown.length < signs.length) return false;
    if (marked.signs.length + marked.unsure.length === 0) return has('n');
    return has('enter') && (marked.signs.length === 0 || has('space', 'y')) && (marked.unsure.length === 0 || has('u'));
  };
}

/** The screens of prompts. */
export const PROMPTS: readonly Screen[] = [
  {
    name: 'a checklist',
    open: asked.checklist,
    keys: chords(`${COMMON} n n n y u ? j k b q alt+q alt+n ctrl+n super+n alt+y super+y`),
    after: leavingOr({
      n: { answer: { signs: [], unsure: [], shown: SIGNS } },
      left: BACK,
      backspace: BACK,
      b: BACK,
      q: 'left',
    }),
    follows: followsMarks(SIGNS),
    takesText: false,
  },
  {
    name: 'a checklist of several pages',
    open: asked.pages,
    keys: chords(`${COMMON} n n n n n n y u ? j k b q alt+n ctrl+n super+n`),
    after: leavingOr({ left: BACK, backspace: BACK, b: BACK, q: 'left' }),
    follows: followsMarks(MANY_SIGNS),
    takesText: false,
  },
  {
    name: 'a choice',
    open: asked.choice,
    keys: chords(`${COMMON} 0 1 1 2 3 4 5 6 7 8 9 j k b q alt+3 super+3 alt+0 ctrl+5`),
    after: leavingOr({
      left: BACK,
      backspace: BACK,
      b: BACK,
      q: 'left',
      ...Object.fromEntries(PAIN.options.map(({ id, key }) => [key, { answer: id }])),
    }),
    follows: (answer, { has }) => {
      if (answer === 'back') return has('left', 'backspace', 'b');
      const digits = String(answer).replace('pain-', '').split('');
      return (has('enter') && has('up', 'down', 'j', 'k')) || digits.every((digit) => has(digit));
    },
    takesText: false,
  },
  {
    name: 'a yes/no question',
    open: asked.confirm,
    keys: chords(`${COMMON} y n y n b q alt+y ctrl+y super+y`),
    after: leavingOr({ q: 'left', enter: { answer: false }, n: { answer: false }, y: { answer: true } }),
    follows: (answer, { has }) => (answer === true ? has('y', 'enter') : has('n', 'enter')),
    takesText: false,
  },
  {
    name: 'a line to type in',
    open: asked.text,
    keys: chords(`${COMMON} enter n y ? 1 alt+n ctrl+n super+n ctrl+a ctrl+w`),
    after: leavingOr({ enter: { answer: '' }, left: BACK, backspace: BACK }),
    follows: (answer, { has, hasLine }) =>
      answer === 'back' ? has('left', 'backspace') : has('enter') && hasLine(String(answer), true),
    takesText: true,
  },
  {
    name: 'a search',
    open: asked.search,
    keys: chords(`${COMMON} enter n y ? 1 alt+n ctrl+n super+n ctrl+a ctrl+w`),
    after: leavingOr({ enter: { answer: { id: LABELS[0] } }, backspace: 'left' }),
    follows: (answer, { has, hasLine }) => {
      const { id, typed } = answer as { id?: string; typed?: string };
      return has('enter') && (typed === undefined ? LABELS.includes(id!) : hasLine(typed, false));
    },
    takesText: true,
  },
];
