import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { readRating } from '../core/rating.ts';
import { MARK_OPTIONS } from '../options.ts';
import { askPeg, savePeg } from './peg-questions.ts';
import { momentOf } from './save.ts';

const HINT = 'give pain, enjoyment and activity, each from 0 to 10: unspasm log peg 6 5 7';

export const command = defineCommand({
  name: 'log peg',
  summary: 'answer three questions about the past week (PEG scale)',
  description: [
    'Asks three questions about the past week, each answered from 0 to 10. How bad was the pain on average? How much did it get in the way of enjoying life? How much did it get in the way of what you usually do? Doctors know this as the PEG scale (Krebs et al. 2009); the wording here is our own.',
    'unspasm log offers these questions once a week.',
  ],
  arguments: [
    { syntax: '[pain]', description: 'the average pain, from 0 to 10' },
    { syntax: '[enjoyment]', description: 'how much it got in the way of enjoying life, from 0 to 10' },
    { syntax: '[activity]', description: 'how much it got in the way of what you usually do, from 0 to 10' },
  ],
  options: { at: MARK_OPTIONS.at, json: JSON_FLAG },
  examples: [
    { command: 'unspasm log peg', does: 'answer the questions one by one' },
    { command: 'unspasm log peg 6 5 7', does: 'add the three answers straight away' },
  ],
  seeAlso: ['unspasm log stats', 'unspasm report'],
  withoutInput: 'give the three answers on the command line: unspasm log peg 6 5 7',
  run: async ({ args, options }, context) => {
    const answers = args.length === 0 ? await askPeg(context) : readAnswers(args, context);
    return savePeg(context, answers, await momentOf(context, options.at));
  },
});

function readAnswers(args: readonly string[], context: Context): number[] {
  const names = context.content.journalTexts().peg.items.map(({ id }) => id);
  if (args.length === names.length) return args.map((typed, at) => readAnswer(typed, names[at]!));
  throw new UsageError(`the PEG scale needs three numbers, not ${args.length}`, { code: 'three-numbers', hint: HINT });
}

function readAnswer(typed: string, name: string): number {
  const rating = readRating(typed);
  if (rating !== undefined) return rating;
  throw new UsageError(`${name} can't be "${typed}"`, { code: 'bad-rating', hint: HINT });
}
