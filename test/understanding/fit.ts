// Fits what makes likelihoods of weights, and shows what each limit would give. `npm run fit:text` prints it; a person then
// writes data/understanding.json. The examples are cut into parts, and each part is judged by a model that learned from the
// others. The lines of a writer follow one another and stay together, so that few writers' lines are on both sides.
import { learnSigns, type Asked, type Note } from '../../src/understanding/core/learn-signs.ts';
import { type Judged, type Line, openModel } from '../../src/understanding/core/model.ts';
import { ANY, ANY_SIGN, judgeSigns } from '../../src/understanding/core/signs.ts';
import { notes, questions, settings } from './built.ts';

const PARTS = 3;
/** The number of lines in a row that stay together: several writers' lines, and no sign's lines are all in one part. */
const BLOCK = 100;

/** An example, and what a model that doesn't know it makes of it. */
interface Unseen {
  /** The classes that are right, without parts of signs. */
  readonly right: ReadonlySet<string>;
  readonly judged: readonly Judged[];
}

/** A sum of weights, and whether the sign was there. */
type Point = readonly [sum: number, isThere: boolean];

const { parts, any, sure } = settings.signs;
const isPart = (id: string) => Object.entries(parts).some(([whole, finer]) => whole === id || finer.includes(id));
const wholeOf = (sign: string) => {
  const found = Object.entries(parts).find(([whole, finer]) => whole === sign || finer.includes(sign));
  return found ? `${ANY}${found[0]}` : sign;
};
const partOf = (at: number) => Math.floor(at / BLOCK) % PARTS;

function unseen(): Unseen[] {
  const asked = questions.filter(({ signs }) => signs !== undefined);
  return Array.from({ length: PARTS }, (_, part) => {
    const others = <T>(lines: readonly T[]) => lines.filter((__, at) => partOf(at) !== part);
    const model = openModel(learnSigns(others<Note>(notes), others<Asked>(asked), settings));
    const held = [notes, asked].flatMap((lines) => lines.filter((__, at) => partOf(at) === part));
    return held.map(({ text, signs = [] }) => ({ right: new Set(signs.map(wholeOf)), judged: model.judge(text) }));
  }).flat();
}

/** The sums of the signs that fit best, and of the others, before a likelihood is made of them. */
function pointsOf({ right, judged }: Unseen): { best: Point; others: Point[] } {
  const overall = judged.find(({ id }) => id === ANY_SIGN)!.sum;
  const signs = judged.filter(({ id }) => id !== ANY_SIGN && !isPart(id));
  const best = signs.reduce((one, other) => (other.sum > one.sum ? other : one));
  const others = signs.filter((one) => one !== best);
  return {
    best: [best.sum + any.weight * overall, right.has(best.id)],
    others: others.map(({ id, sum }) => [sum + any.weight * Math.min(overall, 0), right.has(id)]),
  };
}

/** The line that makes the points likeliest (logistic regression with one variable, by Newton's method). */
function fitted(points: readonly Point[]): Line {
  let [slope, offset] = [0.5, 0];
  for (let round = 0; round < 30; round += 1) {
    const sums = { bySlope: 0, byOffset: 0, slopes: 1e-9, both: 0, offsets: 1e-9 };
    for (const [sum, isThere] of points) {
      const likely = 1 / (1 + Math.exp(-(slope * sum + offset)));
      const [error, curve] = [likely - Number(isThere), likely * (1 - likely)];
      sums.bySlope += error * sum;
      sums.byOffset += error;
      sums.slopes += curve * sum * sum;
      sums.both += curve * sum;
      sums.offsets += curve;
    }
    const volume = sums.slopes * sums.offsets - sums.both * sums.both;
    slope -= (sums.offsets * sums.bySlope - sums.both * sums.byOffset) / volume;
    offset -= (sums.slopes * sums.byOffset - sums.both * sums.bySlope) / volume;
  }
  return { slope, offset };
}

const percent = (lines: readonly Unseen[], isSo: (line: Unseen) => boolean) =>
  ((100 * lines.filter(isSo).length) / lines.length).toFixed(1);

const lines = unseen();
const points = lines.map(pointsOf);
const best = fitted(points.map((one) => one.best));
const others = fitted(points.flatMap((one) => one.others));
const refitted = { ...settings, signs: { ...settings.signs, any: { weight: any.weight, best, others } } };
const likelihoods = new Map(
  lines.map((line) => {
    const judged = judgeSigns('', { settings: refitted, judge: () => [...line.judged] });
    return [line, new Map(judged.filter(({ id }) => !isPart(id)).map(({ id, likely }) => [id, likely]))];
  }),
);
const likelyIn = (line: Unseen, id: string) => likelihoods.get(line)!.get(id)!;
const told = lines.filter(({ right }) => right.size > 0);
const plain = lines.filter(({ right }) => right.size === 0);
const rows = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, sure].map((limit) => {
  const heard = percent(told, (line) => [...line.right].every((id) => likelyIn(line, id) >= limit));
  const quiet = percent(plain, (line) => [...likelihoods.get(line)!.values()].every((likely) => likely < limit));
  const crisis = percent(
    told.filter(({ right }) => right.has('self-harm')),
    (line) => likelyIn(line, 'self-harm') >= limit,
  );
  const inVain = percent(plain, (line) => likelyIn(line, 'self-harm') >= limit);
  return `${limit}\t${heard}\t${quiet}\t${crisis}\t${inVain}`;
});
process.stdout.write(
  [
    `best: ${JSON.stringify(best)}`,
    `others: ${JSON.stringify(others)}`,
    'limit\theard\tquiet\tself-harm heard\tself-harm in vain',
    ...rows,
    '',
  ].join('\n'),
);
