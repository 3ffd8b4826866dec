import { closestWord, didYouMean } from '../../text/did-you-mean.ts';

/** What is wrong with a value, and where: the path to it through lists and fields. */
export interface Problem {
  readonly at: readonly (string | number)[];
  /** What it must be: the end of a sentence. */
  readonly text: string;
}

/** Finds what is wrong with a value. */
export type Check = (value: unknown, at: Problem['at']) => Problem[];

/** A text of some length that isn't empty. @param pattern what else it has to be, with words for it */
export function text(most: number, pattern?: readonly [RegExp, words: string]): Check {
  return (value, at) => {
    if (typeof value !== 'string' || value.trim() === '') return wrong(at, 'must be a text', value);
    if (value.length > most) return [{ at, text: `must have at most ${most} characters, not ${value.length}` }];
    return pattern && !pattern[0].test(value) ? wrong(at, `must be ${pattern[1]}`, value) : [];
  };
}

/** A whole number within a range. */
export function whole(least: number, most: number): Check {
  return (value, at) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? []
      : wrong(at, `must be a whole number from ${least} to ${most}`, value);
}

export function oneOf(...words: readonly string[]): Check {
  return (value, at) => (words.some((word) => word === value) ? [] : [{ at, text: notOneOf(value, words) }]);
}

/** The right word, where one is close; otherwise all of them. */
function notOneOf(value: unknown, words: readonly string[]): string {
  const close = typeof value === 'string' ? closestWord(value.toLowerCase(), words) : undefined;
  return close === undefined
    ? mustBe(`must be ${alternativesOf(words)}`, value)
    : `can't be ${JSON.stringify(value)} (did you mean "${close}"?)`;
}

export function list(check: Check, least: number, most: number): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return wrong(at, 'must be a list', value);
    if (value.length < least || value.length > most) return [{ at, text: `must have ${least} to ${most} items` }];
    return value.flatMap((item, index) => check(item, [...at, index]));
  };
}

/** An object with these fields and no others. @param required the names of those that it must have */
export function record(fields: ReadonlyMap<string, Check>, required: readonly string[]): Check {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return wrong(at, 'must have fields', value);
    const entries = Object.entries(value);
    const names = new Set(entries.map(([name]) => name));
    return [
      ...required.filter((name) => !names.has(name)).map((name) => ({ at, text: `must have "${name}"` })),
      ...entries.flatMap(([name, inner]) => {
        const check = fields.get(name);
        return check ? check(inner, [...at, name]) : [{ at: [...at, name], text: unknownField(name, inner, fields) }];
      }),
    ];
  };
}

function unknownField(name: string, value: unknown, fields: ReadonlyMap<string, Check>): string {
  const names = [...fields.keys()];
  const close = didYouMean(name, names);
  // In { cue: Sit, then turn } the second half of the text is a field without a value.
  if (value === null && close === '') return "isn't a field: put a text with a comma in quotation marks";
  return close === '' ? `isn't one of ${names.join(', ')}` : `isn't a field${close}`;
}

function wrong(at: Problem['at'], must: string, value: unknown): Problem[] {
  return [{ at, text: mustBe(must, value) }];
}

/** @param must what the value must be: the end of a sentence */
function mustBe(must: string, value: unknown): string {
  const isShort = ['string', 'number', 'boolean'].includes(typeof value);
  return isShort ? `${must}, not ${JSON.stringify(value).slice(0, 40)}` : must;
}

function alternativesOf(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
