import { windowsOf } from './features.ts';
import { likelihood, type ModelSettings } from './model.ts';
import { numberFeatures, type Rows, rowsOf, withWeights } from './rows.ts';
import { type Weights, writeModel } from './write-model.ts';

/** A text, and the classes that it belongs to, if any. */
export interface Example {
  readonly text: string;
  readonly classes: readonly string[];
}

export interface LearnOptions {
  readonly classes: readonly string[];
  readonly settings: ModelSettings;
  /** How often all examples are gone through with the weights that stay (default: 12). */
  readonly rounds?: number;
  /** In how many examples a feature has to occur (default: 2). */
  readonly least?: number;
  /** How much more a missed class counts than one that was found wrongly (default: 2). */
  readonly missed?: number;
  /** Weights below this are removed after the first rounds (default: 0.5). */
  readonly small?: number;
}

interface Learner {
  readonly classes: number;
  readonly bias: Float64Array;
  readonly biasMoved: Float64Array;
  /** For each example, one byte per class: whether it belongs to it. */
  readonly wanted: readonly Uint8Array[];
  readonly missed: number;
  /** For each example, its largest error when it was last gone through. */
  readonly errors: Float64Array;
  /** All examples, in the order of the last round. */
  readonly order: number[];
  readonly random: () => number;
  /** For each window of the current example and each class: the sum of its weights, and the error to move them against. */
  readonly sums: Float64Array;
  readonly steps: Float64Array;
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
/** In how many rounds there is a weight for every feature and class, before small ones are removed. */
const ALL = 2;

/**
 * Learns weights from examples: logistic regression, a yes or no for each class, by going through the examples again and
 * again and moving each weight against the error. A long text teaches by the window in which the class is likeliest.
 * The same examples give the same file on every machine: nothing is left to chance.
 * @returns the bytes of a file that `openModel` reads
 */
export function learn(examples: readonly Example[], options: LearnOptions): Uint8Array {
  const { classes, settings, rounds = 12, least = 2, missed = 2, small = 0.5 } = options;
  if (classes.length > 255) throw new Error('a model holds at most 255 classes');
  const texts = examples.map(({ text }) => windowsOf(text, settings.figures).map((one) => [...one.features.keys()]));
  const numbers = numberFeatures(texts, least);
  const learner = begin(examples, texts, { classes, missed });
  const all = allWeights(numbers.size, classes.length);
  const rows = rowsOf(texts, numbers);
  for (let round = 0; round < ALL; round += 1) learnRound(round, rows, all, learner);
  // The weights that stay learn to do without the others.
  const weights = withoutSmall(all, small);
  const kept = withWeights(rows, weights);
  for (let round = ALL; round < ALL + rounds; round += 1) learnRound(round, kept, weights, learner);
  return writeModel({ classes, settings, features: [...numbers.keys()], weights, bias: learner.bias });
}

function begin(
  examples: readonly Example[],
  texts: readonly (readonly unknown[])[],
  { classes, missed }: Pick<Required<LearnOptions>, 'classes' | 'missed'>,
): Learner {
  const most = Math.max(...texts.map((windows) => windows.length));
  return {
    classes: classes.length,
    missed,
    bias: Float64Array.from(classes, (id) => usual(id, examples)),
    biasMoved: new Float64Array(classes.length).fill(CAUTION),
    wanted: examples.map((one) => Uint8Array.from(classes, (id) => Number(one.classes.includes(id)))),
    errors: new Float64Array(examples.length).fill(1),
    order: examples.map((_, at) => at),
    random: randomNumbers(1),
    sums: new Float64Array(classes.length * most),
    steps: new Float64Array(classes.length * most),
  };
}

/** The sum that stands for how often a class occurs: learning begins with what is known without reading a word. */
function usual(id: string, examples: readonly Example[]): number {
  const count = examples.filter(({ classes }) => classes.includes(id)).length;
  return Math.log((count + 1) / (examples.length - count + 1));
}

/** Goes through all examples once, in another order each time. */
function learnRound(round: number, rows: Rows, weights: Weights, learner: Learner): void {
  const { order, random, errors } = learner;
  shuffle(order, random);
  for (const at of order) {
    // What is known by now is gone through less often.
    if (errors[at]! < KNOWN && (round + at) % SELDOM > 0) continue;
    errors[at] = learnFrom(at, rows, weights, learner);
  }
}

/** A weight for each feature and class. */
function allWeights(features: number, classes: number): Weights {
  const count = features * classes;
  return {
    starts: Int32Array.from({ length: features + 1 }, (_, feature) => feature * classes),
    classes: new Uint8Array(count).map((_, at) => at % classes),
    weights: new Float32Array(count),
    moved: new Float32Array(count).fill(CAUTION),
  };
}

/** The weights that aren't small. */
function withoutSmall({ starts, classes, weights, moved }: Weights, small: number): Weights {
  const isKept = (at: number) => Math.abs(weights[at]!) >= small;
  const kept: number[] = [];
  const ends = starts.map((to, feature) => {
    for (let at = feature === 0 ? 0 : starts[feature - 1]!; at < to; at += 1) if (isKept(at)) kept.push(at);
    return kept.length;
  });
  const places = Int32Array.from(kept);
  return {
    starts: ends,
    classes: Uint8Array.from(places, (at) => classes[at]!),
    weights: Float32Array.from(places, (at) => weights[at]!),
    moved: Float32Array.from(places, (at) => moved[at]!),
  };
}

/** @returns the largest error before anything was moved */
function learnFrom(example: number, rows: Rows, weights: Weights, learner: Learner): number {
  const { classes, bias, wanted, missed, sums, steps } = learner;
  const [from, to] = [rows.examples[example]!, rows.examples[example + 1]!];
  const end = (to - from) * classes;
  sums.fill(0, 0, end);
  steps.fill(0, 0, end);
  for (let window = from; window < to; window += 1) addSums(window, (window - from) * classes, rows, weights, learner);
  let largest = 0;
  for (let of = 0; of < classes; of += 1) {
    let best = of;
    for (let at = of + classes; at < end; at += classes) if (sums[at]! > sums[best]!) best = at;
    const sum = sums[best]! + bias[of]!;
    const isWanted = wanted[example]![of] === 1;
    if (!isWanted && sum < UNLIKELY) continue;
    const likely = likelihood(sum);
    const error = isWanted ? (likely - PRESENT) * missed : likely - ABSENT;
    if (Math.abs(error) <= SETTLED) continue;
    steps[best] = error;
    largest = Math.max(largest, Math.abs(error));
    learner.biasMoved[of]! += error * error;
    bias[of]! -= (BIAS_STEP * error) / Math.sqrt(learner.biasMoved[of]!);
  }
  if (largest > 0)
    for (let window = from; window < to; window += 1) step(window, (window - from) * classes, rows, weights, learner);
  return largest;
}

/** Below this sum a class that an example doesn't belong to is settled. */
const UNLIKELY = -Math.log(1 / (ABSENT + SETTLED) - 1);

function addSums(
  window: number,
  place: number,
  rows: Rows,
  { starts, classes, weights }: Weights,
  learner: Learner,
): void {
  const { features, windows, scales } = rows;
  const { sums } = learner;
  for (let at = windows[window]!, end = windows[window + 1]!; at < end; at += 1) {
    const feature = features[at]!;
    for (let one = starts[feature]!, last = starts[feature + 1]!; one < last; one += 1)
      sums[place + classes[one]!]! += weights[one]!;
  }
  const scale = scales[window]!;
  for (let at = place; at < place + learner.classes; at += 1) sums[at]! *= scale;
}

function step(
  window: number,
  place: number,
  rows: Rows,
  { starts, classes, weights, moved }: Weights,
  learner: Learner,
): void {
  const { features, windows, scales } = rows;
  const { steps } = learner;
  let isMoved = false;
  for (let at = place; at < place + learner.classes; at += 1) isMoved ||= steps[at] !== 0;
  if (!isMoved) return;
  const scale = scales[window]!;
  for (let at = windows[window]!, end = windows[window + 1]!; at < end; at += 1) {
    const feature = features[at]!;
    for (let one = starts[feature]!, last = starts[feature + 1]!; one < last; one += 1) {
      const error = steps[place + classes[one]!]!;
      if (error === 0) continue;
      const slope = error * scale + SHRINK * weights[one]!;
      moved[one]! += slope * slope;
      weights[one]! -= (STEP * slope) / Math.sqrt(moved[one]!);
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
