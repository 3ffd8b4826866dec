import { type TextWindow, windowsOf } from './features.ts';
import type { Limits } from './numbers.ts';

/** data/understanding.json: what numbers mean, and the likelihoods from which on something is said. */
export interface ModelSettings {
  readonly figures: Limits;
  readonly signs: {
    /** Likelihoods from which on a sign is shown, and from which on it is asked about. */
    readonly sure: number;
    readonly asked: number;
    /** The likelihood from which on thoughts of ending one's life are answered. It is low, as a kind word does no harm. */
    readonly crisis: number;
    /** How a likelihood is made of the weights for a sign and those for any sign at all, see `judgeSigns`. */
    readonly any: {
      /** How much the weights for any sign count beside those for the sign itself. */
      readonly weight: number;
      /** For the sign that fits best. */
      readonly best: Line;
      /** For all others. */
      readonly others: Line;
    };
    /** The signs that are parts of another, by the id of that sign: used where a text says which part. */
    readonly parts: Readonly<Record<string, readonly string[]>>;
    /** Signs of which one at most is said, the gravest or the finest first: bleeding in pregnancy says that somebody is pregnant. */
    readonly oneOf: readonly (readonly string[])[];
    /** The graver form of a sign, which is asked about from a lower likelihood on where the sign itself is mentioned. */
    readonly graver: { readonly asked: number; readonly of: Readonly<Record<string, string>> };
  };
  readonly questions: {
    /** The weight of shared words against what was learned, from 0 to 1. */
    readonly words: number;
    /** By how much the best passage has to be likelier than that there is no answer. */
    readonly answered: number;
  };
}

/** Makes the logit of a likelihood from a sum of weights; fitted on examples that nothing was trained on. */
export interface Line {
  readonly slope: number;
  readonly offset: number;
}

/** What was learned from examples. */
export interface Model {
  readonly settings: ModelSettings;
  /** How likely each class is in a text, and the window in which it is likeliest. */
  readonly judge: (text: string) => Judged[];
}

/** A class of a model, judged for a text. */
export interface Judged {
  readonly id: string;
  /** The weights for the class, added up: those of the likeliest window, and some of the others. */
  readonly sum: number;
  /** From 0 to 1. */
  readonly likely: number;
  readonly window: TextWindow;
  /** How much each word of the window weighs for the class. */
  readonly weightOf: () => number[];
}

/** The head of a model's file, which says what the rest contains. */
export interface Head {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  /** What a weight of 1 in the file stands for. */
  readonly unit: number;
  readonly features: number;
  readonly weights: number;
  readonly settings: ModelSettings;
}

/** The number of features in a block. The file says where the weights of a block start; within it, counts are added up. */
export const BLOCK = 64;

/** The numbers of features are sorted into shelves by their first bits, so that only their other 16 bits are kept. */
export const SHELVES = 4096;

/**
 * Opens a model that the build wrote: the length of the head (4 bytes), the head in JSON, how many features there are
 * before each shelf and before the end (4 bytes each), the last 16 bits of the numbers of all features in order
 * (2 bytes each), where the weights of each block of features start (4 bytes each), how many weights each feature has
 * (1 byte), the class of each weight (1 byte), and all weights (1 signed byte each). Only what a text needs is read, as it
 * has a few hundred features.
 */
export function openModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headEnd = 4 + view.getUint32(0, true);
  const head = JSON.parse(String.fromCharCode(...bytes.subarray(4, headEnd))) as Head;
  const numbers = headEnd + 4 * (SHELVES + 1);
  const blocks = numbers + 2 * head.features;
  const counts = blocks + 4 * Math.ceil(head.features / BLOCK);
  const classes = counts + head.features;
  const weights = classes + head.weights;

  const find = (feature: number): number => {
    const shelf = headEnd + 4 * (feature >>> 16);
    let [low, high] = [view.getUint32(shelf, true), view.getUint32(shelf + 4, true) - 1];
    const wanted = feature & 0xff_ff;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = view.getUint16(numbers + 2 * middle, true);
      if (found === wanted) return middle;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  const startOf = (at: number): number => {
    const block = Math.floor(at / BLOCK);
    let start = view.getUint32(blocks + 4 * block, true);
    for (let before = block * BLOCK; before < at; before += 1) start += bytes[counts + before]!;
    return start;
  };
  const eachWeight: EachWeight = (feature, act) => {
    const at = find(feature);
    if (at < 0) return;
    const start = startOf(at);
    const end = start + bytes[counts + at]!;
    for (let one = start; one < end; one += 1) act(bytes[classes + one]!, view.getInt8(weights + one) * head.unit);
  };
  return { settings: head.settings, judge: (text) => judge(text, head, eachWeight) };
}

type EachWeight = (feature: number, act: (classAt: number, weight: number) => void) => void;

/**
 * How much the mean of all windows counts beside the likeliest one. A long text has many windows, one of which looks like
 * a sign by chance: by the likeliest one alone, almost every other long note without a sign would raise an alarm.
 */
const REST = 0.25;

function judge(text: string, head: Head, eachWeight: EachWeight): Judged[] {
  const windows = windowsOf(text, head.settings.figures);
  const sums = windows.map((window) => sumsOf(window, head, eachWeight));
  return head.classes.map((id, of) => {
    let best = 0;
    for (let at = 1; at < sums.length; at += 1) if (sums[at]![of]! > sums[best]![of]!) best = at;
    const window = windows[best]!;
    const mean = sums.reduce((total, one) => total + one[of]!, 0) / sums.length;
    const sum = (1 - REST) * sums[best]![of]! + REST * mean;
    return {
      id,
      sum,
      likely: likelihood(sum),
      window,
      weightOf: () => wordWeights(window, of, eachWeight),
    };
  });
}

function sumsOf({ features }: TextWindow, { bias }: Head, eachWeight: EachWeight): Float64Array {
  const sums = new Float64Array(bias.length);
  for (const feature of features.keys()) eachWeight(feature, (of, weight) => (sums[of]! += weight));
  const scale = scaleOf(features.size);
  return sums.map((sum, of) => sum * scale + bias[of]!);
}

function wordWeights({ words, features }: TextWindow, of: number, eachWeight: EachWeight): number[] {
  const weights = words.map(() => 0);
  for (const [feature, [first, last]] of features) {
    eachWeight(feature, (one, weight) => {
      // A feature of the whole window says nothing about a single word.
      if (one !== of || last - first > 2) return;
      for (let at = first; at <= last; at += 1) weights[at]! += weight / (last - first + 1);
    });
  }
  return weights;
}

/** Added to the number of features, as if they said nothing: so nothing is sure from a word or two. */
const SILENT = 20;

/** What the sum over features is multiplied by, so that a long text doesn't weigh more than a short one. */
export function scaleOf(features: number): number {
  return 1 / Math.sqrt(features + SILENT);
}

/** The likelihood that a sum of weights stands for: the logistic function. */
export function likelihood(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
