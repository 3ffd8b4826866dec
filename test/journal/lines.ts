import { join } from 'node:path';
import { openContent } from '../../src/system/content.ts';
import type { Fields } from '../../src/journal/core/fields.ts';
import type { Del, Entry } from '../../src/journal/core/records.ts';
import { makeUlid } from '../../src/journal/core/ulid.ts';
import type { TodayRules } from '../../src/today/core/today.ts';
import { onsetOf } from '../../src/triage/core/onset.ts';
import { signLevelLookup } from '../../src/understanding/lookups.ts';

const content = openContent(join(import.meta.dirname, '..', '..', 'data'));

/** How spells are counted, as the data says it. */
export const RULES: TodayRules = {
  ...content.episodes(),
  onsetOf: (answer) => onsetOf(content.triage().questions, answer),
  levelOf: signLevelLookup({ content }),
};

export const THERAPIES = content.therapies();

/** A revision, or an id, of this time; `nth` tells apart those of one moment, and orders them. */
export function revision(at: string, nth = 0): string {
  return makeUlid(Date.parse(at) + nth, () => 0);
}

/** A line that adds an entry about a time, written at that time. */
export function entry(at: string, fields: Partial<Entry> = { pain: 5 }): Entry {
  const id = fields.id ?? makeUlid(Date.parse(at), numbersFrom(Date.parse(at)));
  return { v: 1, op: 'put', id, rev: id, dev: 'laptop22', kind: 'pain', at, ...fields };
}

/** Random numbers, the same ones for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A line that gives an entry a later state. */
export function edited(before: Entry, rev: string, fields: Partial<Fields>): Entry {
  return { ...before, ...fields, rev, base: before.rev };
}

/** A line that removes an entry. */
export function removed({ id, rev: base, dev }: Entry, rev: string): Del {
  return { v: 1, op: 'del', id, rev, dev, base };
}

/** Lines as the text of a file. */
export function fileText(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
