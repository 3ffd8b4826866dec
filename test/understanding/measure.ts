// How well texts are understood that nothing was trained on. `npm run measure:text` writes it to measured.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frozenQuestions, frozenTexts, notes, questions, settings, signsFrom, signsModel } from './built.ts';
import { judgeSigns } from '../../src/understanding/core/signs.ts';
import {
  asAll,
  asCrisis,
  asGuide,
  asOtherEmergencies,
  questionRates,
  type Share,
  shownIn,
  signRates,
} from './rates.ts';

const percent = ({ right, of }: Share) => (of === 0 ? '-' : `${Math.round((1000 * right) / of) / 10}`);
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function hands(lines: readonly { readonly by: string }[]): string[] {
  return [...new Set(lines.map(({ by }) => by))].toSorted();
}

function signTable(as: typeof asAll): string {
  const rows = [...hands(frozenTexts), 'all'].map((by) => {
    const lines = frozenTexts.filter((line) => by === 'all' || line.by === by);
    const { heard, quiet, exact } = signRates(lines, as);
    return [by, lines.length, percent(heard), percent(quiet), percent(exact)];
  });
  return table(['hand', 'lines', 'heard', 'quiet', 'exact'], rows);
}

const everyday = frozenTexts.filter(({ by }) => by.endsWith('everyday'));

/** What matters most, each as its own row: peace on most days, and help in an emergency. */
function mattersMost(): string {
  const emergencies = signRates(frozenTexts, asOtherEmergencies).heard;
  const shares: readonly (readonly [string, Share])[] = [
    ['everyday lines: nothing is shown or asked about', signRates(everyday, asAll).quiet],
    ['everyday lines: nothing is shown', signRates(everyday, asAll, shownIn).quiet],
    ["everyday lines: not answered as thoughts of ending one's life", signRates(everyday, asCrisis).quiet],
    ['emergencies outside the seven: all are shown or asked about', emergencies],
    ['emergencies outside the seven: all are shown', signRates(frozenTexts, asOtherEmergencies, shownIn).heard],
    ["thoughts of ending one's life: answered", signRates(frozenTexts, asCrisis).heard],
    ['all lines without such thoughts: not answered as them', signRates(frozenTexts, asCrisis).quiet],
  ];
  return table(
    ['lines, and what should happen', 'lines', 'of 100'],
    shares.map(([what, share]) => [what, share.of, percent(share)]),
  );
}

function perSign(): string {
  const signs = [...new Set(frozenTexts.flatMap((line) => asAll(line.signs)))].toSorted();
  const rows = signs.map((sign) => {
    const only = (found: readonly string[]) => asAll(found).filter((one) => one === sign);
    const { heard, quiet } = signRates(frozenTexts, only);
    return [sign, heard.of, percent(heard), quiet.of - quiet.right];
  });
  return table(['sign', 'lines', 'heard', 'false alarms'], rows);
}

/** Of what was given a likelihood, how often it was so: a line and a sign each. */
function reliability(): string {
  const edges = [0, 0.05, 0.1, 0.25, 0.35, 0.5, 0.75, 0.9, 1.01];
  const judged = frozenTexts.flatMap(({ text, signs }) =>
    judgeSigns(text, signsModel)
      .filter(({ id }) => !id.startsWith('any:'))
      .map(({ id, likely }) => ({ likely, isSo: signs.includes(id) })),
  );
  const rows = edges.slice(0, -1).map((from, at) => {
    const within = judged.filter(({ likely }) => likely >= from && likely < edges[at + 1]!);
    const so = within.filter(({ isSo }) => isSo).length;
    return [`${from} to ${Math.min(1, edges[at + 1]!)}`, within.length, percent({ right: so, of: within.length })];
  });
  return table(['likelihood', 'line and sign', 'so in 100'], rows);
}

/** What would be heard, and what left in peace, if signs were asked about from other likelihoods on. */
function limitTable(): string {
  const rows = [0.15, 0.2, settings.signs.asked, 0.3, 0.35, 0.4, settings.signs.sure, 0.75].map((limit) => {
    const find = (text: string) => signsFrom(limit, text);
    const rates = [signRates(frozenTexts, asGuide, find), signRates(frozenTexts, asAll, find)];
    const shares = rates.flatMap(({ heard, quiet }) => [heard, quiet]);
    return [limit, ...[...shares, signRates(everyday, asAll, find).quiet].map(percent)];
  });
  return table(['limit', 'seven heard', 'seven quiet', 'all heard', 'all quiet', 'everyday quiet'], rows);
}

function questionTable(): string {
  const rows = [...hands(frozenQuestions), 'all'].map((by) => {
    const lines = frozenQuestions.filter((line) => by === 'all' || line.by === by);
    const { right, refused, alarmed } = questionRates(lines);
    return [by, lines.length, percent(right), percent(refused), percent(alarmed), alarmed.of];
  });
  return table(['hand', 'questions', 'right', 'refused', 'warned', 'of'], rows);
}

const { sure, asked } = settings.signs;
const page = `# How well texts are understood

Made by \`npm run measure:text\`; nothing here is written by hand. The lines are those of frozen-notes.jsonl and
frozen-questions.jsonl: a part of what each hand wrote, which nothing was trained on. The hands are language models
that wrote as many invented people, and didn't see each other's lines; the labels were read by a second one. No patient
wrote them and no clinician has checked them. Questions that were read for signs as well count among the lines. The hands
that begin with m- are one writer in many voices, who saw the examples. Trained on ${notes.length} notes and ${questions.length} questions.

A sign is shown from a likelihood of ${sure} on and asked about from ${asked} on; both count as heard here.
"Heard": of 100 lines with signs, those of which every sign was detected. "Quiet": of 100 lines without one, those that
raised nothing. "Exact": of 100 lines, those with just the right signs.

## The guide's seven signs

${signTable(asGuide)}

## All signs

${signTable(asAll)}

## What matters most

Everyday lines are those without a sign by the hands whose names end in "everyday". An emergency is a sign for which an
ambulance or the emergency department is named.

${mattersMost()}

## Other limits

What it would give to ask about signs from another likelihood on (${settings.signs.asked} is chosen; thoughts of ending one's
life keep their own limit of ${settings.signs.crisis}). From ${settings.signs.sure} on signs are shown without a question.

${limitTable()}

## Each sign

${perSign()}

## Reliability

${reliability()}

## Questions

"Right": of 100 that the guide answers, those with a right passage as the answer. "Refused": of 100 that it doesn't,
those turned down. "Warned": of 100 that a passage on a warning sign answers, those that get it or the sign itself.

${questionTable()}
`;
writeFileSync(join(import.meta.dirname, 'measured.md'), page);
process.stdout.write(page);
