import { keysNow, SESSION_KEYS, type SessionKey, type ShownKey } from '../core/keys.ts';
import { secondsOf } from '../core/script.ts';
import { isReady, type Session, sessionLeft } from '../core/state.ts';
import type { Row, Span } from '../../terminal/painter.ts';
import { stopText } from './announcement.ts';
import { clockTime, inWords } from './times.ts';

/** The width of the text in a window of 30 columns. */
const TINY = 29;

const PAIN = ' Before you start, you can type your pain from 0 to 10. Press Enter to start now.';

/** The keys that do something at this moment, the most needed first, as rows that fit. */
export function keyRows(session: Session, width: number, low: boolean): Row[] {
  const shown = keysNow(session).filter(({ brief, only }) => only !== 'lines' && (!low || brief !== ''));
  const gap = low ? 2 : 3;
  const rows: Span[][] = [];
  let used = width;
  for (const { key, does, brief, tiny = brief } of mostNeeded(shown, width)) {
    const usual = low ? brief : does;
    const text = ` ${key.length + usual.length + 2 <= width ? usual : tiny}`;
    const needed = gap + key.length + text.length;
    if (used + needed > width) rows.push([{ text: ' ' }]);
    used = (used + needed > width ? 1 - gap : used) + needed;
    const row = rows.at(-1)!;
    row.push({ text: row.length > 1 ? ' '.repeat(gap) : '' }, { text: key, as: 'key' }, { text });
  }
  return rows;
}

/** What can be pressed beside the keys that are named in a row. */
const FURTHER_KEYS = [
  { key: '0 to 10', does: 'your pain now', when: isReady },
  { key: 'Ctrl-C', does: 'leave at once', when: () => true },
];
const KEY_GAP = 2;

/** All keys that do something at this moment, a row for each; in a low window two columns. */
export function keyListRows(session: Session, width: number, height: number): Row[] {
  const further = FURTHER_KEYS.filter(({ when }) => when(session));
  const all = [...keysNow(session).filter(({ only }) => only === undefined), ...further].map((row) => ({
    key: 'inFull' in row && row.inFull !== undefined ? row.inFull : row.key,
    does: row.does,
  }));
  const column = Math.max(...all.map(({ key }) => key.length)) + KEY_GAP;
  const entries = all.map(({ key, does }): Row => [
    { text: ` ${key.padEnd(column)}`, as: 'key' },
    { text: does.slice(0, Math.max(0, width - column - 1)) },
  ]);
  const half = Math.ceil(entries.length / 2);
  const first = Math.floor(width / 2);
  if (entries.length <= height || entries.some((entry) => widthOf(entry) >= first)) return entries;
  return entries.slice(0, half).map((entry, at) => {
    const gap = { text: ' '.repeat(Math.max(1, first - widthOf(entry))) };
    return [...entry, gap, ...(entries[at + half] ?? [])];
  });
}

function widthOf(row: Row): number {
  return row.reduce((sum, { text }) => sum + text.length, 0);
}

// Where there is room for only two keys, it is for the vital ones.
function mostNeeded(keys: readonly ShownKey[], width: number): readonly ShownKey[] {
  return width >= TINY ? keys : keys.toSorted((a, b) => Number(b.isVital === true) - Number(a.isVital === true));
}

/**
 * The first lines of a session that is shown as lines: what it is, when to stop, and what can be typed.
 * @param notes what has to be known before it begins
 * @param now milliseconds since 1970
 */
export function introLines(session: Session, notes: readonly string[], canType: boolean, now: number): string[] {
  const { script } = session;
  const minutes = Math.max(1, Math.round(secondsOf(script.steps) / 60)) * 60;
  const ends = clockTime(now + sessionLeft(session, now), script);
  const keys = `Type a letter, then press Enter: ${introducedKeys(session)}.`;
  return [
    `${script.name}: about ${inWords(minutes)}, ends ${ends}.`,
    stopText(script.parts.flatMap(({ stop }) => stop)),
    ...notes,
    ...(canType ? [`${keys}${isReady(session) ? PAIN : ''}`] : []),
  ];
}

function introducedKeys({ script, runsElsewhere }: Session): string {
  const hasSteps = !script.countsDuringSleep;
  const rows = SESSION_KEYS.flatMap(({ intro, ...row }) =>
    intro && (hasSteps || !intro.ofSteps) ? [{ ...intro, name: typedName(row) }] : [],
  ).map((row) => (runsElsewhere && row.does === 'stop' ? { ...row, does: 'leave' } : row));
  return rows
    .toSorted((a, b) => a.place - b.place)
    .map(({ name, does }) => `${name} ${does}`)
    .join(', ');
}

/** The keys that do something now, as one line for somebody who types. */
export function keysText(session: Session): string {
  const keys = keysNow(session)
    .filter(({ only }) => only !== 'screen')
    .map((row) => `${typedName(row)}: ${row.does}`);
  return `${keys.join(', ')}.`;
}

function typedName({ key, typed = key }: Pick<SessionKey, 'key' | 'typed'>): string {
  return typed;
}
