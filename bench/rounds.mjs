/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} unit "cpu" or "wall"; ratios are taken within a unit
 * @property {number | null} goal
 * @property {boolean} isBase the subject that the others of its unit are compared with
 * @property {string} [comparedTo] the name of another subject to compare with instead
 * @property {() => Promise<number>} measure
 */

/**
 * @typedef {object} Result
 * @property {Subject} subject
 * @property {number[]} times one for each round, in milliseconds
 * @property {number[]} ratios each to the base of the same round
 */

/**
 * Measures all subjects once a round, in a new random order each time.
 *
 * Rounds, because a machine is faster in one minute than in the next: what is
 * compared has to be measured side by side. Measured one after the other, two
 * equal programs can differ by a tenth. Random, so that no subject always
 * follows the same one.
 * @param {Subject[]} subjects
 * @param {number} count
 * @param {(round: number) => void} onRound
 * @returns {Promise<Result[]>}
 */
export async function measureRounds(subjects, count, onRound) {
  await measureRound(subjects); // fills the caches; its times do not count
  const rounds = [];
  for (let round = 1; round <= count; round += 1) {
    onRound(round);
    rounds.push(await measureRound(subjects));
  }
  return subjects.map((subject) => toResult(subject, subjects, rounds));
}

async function measureRound(subjects) {
  const times = new Map();
  for (const subject of shuffle(subjects)) times.set(subject, await subject.measure());
  return times;
}

function toResult(subject, subjects, rounds) {
  const isItsBase = ({ name, isBase, unit }) =>
    subject.comparedTo === undefined ? isBase && unit === subject.unit : name === subject.comparedTo;
  const base = subjects.find(isItsBase);
  const times = rounds.map((round) => round.get(subject));
  const ratios = rounds.map((round) => round.get(subject) / round.get(base));
  return { subject, times, ratios };
}

function shuffle(list) {
  const keyed = list.map((item) => ({ item, key: Math.random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

/**
 * The value below which the given part of the values lies; 0.5 is the median.
 * @param {number[]} values
 * @param {number} part
 */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below + (above - below) * (place - Math.floor(place));
}
