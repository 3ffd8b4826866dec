import { ownValue } from '../../text/own-value.ts';
import type { Judged, Model, ModelSettings } from './model.ts';
import { quoteOf } from './quote.ts';

/** A warning sign found in a text. */
export interface Detected {
  readonly id: string;
  /** The words of the text that mention it. */
  readonly matched: string;
  /** False where the user has to be asked whether it was meant. */
  readonly sure: boolean;
}

/** Begins the name of a class of the model that stands for a sign together with all of its parts: "any:bladder-bowel". */
export const ANY = 'any:';

/** A sign, and how likely it is that the text mentions it, from 0 to 1. */
interface Candidate {
  readonly sign: Judged;
  readonly likely: number;
}

/**
 * The warning signs that a text mentions, each once, the sure ones first.
 * @param model what the build learned from data/examples/notes.jsonl
 * @param crisis the id of the sign for thoughts of ending one's life, which is answered from a lower likelihood on
 */
export function findSigns(text: string, model: Model, crisis: string): Detected[] {
  const judged = new Map(model.judge(text).map((one) => [one.id, one]));
  const settings = model.settings.signs;
  const candidates = [...judged.values()].flatMap((one) => candidatesOf(one, judged, settings));
  const detected = candidates
    .filter(({ sign, likely }) => likely >= (sign.id === crisis ? settings.crisis : settings.asked))
    .map(({ sign, likely }) => ({ id: sign.id, matched: quoteOf(text, sign), sure: likely >= settings.sure }));
  return detected.toSorted((one, other) => Number(other.sure) - Number(one.sure));
}

// Whether a sign with parts is mentioned at all is judged for all its parts together, and then each part for itself.
function candidatesOf(
  one: Judged,
  judged: ReadonlyMap<string, Judged>,
  { sure, parts }: ModelSettings['signs'],
): Candidate[] {
  if (!one.id.startsWith(ANY)) return belongsToParts(one.id, parts) ? [] : [{ sign: one, likely: one.likely }];
  const whole = one.id.slice(ANY.length);
  const kinds = [whole, ...ownValue(parts, whole)!].map((id) => judged.get(id)!);
  const likeliest = kinds.reduce((best, kind) => (kind.likely > best.likely ? kind : best));
  const mentioned = kinds.filter((kind) => kind === likeliest || kind.likely >= sure);
  return mentioned.map((sign) => ({
    sign,
    likely: sign === likeliest ? Math.max(one.likely, sign.likely) : sign.likely,
  }));
}

// A sign with parts, or one of the parts: both are reported through the class of all of them.
function belongsToParts(id: string, parts: ModelSettings['signs']['parts']): boolean {
  return Object.entries(parts).some(([whole, finer]) => whole === id || finer.includes(id));
}
