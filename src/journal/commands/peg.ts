import { defineCommand, JSON_FLAG, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { readRating } from '../core/rating.ts';
import { askPeg, savePeg } from './peg-questions.ts';
import { momentOf } from './save.ts';

const HINT = 'pain, enjoyment, activity: unspasm log peg 6 5 7';

export const command = defineCommand({
  name: 'log peg',
  summary: 'three questions about the past week (PEG scale)',
  description: [
    'Asks how bad pain was on average over the past week, and how much it got in the way of enjoying life and of what you usually do, each from 0 to 10. Clinicians know it as the PEG scale (Krebs et al. 2009); the wording here is our own.',
    'unspasm log offers the questions once a week.',
  ],
  arguments: [
    { syntax: '[pain]', description: 'pain on average, from 0 to 10' },
    { syntax: '[enjoyment]', description: 'how much it got in the way of enjoying life' },
    { syntax: '[activity]', description: 'how much it got in the way of what you usually do' },
  ],
  options: { at: text('<time>', 'when it was, as unspasm log takes it'), json: JSON_FLAG },
  examples: [
    { command: 'unspasm log peg', does: 'ask' },
    { command: 'unspasm log peg 6 5 7', does: 'add at once' },
  ],
  seeAlso: ['unspasm log stats', 'unspasm report'],
  withoutInput: 'give the three on the command line: unspasm log peg 6 5 7',
  run: async ({ args, options }, context) => {
    const answers = args.length === 0 ? await askPeg(context) : readAnswers(args, context);
    return savePeg(context, answers, momentOf(context, options.at));
  },
});

function readAnswers(args: readonly string[], context: Context): number[] {
  const names = context.content.journalTexts().peg.items.map(({ id }) => id);
  if (args.length === names.length) return args.map((typed, at) => readAnswer(typed, names[at]!));
  throw new UsageError(`three numbers belong together, not ${args.length}`, { code: 'three-numbers', hint: HINT });
}

function readAnswer(typed: string, name: string): number {
  const rating = readRating(typed);
  if (rating !== undefined) return rating;
  throw new UsageError(`${name} is a whole number from 0 to 10, not "${typed}"`, { code: 'bad-rating', hint: HINT });
}
