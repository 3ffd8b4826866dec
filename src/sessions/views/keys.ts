import { keysNow, type KeyLabel, type SessionKey } from '../core/keys.ts';
import type { Session } from '../core/state.ts';
import type { Row, Span } from '../../terminal/painter.ts';

/** The width of the text in a window of 30 columns. */
const TINY = 29;
const MOST_NEEDED: ReadonlySet<string> = new Set(['h', 'n', 'w', 'q']);

type KeyHint = Pick<SessionKey, 'key'> & KeyLabel;

/** The keys that do something at this moment, the most needed first, as rows that fit. */
export function keyRows(session: Session, width: number, low: boolean): Row[] {
  const shown = keysNow(session).filter(({ brief, linesOnly }) => !linesOnly && (!low || brief !== ''));
  const gap = low ? 2 : 3;
  const rows: Span[][] = [];
  let used = width;
  for (const { key, does, brief } of mostNeeded(shown, width)) {
    const text = ` ${low ? brief : does}`;
    const needed = gap + key.length + text.length;
    if (used + needed > width) rows.push([{ text: ' ' }]);
    used = (used + needed > width ? 1 - gap : used) + needed;
    const row = rows.at(-1)!;
    row.push({ text: row.length > 1 ? ' '.repeat(gap) : '' }, { text: key, as: 'key' }, { text });
  }
  return rows;
}

// Where there is room for only two keys, it is for these.
function mostNeeded(hints: readonly KeyHint[], width: number): readonly KeyHint[] {
  return width >= TINY
    ? hints
    : hints.toSorted((a, b) => Number(MOST_NEEDED.has(b.key)) - Number(MOST_NEEDED.has(a.key)));
}
