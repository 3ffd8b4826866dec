import { wrap } from '../../text/wrap.ts';
import { type ChoicePrompt, MORE, type Option } from '../prompter.ts';
import { cutTo, keyLines, keysInOneLine, type KeyHint, layOut, lineWidth, type Look } from './layout.ts';
import { readingPages, type ReadingPages } from './reading.ts';

export interface ChoiceState {
  /** The option that is highlighted, or -1. */
  readonly active: number;
  /** The page of what is read above the question. */
  readonly page: number;
  readonly typed: string;
  readonly notice: string;
}

/** A choice as it is drawn. */
export interface ChoiceScreen {
  readonly text: string;
  /** The current page, and how many there are. */
  readonly page: number;
  readonly pages: number;
  /** The question is on this page; on others Enter turns to the next. */
  readonly asks: boolean;
  /** How many pages come before the question, with the first that has it. */
  readonly toRead: number;
  /** The options are listed on this page, and the arrows choose among them. */
  readonly hasList: boolean;
  /** What stays on the terminal if somebody leaves now. */
  readonly read: readonly string[];
}

/** A list of options isn't shown below a text with fewer rows than this, unless it is shorter. */
const LEAST_ROWS = 14;
const NOTHING_TO_READ: ReadingPages = { pages: [{ rows: [], asks: true }], upTo: () => [] };

/** Draws a choice: the pages of what is read first, then a list, or a few keys in a line below the text. */
export function choiceScreen(prompt: ChoicePrompt, state: ChoiceState, look: Look): ChoiceScreen {
  const { pages, upTo } = pagesAbove(prompt, state, look);
  // The window may have grown since a page was turned.
  const page = Math.min(state.page, pages.length - 1);
  const { rows: all, asks } = pages[page]!;
  // A notice takes the place of the empty line above the keys.
  const rows = state.notice !== '' && all.at(-1) === '' ? all.slice(0, -1) : all;
  const hasList = asks && !prompt.inline;
  const toRead = pages.findIndex((one) => one.asks) + 1;
  const screen = { page, pages: pages.length, asks, toRead, hasList, read: upTo(page) };
  const below = hasList ? layOut(listParts(prompt, state, look, rows.length), look).split('\n') : [];
  const foot = hasList ? [] : footRows(prompt, state, screen, look.size().rows - rows.length, look);
  return { ...screen, text: [...rows, ...below, ...foot].join('\n') };
}

function pagesAbove(prompt: ChoicePrompt, { active }: ChoiceState, look: Look): ReadingPages {
  const { inline = false, reading } = prompt;
  if (!reading) return NOTHING_TO_READ;
  const divided = (page: number) => {
    const at = { page, pages: Infinity };
    const keys = () => keyLines(inlineKeys(prompt, active, at, look), look);
    const below = inline ? introLines(prompt, look).length + keys().length : listRows(prompt, look);
    return readingPages(reading, look, below, !inline);
  };
  const few = divided(0);
  // With several pages there is one key more.
  return few.pages.length === 1 ? few : divided(1);
}

type At = Pick<ChoiceScreen, 'page' | 'pages'>;

/** What is below a page without a list: the question and a few keys, or those that turn the page. */
function footRows(
  prompt: ChoicePrompt,
  { active, notice }: ChoiceState,
  at: At & Pick<ChoiceScreen, 'asks' | 'toRead'>,
  room: number,
  look: Look,
): readonly string[] {
  if (!at.asks) return withNotice(notice, [keysInOneLine(turningKeys(prompt, at), look)], room, look);
  const intro = introLines(prompt, look);
  return [
    ...intro,
    ...withNotice(notice, keyLines(inlineKeys(prompt, active, at, look), look), room - intro.length, look),
  ];
}

function introLines({ intro }: ChoicePrompt, look: Look): string[] {
  return intro ? wrap(intro, lineWidth(look)) : [];
}

// A notice names keys as well: where there is no room for both, it takes their place.
function withNotice(notice: string, keys: readonly string[], room: number, look: Look): readonly string[] {
  if (notice === '') return keys;
  const said = wrap(notice, lineWidth(look)).map(look.style.caution);
  return said.length + keys.length <= room ? [...said, ...keys] : cutTo(said, Math.max(room, keys.length));
}

function listRows(prompt: ChoicePrompt, look: Look): number {
  const all = { ...look, size: () => ({ ...look.size(), rows: Infinity }) };
  const state = { active: 0, page: 0, typed: '', notice: '' };
  return Math.min(LEAST_ROWS, layOut(listParts(prompt, state, look, 0), all).split('\n').length + 1);
}

function listParts(prompt: ChoicePrompt, { active, notice }: ChoiceState, look: Look, taken: number) {
  const { place, title, intro } = prompt;
  return {
    place,
    title,
    intro,
    ...optionRows(prompt, active, look),
    notice,
    taken,
    keys: listKeys(prompt, active, look),
  };
}

/** The options as items of a list, and which of them is highlighted. */
function optionRows({ options }: ChoicePrompt, chosen: number, look: Look) {
  const widest = Math.max(...options.map((option) => option.key.length));
  const groups = grouped(options);
  const highlighted = options[chosen];
  const items = groups.map((group) => {
    const isActive = highlighted !== undefined && group.includes(highlighted);
    return group.length > 1
      ? scaleLines(group, isActive ? highlighted : undefined, widest, look)
      : optionLines(group[0]!, isActive, widest, look);
  });
  return { items, active: highlighted ? groups.findIndex((group) => group.includes(highlighted)) : 0 };
}

/** Each option in a row of its own, but the numbers of a scale that have no words in one: an empty row says nothing. */
function grouped(options: readonly Option[]): Option[][] {
  const groups: Option[][] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (option.label === '' && last?.[0]!.label === '') last.push(option);
    else groups.push([option]);
  }
  return groups;
}

function optionLines({ key, label }: Option, isActive: boolean, widest: number, look: Look): string[] {
  const { style, glyphs } = look;
  const first = `${isActive ? glyphs.pointer : ' '} ${style.key(key.padStart(widest))}  `;
  const [line = '', ...rest] = wrap(label, lineWidth(look), { first: ' '.repeat(widest + 4) });
  const lines = [line.trimStart(), ...rest].map(isActive ? style.strong : (text) => text);
  return lines.map((text, at) => (at === 0 ? first + text : text));
}

// The highlighted number is in brackets, because all keys are bold.
function scaleLines(group: readonly Option[], active: Option | undefined, widest: number, look: Look): string[] {
  const { style, glyphs } = look;
  const keys = group.map((option) => (option === active ? `[${option.key}]` : ` ${option.key} `));
  const first = `${active ? glyphs.pointer : ' '} ${' '.repeat(widest - group[0]!.key.length)}`;
  return [`${first.slice(0, -1)}${style.key(keys.join('').trimEnd())}`];
}

function listKeys(prompt: ChoicePrompt, active: number, { glyphs }: Look): KeyHint[] {
  const { canGoBack, options } = prompt;
  // Enter is named once it does something: it takes the highlighted option.
  const key = active < 0 ? glyphs.arrows : `${glyphs.arrows} Enter`;
  const choose = { key, does: 'or press the key shown', brief: 'or a key' };
  return [choose, ...(canGoBack ? [backKey(options)] : []), leaveKey(prompt)];
}

/** The options that a page has: what else there is to read is offered until the last page. */
export function optionsAt({ options, reading }: ChoicePrompt, { page, pages }: At): readonly Option[] {
  return reading?.further && page >= pages - 1 ? options.filter(({ id }) => id !== MORE) : options;
}

/** The option that Enter takes; at the end of what there is to read it leaves, where it showed more. */
export function highlightedAt(prompt: ChoicePrompt, active: number, at: At): Option | undefined {
  const { options, escape } = prompt;
  const chosen = options[active];
  return chosen && !optionsAt(prompt, at).includes(chosen) ? options.find(({ id }) => id === escape) : chosen;
}

function inlineKeys(prompt: ChoicePrompt, chosen: number, at: At, { style }: Look): KeyHint[] {
  const highlighted = highlightedAt(prompt, chosen, at);
  const ways = optionsAt(prompt, at).map((option) => {
    const { key, label, brief = label } = option;
    const painted = option === highlighted ? style.strong : (text: string) => text;
    return { key: option === highlighted ? `Enter or ${key}` : key, does: painted(label), brief: painted(brief) };
  });
  return at.page > 0 ? ways.toSpliced(-1, 0, backKey(prompt.options)) : ways;
}

// The keys of a page that comes before the question. All options can be chosen there too, but these matter more.
function turningKeys(prompt: ChoicePrompt, { page, toRead }: Pick<ChoiceScreen, 'page' | 'toRead'>): KeyHint[] {
  const { canGoBack, options, inline } = prompt;
  const count = `${page + 1}/${toRead}`;
  const on = inline
    ? { does: `next page (${count})`, brief: `next ${count}` }
    : { does: 'continue', brief: 'continue' };
  return [{ key: 'Enter', ...on }, ...(page > 0 || canGoBack ? [backKey(options)] : []), leaveKey(prompt, 'q')];
}

/** The key of the previous page or screen: b, where no option has that key. */
export function backKey(options: readonly Option[]): KeyHint {
  return { key: options.some(({ key }) => key === 'b') ? 'backspace' : 'b', does: 'back', brief: 'back' };
}

/** The key that leaves a choice, and what leaving it means. */
export function leaveKey({ options, escape }: ChoicePrompt, key = 'Esc'): KeyHint {
  const left = options.find(({ id }) => id === escape);
  const does = left ? uncapitalised(left.label) : 'quit';
  return { key: left?.key === key ? key : 'Esc', does, brief: left?.brief ?? does };
}

function uncapitalised(label: string): string {
  return /^I\b/.test(label) ? label : label.toLowerCase();
}
