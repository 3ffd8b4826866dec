import { windowsOf } from './features.ts';
import { likelihood, type ModelSettings, scaleOf } from './model.ts';
import { writeModel } from './write-model.ts';

/** A text, and the classes that it belongs to, if any. */
export interface Example {
  readonly text: string;
  readonly classes: readonly string[];
}

export interface LearnOptions {
  readonly classes: readonly string[];
  readonly settings: ModelSettings;
  /** How often all examples are gone through (default: 30). */
  readonly rounds?: number;
  /** In how many examples a feature has to occur (default: 2). */
  readonly least?: number;
  /** How much more a missed class counts than one that was found wrongly (default: 2). */
  readonly missed?: number;
  /** Weights below this are set to 0, and stay 0, after a third of the rounds (default: 1.1). */
  readonly small?: number;
}

interface Learner {
  readonly classes: number;
  /** One row per feature, one column per class. */
  readonly weights: Float32Array;
  /** The squares of all steps so far: a weight that has moved much moves less (AdaGrad, Duchi et al. 2011). */
  readonly moved: Float32Array;
  readonly bias: Float64Array;
  readonly biasMoved: Float64Array;
  /** For each feature, the classes for which it has a weight, once small weights have been removed. */
  kept?: readonly Uint8Array[];
}

/** The features of a window as rows of the weights, each once, and what their sum is multiplied by. */
interface Row {
  readonly features: Int32Array;
  readonly scale: number;
}

/** The size of a step. */
const STEP = 1;
/** The size of a step of a bias. */
const BIAS_STEP = 0.3;
/** The starting value of `moved`: it keeps the first steps of rare features small. */
const CAUTION = 0.1;
/** By how much a weight shrinks at each of its steps. */
const SHRINK = 1e-5;
/**
 * The likelihoods to be learned for a class that an example doesn't belong to, and for one that it does. They aren't
 * 0 and 1, so that no weight grows on for the sake of an example that is as good as known.
 */
const [ABSENT, PRESENT] = [0.005, 0.98];
/** An error below this teaches nothing. */
const SETTLED = 0.003;
/** An example whose errors are all below this is known, and gone through in one of `SELDOM` rounds. */
const KNOWN = 0.05;
const SELDOM = 3;
/** Weights below this are removed, after this share of the rounds. */
const SMALL = 1.1;
const PRUNED_AFTER = 0.34;

/**
 * Learns weights from examples: logistic regression, a yes or no for each class, by going through the examples again and
 * again and moving each weight against the error. A long text teaches by the window in which the class is likeliest.
 * The same examples give the same file on every machine: nothing is left to chance.
 * @returns the bytes of a file that `openModel` reads
 */
export function learn(examples: readonly Example[], options: LearnOptions): Uint8Array {
  const { classes, settings, rounds = 30, least = 2, missed = 2, small = SMALL } = options;
  if (classes.length > 255) throw new Error('a model holds at most 255 classes');
  const texts = examples.map(({ text }) =>
    windowsOf(text, settings.figures).map(({ features }) => [...features.keys()]),
  );
  const numbers = numberFeatures(texts, least);
  const rows = texts.map((windows) => windows.map((features) => rowOf(features, numbers)));
  const learner = begin(numbers.size, classes.length);
  const wanted = examples.map((example) => classes.map((one) => example.classes.includes(one)));
  const shuffled = rows.map((_, at) => at);
  const random = randomNumbers(1);
  const errors = new Float64Array(rows.length).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    // The weights that stay learn to do without the others.
    if (round === Math.floor(rounds * PRUNED_AFTER)) prune(learner, small);
    shuffle(shuffled, random);
    for (const at of shuffled) {
      // What is known by now is gone through less often.
      if (errors[at]! < KNOWN && (round + at) % SELDOM > 0) continue;
      errors[at] = learnFrom(rows[at]!, wanted[at]!, learner, missed);
    }
  }
  return writeModel({ classes, settings, features: [...numbers.keys()], weights: learner.weights, bias: learner.bias });
}

/** Removes small weights for good. */
function prune(learner: Learner, small: number): void {
  const { classes, weights } = learner;
  for (let at = 0; at < weights.length; at += 1) if (Math.abs(weights[at]!) < small) weights[at] = 0;
  const all = Uint8Array.from({ length: classes }, (_, of) => of);
  const features = Array.from({ length: weights.length / classes }, (_, feature) => feature * classes);
  learner.kept = features.map((from) => all.filter((of) => weights[from + of] !== 0));
}

/** Numbers the features that enough examples have: their rows in the weights. */
function numberFeatures(texts: readonly (readonly number[][])[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const windows of texts)
    for (const feature of new Set(windows.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least).map(([feature]) => feature);
  return new Map(kept.toSorted((one, other) => one - other).map((feature, number) => [feature, number]));
}

function rowOf(features: readonly number[], numbers: ReadonlyMap<number, number>): Row {
  const known = features.map((feature) => numbers.get(feature)).filter((number) => number !== undefined);
  return { features: Int32Array.from(known), scale: scaleOf(features.length) };
}

function begin(features: number, classes: number): Learner {
  return {
    classes,
    weights: new Float32Array(features * classes),
    moved: new Float32Array(features * classes).fill(CAUTION),
    bias: new Float64Array(classes),
    biasMoved: new Float64Array(classes).fill(CAUTION),
  };
}

/** @returns the largest error before anything was moved */
function learnFrom(rows: readonly Row[], wanted: readonly boolean[], learner: Learner, missed: number): number {
  const sums = rows.map((row) => sumsOf(row, learner));
  const errors = rows.map(() => new Map<number, number>());
  let largest = 0;
  for (let of = 0; of < learner.classes; of += 1) {
    let best = 0;
    for (let at = 1; at < rows.length; at += 1) if (sums[at]![of]! > sums[best]![of]!) best = at;
    const likely = likelihood(sums[best]![of]!);
    const error = wanted[of] ? (likely - PRESENT) * missed : likely - ABSENT;
    // As long as there are all weights, raising what is far too unlikely would take most of the time.
    if (!wanted[of] && error < 0 && !learner.kept) continue;
    if (Math.abs(error) > SETTLED) errors[best]!.set(of, error);
    largest = Math.max(largest, Math.abs(error));
  }
  rows.forEach((row, at) => step(row, errors[at]!, learner));
  return largest;
}

function sumsOf({ features, scale }: Row, { classes, weights, bias, kept }: Learner): Float64Array {
  const sums = new Float64Array(classes);
  for (const feature of features) {
    const from = feature * classes;
    if (kept) for (const of of kept[feature]!) sums[of]! += weights[from + of]!;
    else for (let of = 0; of < classes; of += 1) sums[of]! += weights[from + of]!;
  }
  for (let of = 0; of < classes; of += 1) sums[of] = sums[of]! * scale + bias[of]!;
  return sums;
}

function step({ features, scale }: Row, errors: ReadonlyMap<number, number>, learner: Learner): void {
  const { classes, weights, moved, bias, biasMoved, kept } = learner;
  for (const [of, error] of errors) {
    biasMoved[of]! += error * error;
    bias[of]! -= (BIAS_STEP * error) / Math.sqrt(biasMoved[of]!);
    for (const feature of features) {
      const at = feature * classes + of;
      // A removed weight stays 0. Others are 0 by chance at most.
      if (kept && weights[at] === 0) continue;
      const slope = error * scale + SHRINK * weights[at]!;
      moved[at]! += slope * slope;
      weights[at]! -= (STEP * slope) / Math.sqrt(moved[at]!);
    }
  }
}

/** Numbers from 0 to 1 that look like chance and are the same each time (a linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}
