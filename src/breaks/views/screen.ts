import type { BreakMove, BreaksContent } from '../../content/break-types.ts';
import { momentText } from '../../journal/core/say-when.ts';
import { figureRows } from '../../sessions/figure/figure.ts';
import { bigDigits } from '../../sessions/views/digits.ts';
import type { Row } from '../../terminal/painter.ts';
import { pluralize } from '../../text/plural.ts';
import { wrap } from '../../text/wrap.ts';
import { type BreaksView, everyText, pauseText, todayText } from './breaks.ts';

/** The window that breaks are shown in, and what it can show. */
export interface BreaksLook {
  readonly columns: number;
  readonly rows: number;
  /** Whether half-blocks can be shown. */
  readonly blocks: boolean;
  /** Whether all keys are shown instead of the time or the figure. */
  readonly showsKeys: boolean;
  /** The figure of the move that is due, for a number of columns. */
  readonly figure: (columns: number) => readonly Row[];
}

const MINUTE_MS = 60_000;
const LOW_WINDOW = 16;
const NARROW_FIGURE = 16;
const WIDE_FIGURE = 60;
const BLANK: Row = [];

interface Key {
  readonly key: string;
  readonly does: string;
  /** The same for the list of all keys, with the other keys that do it. */
  readonly inFull: readonly [keys: string, does: string];
}

const LATER: Key = { key: 's', does: 'later', inFull: ['s', 'put the break off'] };
const STOP: Key = { key: 'q', does: 'stop', inFull: ['q or Esc', 'stop the breaks'] };
const ALL: Key = { key: '?', does: 'all keys', inFull: ['? or Esc', 'close this list'] };

/** The keys of the screen, by what they do. */
const KEYS = {
  due: [
    { key: 'Enter', does: 'done', inFull: ['Enter, space or d', 'I got up and moved'] },
    LATER,
    STOP,
    { key: 'k', does: 'skip', inFull: ['k', 'skip this break'] },
    ALL,
  ],
  waiting: [LATER, STOP, ALL],
} as const satisfies Record<string, readonly Key[]>;

/** The screen of breaks: the time to the next one, or the move that is due. */
export function screenRows(view: BreaksView, content: BreaksContent, look: BreaksLook): Row[] {
  const { breaks, move, today } = view;
  const width = look.columns - 1;
  const count = today > 0 ? todayText(today).replace(/\.$/, '') : '';
  const head = spread(move ? 'Time to get up' : `Breaks ${everyText(breaks)}`, count, width);
  const said = move ? moveRows(move, content, width) : paragraphRows([pauseText(breaks)], width);
  const keys = KEYS[move ? 'due' : 'waiting'];
  const height = look.rows - 1;
  // In the lowest windows what to do is more useful than that it is time.
  const hasHead = said.length < height;
  const above = [...(hasHead ? [head] : []), ...(look.rows < LOW_WINDOW ? [] : [BLANK]), ...said].slice(0, height);
  const room = height - above.length;
  const body = look.showsKeys ? keyList(keys, width, room) : move ? figureIn(look, room) : timeIn(view, look, room);
  return [...above, ...body, keyRow(keys, width)];
}

function keyList(keys: readonly Key[], width: number, room: number): Row[] {
  const rows = keys.map(({ inFull: [key, does] }): Row => [
    { text: ` ${key}`, as: 'key' },
    { text: `  ${does}`.slice(0, Math.max(0, width - key.length - 1)) },
  ]);
  return filled(rows, room > rows.length ? 1 : 0, room);
}

// The name stands out from what to do, in the same paragraph.
function moveRows({ name, cue }: BreakMove, { ifItHurts }: BreaksContent, width: number): Row[] {
  const rows = paragraphRows([`${name}.`, cue, ifItHurts], width);
  const [first = { text: '' }] = rows[0] ?? [];
  const named = ` ${name}.`;
  if (!first.text.startsWith(named)) return rows;
  return [[{ text: named, as: 'strong' }, { text: first.text.slice(named.length) }], ...rows.slice(1)];
}

function paragraphRows(texts: readonly string[], width: number): Row[] {
  if (texts.join('') === '') return [];
  return wrap(texts.join(' '), width - 1, { first: ' ' }).map((text) => [{ text }]);
}

function figureIn({ columns, figure }: BreaksLook, room: number): Row[] {
  let wide = Math.min(WIDE_FIGURE, columns - 2);
  while (wide >= NARROW_FIGURE && figureRows(wide) > room) wide -= 1;
  const drawn = wide >= NARROW_FIGURE ? figure(wide) : [];
  const above = Math.max(0, Math.floor((room - drawn.length) / 2));
  return filled(
    drawn.map((row) => [{ text: ' ' }, ...row]),
    above,
    room,
  );
}

// The minutes can be read from a few steps away; the time of day is beside them.
function timeIn({ breaks, now }: BreaksView, { columns, blocks }: BreaksLook, room: number): Row[] {
  const minutes = Math.max(0, Math.ceil((breaks.nextAt - now.getTime()) / MINUTE_MS));
  const unit = pluralize(minutes, 'minute').replace(/^\d+ /, '');
  const time = momentText(breaks.nextAt, now);
  const wordings = [`${unit} to the next break, at ${time}`, `${unit}, until ${time}`];
  const at = wordings.find((one) => one.length + 2 <= columns) ?? time;
  const digits = bigDigits(String(minutes), columns - 2, Math.max(1, Math.min(10, room - 4)), blocks);
  const rows = digits.rows.map((row): Row => [{ text: ' ' }, ...row]);
  const below: Row[] = [...(room > rows.length + 1 ? [BLANK] : []), [{ text: ` ${at}`.slice(0, columns - 1) }]];
  const above = Math.max(0, Math.floor((room - rows.length - below.length) / 2));
  return filled([...rows, ...below], above, room);
}

function filled(rows: readonly Row[], above: number, room: number): Row[] {
  return [...blank(above), ...rows.slice(0, room), ...blank(room - above - rows.length)];
}

function blank(count: number): Row[] {
  return Array.from({ length: Math.max(0, count) }, () => BLANK);
}

function spread(left: string, right: string, width: number): Row {
  const text = ` ${left}`.slice(0, width);
  const gap = width - text.length - right.length;
  return [{ text, as: 'strong' }, ...(right !== '' && gap >= 2 ? [{ text: ' '.repeat(gap) + right }] : [])];
}

// As many keys as fit, the most needed first.
function keyRow(keys: readonly Key[], width: number): Row {
  const gap = width < 40 ? '  ' : '   ';
  const row: Row[number][] = [];
  let used = 0;
  for (const { key, does } of keys) {
    const before = row.length === 0 ? ' ' : gap;
    used += before.length + key.length + 1 + does.length;
    if (used > width) break;
    row.push({ text: before }, { text: key, as: 'key' }, { text: ` ${does}` });
  }
  return row;
}
