import type { Judged, Model } from './model.ts';
import type { Settings } from './settings.ts';
import { ownValue } from '../../text/own-value.ts';
import { quoteOf } from './quote.ts';

/** A warning sign found in a text. */
export interface Detected {
  readonly id: string;
  /** The words of the text that were taken for it. */
  readonly matched: string;
  /** False where it has to be asked whether it was meant. */
  readonly sure: boolean;
}

/** A class of the model for a sign and all of its parts: "any:bladder-bowel". */
export const ANY = 'any:';

/**
 * The warning signs that a text says are there, each once, the sure ones first.
 * @param model what the build learned from data/examples/notes.jsonl
 */
export function detectSigns(text: string, model: Model): Detected[] {
  const judged = new Map(model.judge(text).map((one) => [one.id, one]));
  const settings = model.settings.signs;
  const told = [...judged.values()].flatMap((one) => toldBy(one, judged, settings));
  const detected = told
    .filter(({ sign, likely }) => likely >= leastFor(sign.id, settings))
    .map((one) => ({ id: one.sign.id, matched: quoteOf(text, one.sign), sure: one.likely >= settings.sure }));
  return detected.toSorted((one, other) => Number(other.sure) - Number(one.sure));
}

function leastFor(id: string, { asked, crisis }: Settings['signs']): number {
  return id === 'self-harm' ? crisis : asked;
}

interface AppError {
  readonly sign: Judged;
  readonly likely: number;
}

// Whether there is such a sign at all is judged of all its parts together; which it is, of each alone.
function toldBy(one: Judged, judged: ReadonlyMap<string, Judged>, { sure, parts }: Settings['signs']): AppError[] {
  if (!one.id.startsWith(ANY)) return isPart(one.id, parts) ? [] : [{ sign: one, likely: one.likely }];
  const general = one.id.slice(ANY.length);
  const kinds = [general, ...ownValue(parts, general)!].map((id) => judged.get(id)!);
  const likeliest = kinds.reduce((best, kind) => (kind.likely > best.likely ? kind : best));
  const said = kinds.filter((kind) => kind === likeliest || kind.likely >= sure);
  return said.map((sign) => ({ sign, likely: sign === likeliest ? Math.max(one.likely, sign.likely) : sign.likely }));
}

// Parts are reported through the class of the whole sign.
function isPart(id: string, parts: Settings['signs']['parts']): boolean {
  return Object.entries(parts).some(([general, finer]) => general === id || finer.includes(id));
}
