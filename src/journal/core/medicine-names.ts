import { normal } from '../../text/normal.ts';
import { speltNumber } from '../../text/number-words.ts';
import type { Entry } from './records.ts';
import { isAhead } from './timed.ts';

const HOUR_MS = 3_600_000;

/** For how long it is said when a medicine was taken: packages give their limits for a day. Our own choice. */
const SHOWN_HOURS = 24;

/** Words that say how much or how often, or that belong to it: whatever they mean, they aren't a name. */
const AMOUNTS: ReadonlySet<string> = new Set(
  [
    'a an the some of my me i it them these more another extra only just also plus x about approx roughly',
    'took take taken taking had having used using swallowed needed prn od bd tds qds',
    'half quarter whole full double couple few several dozen pair lots lot many much max maximum usual',
    'mg mcg ug µg μg g gr gram grams milligram milligrams microgram micrograms ml cl iu units unit percent strength dose doses',
    'tablet tab pill capsule cap caplet sachet packet pack box strip drop puff spoon spoonful teaspoon tablespoon tsp tbsp patch',
    'suppository injection shot spray sip bottle piece round sprays',
    'once twice thrice times time every each per daily nightly hourly weekly day days night nights week weeks hour hours hr hrs h min mins minute minutes',
    'morning mornings noon midday afternoon evening evenings bedtime tonight today yesterday now again so far ago later am pm',
  ].flatMap((words) => words.split(' ')),
);
/** After these words nothing names a medicine: "at bedtime", "with food", "for my back". */
const CIRCUMSTANCES: ReadonlySet<string> = new Set(
  'at with without before after for in on as because when if since until from by to during last this next then'.split(
    ' ',
  ),
);

/** A medicine that was taken, and when. */
export interface Taken {
  /** In the user's words, without an amount. */
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The medicines in a field that names one or several: "ibuprofen, paracetamol". */
export function medicinesNamed(medicine: string): string[] {
  return medicine
    .split(/[,;+&]|\band\b/i)
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * The medicines that were taken in the last 24 hours, each when it was last taken, the latest first.
 * @param newestFirst entries
 */
export function lastTaken(newestFirst: readonly Entry[], now: Date): Taken[] {
  const since = now.getTime() - SHOWN_HOURS * HOUR_MS;
  const recent = newestFirst.filter(
    ({ medicine, at }) => medicine !== undefined && Date.parse(at) > since && !isAhead(at, now),
  );
  const taken = recent.flatMap(({ medicine = '', at }) =>
    medicinesNamed(medicine).flatMap((part) => nameIn(part).map((name) => ({ name, at }))),
  );
  const latest = new Map<string, Taken>();
  for (const one of taken.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))) {
    if (!latest.has(normal(one.name))) latest.set(normal(one.name), one);
  }
  return [...latest.values()];
}

/**
 * The name in what was typed for a medicine: its first words that say neither how much nor how often. The amount stays in
 * the entry, as beside an age it could be read as advice. @returns nothing where only an amount was typed
 */
function nameIn(part: string): string[] {
  const words = part.split(/[\s()[\]:]+/).filter(Boolean);
  const end = words.findIndex((word) => CIRCUMSTANCES.has(plain(word)));
  const named = end < 0 ? words : words.slice(0, end);
  const from = named.findIndex((word) => !isAmount(word));
  if (from < 0) return [];
  const others = named.slice(from);
  const length = others.findIndex(isAmount);
  return [(length < 0 ? others : others.slice(0, length)).map(withoutFigures).join(' ')];
}

function isAmount(word: string): boolean {
  const one = plain(word);
  return (
    withoutFigures(one) === '' || one.split('-').every((part) => saysAmount(part) || speltNumber(part) !== undefined)
  );
}

function saysAmount(word: string): boolean {
  return AMOUNTS.has(word) || AMOUNTS.has(word.replace(/s$/, '')) || AMOUNTS.has(word.replace(/es$/, ''));
}

// "b12" and "5-HTP" are names. "ibuprofen400", "400mg", "x2" and "4-hourly" have an amount.
function withoutFigures(word: string): string {
  const [, after] = /^\d-(\p{L}{3,})$/u.exec(word) ?? [];
  const isName =
    /^(?![xq])[a-z]{1,2}-?\d{1,2}$/i.test(word) || (after !== undefined && !saysAmount(after.toLowerCase()));
  if (isName) return word;
  return word.replace(/^[^\p{L}].*$|^[xq]\d.*$|[^\p{L}]*\d.*$/iu, '');
}

function plain(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d%]+$|\./gu, '');
}
