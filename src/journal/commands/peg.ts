import type { Invocation } from '../../app/command.ts';
import type { PegItem } from '../../content/journal-types.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { isPegDue, lastPeg, pegScore } from '../core/peg.ts';
import { readRating } from '../core/rating.ts';
import type { Entry } from '../core/records.ts';
import { toIso, zoneOf } from '../core/when.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { entryDocument, entryText } from '../views/journal.ts';
import { sourceLines } from '../../guide/sources.ts';
import { whenText } from '../core/when-text.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { momentOf } from './add.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';

/** Keeps the three answers that were typed, or asks for them. */
export async function keepWeek({ args, options }: Invocation, context: Context): Promise<void> {
  const answers = args.length === 0 ? await askPeg(context) : readAnswers(args, context);
  keepPeg(context, answers, momentOf(context, options), Boolean(options['json']));
}

function readAnswers(args: readonly string[], context: Context): number[] {
  const names = context.content.journal().peg.items.map(({ id }) => id);
  if (args.length === names.length) return args.map((typed, at) => readAnswer(typed, names[at]!));
  throw new UsageError(`three numbers belong together, not ${args.length}`, {
    code: 'three-numbers',
    hint: 'pain, enjoyment, activity: unspasm log peg 6 5 7',
  });
}

function readAnswer(typed: string, name: string): number {
  const rating = readRating(typed);
  if (rating !== undefined) return rating;
  throw new UsageError(`${name} is a whole number from 0 to 10, not "${typed}"`, {
    code: 'bad-rating',
    hint: 'pain, enjoyment, activity: unspasm log peg 6 5 7',
  });
}

async function askPeg(context: Context): Promise<number[]> {
  const prompter = await context.prompter();
  const { items } = context.content.journal().peg;
  const answers: number[] = [];
  while (answers.length < items.length) {
    const answer = await ask(context, prompter, items[answers.length]!, answers.length);
    if (answer === undefined) answers.pop();
    else answers.push(answer);
  }
  return answers;
}

async function ask(context: Context, prompter: Prompter, { prompt, lowest, highest }: PegItem, at: number) {
  const { title, items } = context.content.journal().peg;
  const options = Array.from({ length: 11 }, (_, rating) => {
    const label = rating === 0 ? lowest : rating === 10 ? highest : '';
    return { id: String(rating), label, key: String(rating) };
  });
  const where = { place: `${at + 1}/${items.length}`, title, canGoBack: at > 0 };
  const answer = await prompter.choice({ ...where, intro: prompt, options });
  return answer === BACK ? undefined : Number(answer);
}

function keepPeg(context: Context, answers: readonly number[], at: string, json: boolean): void {
  const before = lastPeg(readEntries(context), at);
  const entry = context.journal.put({ kind: 'peg', at, ...zoneOf(context.locale()), peg: answers });
  if (json) context.printJson({ schemaVersion: SCHEMA_VERSION, entry: entryDocument(entry) });
  else context.print([scoreText(entry, before, context), ...aboutLines(context)]);
}

function scoreText(entry: Entry, before: Entry | undefined, context: Context): string {
  const last = before?.peg ? `; it was ${pegScore(before.peg)} on ${whenText(before.at, context.now())}` : '';
  return `${entryText(entry, journalWords(context))}${last}`;
}

function aboutLines({ content, page }: Context): string[] {
  const { about, sources } = content.journal().peg;
  return [about, ...sources.flatMap((id) => sourceLines(page, content.sources().get(id)!, ''))];
}

/** Offers the questions when they are due and somebody can be asked; a "no" holds for as long as they would. */
export async function offerPeg(context: Context, made: Entry): Promise<void> {
  const { peg: content } = context.content.journal();
  const { answerStore } = await context.ports();
  const now = context.now();
  const entries = readEntries(context);
  const { everyDays } = content;
  if (!isPegDue({ entries, made, declined: answerStore.declined(), everyDays, now })) return;
  if (!(await accepts(context, content.offer))) return answerStore.rememberDeclined(now.getTime());
  keepPeg(context, await askPeg(context), toIso(now), false);
}

async function accepts(context: Context, offer: string): Promise<boolean> {
  const prompter = await context.prompter();
  return prompter.confirm({ intro: offer, no: { label: 'not now' }, default: false, escape: false });
}
