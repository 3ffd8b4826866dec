import { makeGlyphs, toAscii } from '../../../src/terminal/glyphs.ts';
import { type ChecklistPrompt, type Marked } from '../../../src/terminal/prompter.ts';
import { initialState, reactionTo } from '../../../src/terminal/prompts/checklist.ts';
import {
  type ChecklistScreen,
  checklistScreen,
  type ChecklistState,
} from '../../../src/terminal/prompts/checklist-screen.ts';
import type { ReadlineKey } from '../../../src/terminal/prompts/keys.ts';
import type { Look } from '../../../src/terminal/prompts/layout.ts';
import { look } from './look.ts';

const UNICODE = look();
const ASCII: Look = { ...UNICODE, glyphs: makeGlyphs(false), spell: toAscii };

export type Size = readonly [columns: number, rows: number];

/** A checklist as somebody sees it who presses keys and changes the window, without the wait between two keys. */
export class Player {
  readonly prompt: ChecklistPrompt;
  /** The ids of the items that stood on the screen with their whole label, found in the text alone. */
  readonly read = new Set<string>();
  /** The last screen. */
  screen!: ChecklistScreen;
  state: ChecklistState;
  answer: Marked | symbol | undefined;
  readonly #seen: Set<string>;
  readonly #ascii: boolean;
  #size: Size;

  constructor(prompt: ChecklistPrompt, size: Size, ascii = false) {
    this.prompt = prompt;
    this.state = initialState(prompt);
    this.#seen = new Set(prompt.seen);
    this.#size = size;
    this.#ascii = ascii;
    this.#draw();
  }

  press(key: string): void {
    if (this.answer !== undefined) return;
    const press: ReadlineKey = { name: key, sequence: key };
    const reaction = reactionTo(press, this.prompt, this.state, this.#seen, this.screen);
    if ('answer' in reaction) this.answer = reaction.answer;
    else this.state = 'turnsTo' in reaction ? reaction.turnsTo : reaction.stays;
    if (this.answer === undefined) this.#draw();
  }

  resize(size: Size): void {
    this.#size = size;
    if (this.answer === undefined) this.#draw();
  }

  /** The keys that it takes to get through from here: n, or Enter where something is marked. */
  getThrough(): number {
    const key = this.state.marks.size > 0 ? 'return' : 'n';
    let keys = 0;
    while (this.answer === undefined && keys <= this.prompt.items.length) {
      this.press(key);
      keys += 1;
    }
    return keys;
  }

  #draw(): void {
    const view = this.#look();
    this.screen = checklistScreen(this.prompt, this.state, this.#seen, view);
    for (const id of this.screen.shown) this.#seen.add(id);
    for (const id of labelsOn(this.screen.text, this.prompt, view)) this.read.add(id);
  }

  #look(): Look {
    const [columns, rows] = this.#size;
    return { ...(this.#ascii ? ASCII : UNICODE), size: () => ({ columns, rows }) };
  }
}

/** The items whose whole label stands in a text, behind its sign; none in one that the window can't hold. */
export function labelsOn(text: string, { items }: ChecklistPrompt, { glyphs, spell, size }: Look): string[] {
  const { columns, rows } = size();
  const lines = text.split('\n');
  if (lines.length > rows || lines.some((line) => line.length > columns)) return [];
  const words = ` ${lines.join(' ').replaceAll(/\s+/g, ' ')} `;
  const signs = [glyphs.empty, glyphs.marked, glyphs.unsure];
  return items
    .filter(({ label }) => signs.some((sign) => words.includes(`${sign} ${spell(label)} `)))
    .map(({ id }) => id);
}
