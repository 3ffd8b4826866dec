import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { statsDocument, statsLines } from '../views/stats.ts';
import { journalWords } from '../content.ts';
import { PERIOD_OPTIONS } from '../options.ts';
import { readSummary } from '../period.ts';

export const command = defineCommand({
  name: 'log stats',
  summary: 'what the journal shows: pain, weeks, sessions, triggers',
  description: [
    'Shows a period of the journal: the worst pain of each day, the lowest, median and worst of each week, pain before and after sessions, and the days with and without each trigger.',
    'Days without a rating are gaps and count for nothing. A trigger is compared only from five rated days with it and five without.',
  ],
  options: { ...PERIOD_OPTIONS, json: JSON_FLAG },
  examples: [
    { command: 'unspasm log stats', does: 'the last six weeks' },
    { command: 'unspasm log stats --last 1y --json', does: 'a year, for a script' },
  ],
  seeAlso: ['unspasm log calendar', 'unspasm report'],
  run: ({ options }, context) => {
    const { summary } = readSummary(context, options);
    const { page, content, now } = context;
    return {
      document: () => statsDocument(summary),
      lines: () => {
        const { stats: texts } = content.journalTexts();
        return statsLines(page, { summary, words: journalWords(context), texts, now: now() });
      },
    };
  },
});
