import { scaleOf } from './model.ts';
import type { Weights } from './write-model.ts';

/** All windows of all examples, one after the other, each with its features as numbers of rows of the weights. */
export interface Rows {
  readonly features: Int32Array;
  /** Where the features of each window start, and where the last one ends. */
  readonly windows: Int32Array;
  /** The first window of each example, and the number of all windows. */
  readonly examples: Int32Array;
  /** What the sum over the features of each window is multiplied by. */
  readonly scales: Float64Array;
}

/** Numbers the features that enough examples have: their rows in the weights. */
export function numberFeatures(texts: readonly (readonly number[][])[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const windows of texts)
    for (const feature of windows.length === 1 ? windows[0]! : new Set(windows.flat()))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least).map(([feature]) => feature);
  return new Map(kept.toSorted((one, other) => one - other).map((feature, number) => [feature, number]));
}

/** @param texts the windows of each text, with the features of each window @param numbers those that are learned from */
export function rowsOf(texts: readonly (readonly number[][])[], numbers: ReadonlyMap<number, number>): Rows {
  const features: number[] = [];
  const [windows, examples, scales]: [number[], number[], number[]] = [[0], [0], []];
  for (const text of texts) {
    for (const window of text) {
      for (const feature of window) {
        const number = numbers.get(feature);
        if (number !== undefined) features.push(number);
      }
      windows.push(features.length);
      scales.push(scaleOf(window.length));
    }
    examples.push(scales.length);
  }
  return {
    features: Int32Array.from(features),
    windows: Int32Array.from(windows),
    examples: Int32Array.from(examples),
    scales: Float64Array.from(scales),
  };
}

/** The rows with only those features that have a weight. */
export function withWeights({ features, windows, ...others }: Rows, { starts }: Weights): Rows {
  const kept = new Int32Array(features.length);
  let end = 0;
  const ends = windows.map((to, at) => {
    for (let one = at === 0 ? 0 : windows[at - 1]!; one < to; one += 1)
      if (starts[features[one]! + 1]! > starts[features[one]!]!) kept[end++] = features[one]!;
    return end;
  });
  return { ...others, features: kept.slice(0, end), windows: ends };
}
