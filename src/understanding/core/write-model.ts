import { BLOCK, type Head, type ModelSettings, SHELVES } from './model.ts';

/** The weights that are learned: for each feature those of some classes. */
export interface Weights {
  /** Where the weights of each feature start, and where the last ones end. */
  readonly starts: Int32Array;
  /** The class of each weight. */
  readonly classes: Uint8Array;
  readonly weights: Float32Array;
  /** The squares of all steps so far: a weight that has moved much moves less (AdaGrad, Duchi et al. 2011). */
  readonly moved: Float32Array;
}

/** What was learned, before it is rounded. */
export interface Learned {
  readonly classes: readonly string[];
  readonly settings: ModelSettings;
  /** The numbers of the features, in order. */
  readonly features: readonly number[];
  readonly weights: Weights;
  readonly bias: Float64Array;
}

/** The bytes of a model's file, as described at `openModel`. */
export function writeModel({ classes, settings, features, weights: learned, bias }: Learned): Uint8Array {
  const { starts: from, classes: classesOf, weights } = learned;
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = largest / 127;
  const kept = features.map((_, feature) =>
    Array.from({ length: from[feature + 1]! - from[feature]! }, (__, at) => from[feature]! + at)
      .map((at) => ({ of: classesOf[at]!, weight: weights[at]! }))
      .filter(({ weight }) => Math.abs(weight) > unit / 2),
  );
  const known = features.map((feature, row) => ({ feature, kept: kept[row]! })).filter((one) => one.kept.length > 0);
  const all = known.flatMap((one) => one.kept);
  const head: Head = {
    classes,
    bias: [...bias].map((one) => Math.round(one * 1e6) / 1e6),
    unit,
    features: known.length,
    weights: all.length,
    settings,
  };
  let start = 0;
  const starts = known.map((one) => (start += one.kept.length) - one.kept.length);
  // One byte per character, so that it can be read without a decoder, which takes long to load.
  const ascii = JSON.stringify(head).replace(
    /[^\0-\x7F]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const text = new TextEncoder().encode(ascii);
  return joined([
    fourBytes([text.length]),
    text,
    fourBytes(shelvesOf(known.map((one) => one.feature))),
    twoBytes(known.map((one) => one.feature & 0xff_ff)),
    fourBytes(starts.filter((_, at) => at % BLOCK === 0)),
    Uint8Array.from(known, (one) => one.kept.length),
    Uint8Array.from(all, ({ of }) => of),
    Uint8Array.from(all, ({ weight }) => Math.round(weight / unit)),
  ]);
}

/** How many features there are before each shelf, and in all. */
function shelvesOf(features: readonly number[]): number[] {
  const before = Array.from({ length: SHELVES + 1 }, () => 0);
  for (const feature of features) before[(feature >>> 16) + 1]! += 1;
  for (let at = 1; at <= SHELVES; at += 1) before[at]! += before[at - 1]!;
  return before;
}

function twoBytes(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * numbers.length));
  numbers.forEach((number, at) => view.setUint16(2 * at, number, true));
  return new Uint8Array(view.buffer);
}

function fourBytes(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, at) => view.setUint32(4 * at, number, true));
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
