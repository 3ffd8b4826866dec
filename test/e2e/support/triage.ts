import { ORDINARY as ORDINARY_VALUES } from '../../triage/answers.ts';
import type { Terminal } from '../terminal.ts';

/**
 * A wide window, and a narrow one such as a phone or a split pane gives; with the keys that an ordinary
 * spasm takes there, and how many of the twelve first signs are seen at once.
 */
export const WINDOWS = [
  { columns: 80, rows: 24, presses: 11, ofTwelve: 12 },
  { columns: 40, rows: 12, presses: 18, ofTwelve: 5 },
] as const;

/** How many checklists come before the questions. */
export const CHECKLISTS = 5;

/** The keys of an ordinary spasm, one a screen: no sign, 20 to 44, today, pain 6, the same, not the first, a movement. */
export const ORDINARY = ['n', 'n', 'n', 'n', 'n', '3', '1', '6', '2', '2', '1'] as const;

/** The same as answers in a file. */
export const ORDINARY_ANSWERS = { signs: [] as readonly string[], ...ORDINARY_VALUES };

/** The result of an ordinary spasm, to the last of its keys. */
export const RESULT = /q\s+done/;
/** All answers on one screen, one of which can be changed. */
export const REVIEW = /Which one do you want to change\?[^]*Esc/;
export const AFTER_EMERGENCY = /\bq[ =](?:done|I'm getting help now)/;

/** Goes from a result to the list of the answers. */
export async function review(terminal: Terminal): Promise<void> {
  await readResult(terminal);
  terminal.type('c');
  await terminal.waitFor(REVIEW);
}

/** Reads a result to its last page. @returns each of its pages */
export async function readResult(terminal: Terminal): Promise<string[]> {
  const pages: string[] = [];
  await terminal.waitFor(AFTER_EMERGENCY);
  for (;;) {
    const before = terminal.screen();
    pages.push(before);
    const turns = /^Enter[ =]next/m.test(before);
    if (!turns && !/\bm[ =]more/.test(before)) return pages;
    if (turns) terminal.press('enter');
    else terminal.type('m');
    await terminal.waitFor(new RegExp(`^(?!${literal(before)}$)[^]*\\bq[ =](?:done|I'm getting help now)`));
  }
}

/** One screen of triage, from its place at the top to its last key at the bottom. */
export function screenAt(place: number): RegExp {
  return new RegExp(String.raw`(?<!\d)${place}/\d+ [^]*Esc`);
}

/**
 * Answers screen after screen, each with one key, once the screen stands there; a checklist that doesn't
 * fit the window is read to its end with the same key. Resolves to what was seen before each press.
 */
export async function answer(terminal: Terminal, keys: readonly string[], from = 1): Promise<string[]> {
  const seen: string[] = [];
  for (const [at, key] of keys.entries()) {
    await terminal.waitFor(screenAt(from + at));
    seen.push(...(await readToTheEnd(terminal, key)), terminal.screen());
    terminal.type(key);
  }
  return seen;
}

/** The line of the keys of a checklist that goes on below. */
const MORE = /^(?:n|Enter)[ =](?:show )?more\b/m;

/** Turns the pages of a checklist until the key would answer it. Resolves to the pages before the last. */
export async function readToTheEnd(terminal: Terminal, key = 'n'): Promise<string[]> {
  const pages: string[] = [];
  // Whether it goes on is said by the line of the keys, which is drawn last.
  await terminal.waitFor(/\bEsc\b/);
  while (MORE.test(terminal.screen())) {
    pages.push(terminal.screen());
    // The highlighted item is another one on each page.
    const [highlighted = ''] = /❯.*/.exec(terminal.screen()) ?? [];
    terminal.type(key);
    await terminal.waitFor(new RegExp(`^(?![^]*${literal(highlighted)})[^]*❯[^]*Esc`));
  }
  return pages;
}

/** Another screen than this one, whole to the last of its keys. */
export function otherThan(screen: string): RegExp {
  return new RegExp(`^(?!${literal(screen)}$)[^]*Esc`);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Says "none of these" until the screen at this place is there. */
export async function goTo(terminal: Terminal, place: number): Promise<void> {
  await answer(terminal, ORDINARY.slice(0, place - 1));
  await terminal.waitFor(screenAt(place));
}

/** Marks chest pain on the first screen, and goes on with it. */
export async function markChestPain(terminal: Terminal, mark = ' '): Promise<void> {
  await terminal.waitFor(screenAt(1));
  terminal.type(mark);
  await terminal.waitFor(mark === 'u' ? '– not sure' : '– yes');
  terminal.press('enter');
  await terminal.waitFor(AFTER_EMERGENCY);
}

/** The pause between two keys of one who types one after the other: longer than a held key's. */
export function fingerPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 250));
}

/** Holds a key down: after the first press the keyboard repeats it about every 30 milliseconds. */
export async function hold(terminal: Terminal, key: string, times: number): Promise<void> {
  for (let press = 0; press < times; press += 1) {
    terminal.send(key);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** A press that was taken may show only after this long on a busy machine: a second one would answer the next screen. */
const NOTHING_HAPPENED_MS = 3000;

/** Presses a key as a person does who sees that nothing happened: once more, after a moment. */
export async function pressUntil(terminal: Terminal, key: string, wanted: RegExp): Promise<void> {
  for (let press = 0; press < 10; press += 1) {
    terminal.type(key);
    if (await comes(terminal, wanted)) return;
  }
  await terminal.waitFor(wanted, 1);
}

function comes(terminal: Terminal, wanted: RegExp): Promise<boolean> {
  const waited = terminal.waitFor(wanted, NOTHING_HAPPENED_MS);
  return waited.then(
    () => true,
    () => false,
  );
}
