import type { Answer } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import type { PegItem } from '../../content/journal-content.ts';
import { isPegDue, lastPeg, pegScore } from '../core/peg.ts';
import type { Entry } from '../core/records.ts';
import { toIso, zoneOf } from '../core/when.ts';
import { whenText } from '../core/say-when.ts';
import { entryDocument, entryText } from '../views/journal.ts';
import { sourceLines } from '../../guide/views/guide.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';

/** Asks the three questions about the past week. @returns three ratings from 0 to 10: pain, enjoyment, activity */
export async function askPeg(context: Context): Promise<number[]> {
  const prompter = await context.prompter();
  const { items } = context.content.journalTexts().peg;
  const answers: number[] = [];
  while (answers.length < items.length) {
    const answer = await ask(context, prompter, items[answers.length]!, answers.length);
    if (answer === undefined) answers.pop();
    else answers.push(answer);
  }
  return answers;
}

async function ask(context: Context, prompter: Prompter, { prompt, lowest, highest }: PegItem, at: number) {
  const { title, items } = context.content.journalTexts().peg;
  const options = Array.from({ length: 11 }, (_, rating) => {
    const label = rating === 0 ? lowest : rating === 10 ? highest : '';
    return { id: String(rating), label, key: String(rating) };
  });
  const where = { place: `${at + 1}/${items.length}`, title, canGoBack: at > 0 };
  const answer = await prompter.choice({ ...where, intro: prompt, options });
  return answer === BACK ? undefined : Number(answer);
}

/**
 * Saves the three answers, and compares their score with the last one.
 * @param at when they were given, as ISO 8601
 */
export function savePeg(context: Context, answers: readonly number[], at: string): Answer {
  const before = lastPeg(readEntries(context), at);
  const entry = context.journal.put({ kind: 'peg', at, ...zoneOf(context.locale()), peg: answers });
  return {
    document: () => ({ entry: entryDocument(entry) }),
    lines: () => [scoreText(entry, before, context), ...aboutLines(context)],
  };
}

function scoreText(entry: Entry, before: Entry | undefined, context: Context): string {
  const last = before?.peg ? `; it was ${pegScore(before.peg)} on ${whenText(before.at, context.now())}` : '';
  return `${entryText(entry, journalWords(context))}${last}`;
}

function aboutLines({ content, page }: Context): string[] {
  const { about, sources } = content.journalTexts().peg;
  return [about, ...sources.flatMap((id) => sourceLines(page, content.sources().get(id)!, ''))];
}

/**
 * Offers the questions when they are due. A "no" counts for as long as answers would.
 * @param made the entry that was just made
 */
export async function offerPeg(context: Context, made: Entry): Promise<void> {
  const { offer, everyDays } = context.content.journalTexts().peg;
  const { answerStore } = await context.ports();
  const now = context.now();
  if (!isPegDue({ entries: readEntries(context), made, declined: answerStore.declined(), everyDays, now })) return;
  if (!(await accepts(context, offer))) return answerStore.rememberDeclined(now.getTime());
  context.print(savePeg(context, await askPeg(context), toIso(now)).lines());
}

async function accepts(context: Context, offer: string): Promise<boolean> {
  const prompter = await context.prompter();
  return prompter.confirm({ intro: offer, no: { label: 'not now' }, default: false, escape: false });
}
