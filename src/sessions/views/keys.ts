import { currentStep, hasFurtherPart, type Session } from '../core/state.ts';
import type { Row, Span } from '../../terminal/painter.ts';
import { goesOn } from './head.ts';

/** The text of a window of 30 columns. */
const TINY = 29;
const MOST_NEEDED: ReadonlySet<string> = new Set(['h', 'n', 'w', 'q']);

/** What is typed, with Enter behind it, for a key that no line can hold. */
const TYPED: ReadonlyMap<string, string> = new Map([
  ['any key', 'Enter'],
  ['space', 'p'],
]);

/** What is typed to hear how much is left. */
export const TIME_LEFT = 't';

/** A key, and what it does now. */
interface KeyHint {
  readonly key: string;
  readonly does: string;
  /** The same in a low window; empty to be left out there. */
  readonly brief: string;
}

/** The keys that do something at this moment, the most needed first, as rows that fit. */
export function keyRows(session: Session, width: number, low: boolean): Row[] {
  const hints = mostNeeded(keysOf(session), width).filter(({ brief }) => !low || brief !== '');
  const gap = low ? 2 : 3;
  const rows: Span[][] = [];
  let used = width;
  for (const { key, does, brief } of hints) {
    const text = ` ${low ? brief : does}`;
    const needed = gap + key.length + text.length;
    if (used + needed > width) rows.push([{ text: ' ' }]);
    used = (used + needed > width ? 1 - gap : used) + needed;
    const row = rows.at(-1)!;
    row.push({ text: row.length > 1 ? ' '.repeat(gap) : '' }, { text: key, as: 'key' }, { text });
  }
  return rows;
}

// Where there is room for two keys, it is for these.
function mostNeeded(hints: readonly KeyHint[], width: number): readonly KeyHint[] {
  return width >= TINY
    ? hints
    : hints.toSorted((a, b) => Number(MOST_NEEDED.has(b.key)) - Number(MOST_NEEDED.has(a.key)));
}

/** The keys that do something now, as a line to be typed from. */
export function keysText(session: Session): string {
  // Where no clock is shown it is asked for.
  const timeLeft = goesOn(session) ? [hint(TIME_LEFT, 'time left')] : [];
  const keys = [...keysOf(session), ...timeLeft].map(({ key, does }) => `${TYPED.get(key) ?? key}: ${does}`);
  return `${keys.join('; ')}.`;
}

function keysOf(session: Session): KeyHint[] {
  const { alarm, ended, paused, at, script } = session;
  if (alarm) return [hint('any key', alarm.answer ?? "it's off")];
  if (ended) return [hint('any key', 'go on')];
  if (paused?.why === 'hurt') return hurtKeys(session);
  const { kind } = currentStep(session);
  return [
    // Fetching ice with a locked back takes longer than any countdown.
    ...(kind === 'ready' ? [hint('Enter', 'begin now', 'go')] : []),
    hint('space', paused ? 'go on' : 'pause'),
    hint('h', 'it hurts', 'hurts'),
    hint('q', 'stop'),
    ...(at + 1 < script.steps.length && kind !== 'ready' ? [hint('n', 'next')] : []),
    hint('+', 'longer', kind === 'ready' ? '' : 'longer'),
    ...(at > 0 && kind !== 'apply' ? [hint('b', 'back', '')] : []),
  ];
}

function hurtKeys(session: Session): KeyHint[] {
  return [
    ...(hasFurtherPart(session) ? [hint('n', 'leave this one out', 'next one')] : []),
    hint('w', 'check the warning signs', 'warning signs'),
    hint('q', 'end'),
  ];
}

function hint(key: string, does: string, brief = does): KeyHint {
  return { key, does, brief };
}
