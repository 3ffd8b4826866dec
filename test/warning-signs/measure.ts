/** How well warning signs are heard in labelled lines. `node test/warning-signs/measure.ts FILE…` prints the rates and the misses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSigns } from '../../src/warning-signs/build.ts';
import { hear } from '../../src/warning-signs/hear.ts';
import { GUIDE_SIGNS } from '../triage/answers.ts';
import type { Heard, WarningSigns } from '../../src/warning-signs/types.ts';

export const KNOWLEDGE = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../data/warning-signs.json'), 'utf8'),
) as WarningSigns;

export const BUILT = buildSigns(KNOWLEDGE);

export const SEVEN = new Set<string>(GUIDE_SIGNS);

export interface Line {
  readonly text: string;
  readonly red_flags: readonly string[];
  readonly emergency: boolean;
  readonly also_ok?: readonly string[];
  readonly kind: string;
  readonly by?: string;
}

interface Judged extends Line {
  readonly heard: readonly Heard[];
  readonly exact: boolean;
}

export function readLines(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

function judge(line: Line): Judged {
  const heard = hear(line.text, BUILT);
  const got = heard.map(({ id }) => id).filter((id) => SEVEN.has(id));
  const extra = got.some((id) => !line.red_flags.includes(id) && !line.also_ok?.includes(id));
  return { ...line, heard, exact: !extra && line.red_flags.every((id) => got.includes(id)) };
}

const isSign = (line: Line) => line.emergency || line.red_flags.length > 0;
const share = (some: number, all: number) => (all === 0 ? 1 : some / all);

/** The rates of a set of lines, each between 0 and 1. */
export function measure(lines: readonly Line[]) {
  const judged = lines.map(judge);
  const signs = judged.filter(isSign);
  const quiet = judged.filter((line) => !isSign(line));
  const of = (id: string) => judged.filter(({ red_flags }) => red_flags.includes(id));
  const hits = (id: string) => of(id).filter(({ heard }) => heard.some((one) => one.id === id)).length;
  return {
    lines: judged.length,
    sensitivity: share(signs.filter(({ heard }) => heard.length > 0).length, signs.length),
    surely: share(signs.filter(({ heard }) => heard.some(({ sure }) => sure)).length, signs.length),
    specificity: share(quiet.filter(({ heard }) => !heard.some(({ sure }) => sure)).length, quiet.length),
    doubts: share(
      quiet.filter(({ heard }) => heard.length > 0 && !heard.some(({ sure }) => sure)).length,
      quiet.length,
    ),
    exact: share(judged.filter(({ exact }) => exact).length, judged.length),
    perSign: Object.fromEntries([...SEVEN].map((id) => [id, share(hits(id), of(id).length)])),
    wrong: judged.filter((line) => !line.exact || line.heard.length > 0 !== isSign(line)),
  };
}

const percent = (value: number) => (value > 1 ? value : Math.round(value * 1000) / 10);

function print(name: string, lines: readonly Line[]): void {
  const { wrong: _, perSign, ...rates } = measure(lines);
  const all = Object.entries({ ...rates, ...perSign }).map(([key, value]) => `${key} ${percent(value)}`);
  process.stdout.write(`${name}: ${all.join(', ')}\n`);
}

function main(files: readonly string[]): void {
  const lines = files.flatMap(readLines);
  for (const { text, red_flags, emergency, heard } of measure(lines).wrong) {
    const got = heard.map(({ id, matched, sure }) => `${id}${sure ? '' : '?'} "${matched}"`).join('; ');
    process.stdout.write(`${emergency ? '!' : ' '} ${red_flags.join(',')} <- ${got} | ${text}\n`);
  }
  for (const by of new Set(lines.map((line) => line.by ?? '')))
    print(
      by,
      lines.filter((line) => (line.by ?? '') === by),
    );
  for (const kind of new Set(lines.map((line) => line.kind)))
    print(
      kind,
      lines.filter((line) => line.kind === kind),
    );
  print('all', lines);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
