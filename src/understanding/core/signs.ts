import { ownValue } from '../../text/own-value.ts';
import { type Judged, likelihood, type Model, type ModelSettings } from './model.ts';
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

/**
 * The class of the model for any sign at all. It was learned from the examples of all signs, so that it knows best what
 * speaks against every one of them: a denial, an animal, last year.
 */
export const ANY_SIGN = 'any';

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
  const judged = new Map(judgeSigns(text, model).map((one) => [one.id, one]));
  const settings = model.settings.signs;
  const candidates = [...judged.values()].flatMap((one) => candidatesOf(one, judged, settings));
  const likelyOf = (id: string) => candidates.find(({ sign }) => sign.id === id)?.likely ?? 0;
  const limitOf = (id: string) => {
    if (id === crisis) return settings.crisis;
    const milder = Object.entries(settings.graver.of).find(([, graver]) => graver === id)?.[0];
    return milder !== undefined && likelyOf(milder) >= settings.asked ? settings.graver.asked : settings.asked;
  };
  const heard = candidates.filter(({ sign, likely }) => likely >= limitOf(sign.id));
  const detected = withoutRivals(heard, settings).map(({ sign, likely }) => ({
    id: sign.id,
    matched: quoteOf(text, sign),
    sure: likely >= settings.sure,
  }));
  return detected.toSorted((one, other) => Number(other.sure) - Number(one.sure));
}

/**
 * How likely each sign is, and each sign with parts together with them. The weights for any sign count for the sign that
 * fits best. Others they can only make less likely: that a text mentions one sign doesn't make a second likelier.
 */
export function judgeSigns(text: string, model: Model): Judged[] {
  const { any, parts } = model.settings.signs;
  const judged = model.judge(text);
  const overall = judged.find(({ id }) => id === ANY_SIGN)!.sum;
  const signs = judged.filter(({ id }) => id !== ANY_SIGN);
  const whole = signs.filter(({ id }) => !belongsToParts(id, parts));
  const best = whole.reduce((one, other) => (other.sum > one.sum ? other : one));
  return signs.map((one) => {
    const { slope, offset } = one === best ? any.best : any.others;
    const sum = one.sum + any.weight * (one === best ? overall : Math.min(overall, 0));
    return { ...one, likely: likelihood(slope * sum + offset) };
  });
}

// Of signs that exclude each other the first that is sure is left, or else the likeliest.
function withoutRivals(heard: readonly Candidate[], { sure, oneOf }: ModelSettings['signs']): Candidate[] {
  const outdone = (rivals: readonly string[]) => {
    const found = rivals.flatMap((id) => heard.filter(({ sign }) => sign.id === id));
    const likeliest = found.toSorted((one, other) => other.likely - one.likely)[0];
    const left = found.find(({ likely }) => likely >= sure) ?? likeliest;
    return found.filter((one) => one !== left);
  };
  const dropped = new Set(oneOf.flatMap(outdone));
  return heard.filter((one) => !dropped.has(one));
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
