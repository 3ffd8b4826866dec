import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { statsDocument, statsLines } from '../views/stats.ts';
import { journalWords } from '../content.ts';
import { PERIOD_OPTIONS } from '../options.ts';
import { readSummary } from '../period.ts';

export const command = defineCommand({
  name: 'log stats',
  summary: 'show pain, weeks, sessions and triggers over a period',
  description: [
    'Shows a period of the journal: the worst pain of each day, and the lowest, median and worst of each week. It also shows the pain before and after sessions, and the days with and without each trigger.',
    "Days without a rating are gaps and don't count. A trigger is compared only after five rated days with it and five without.",
  ],
  options: { ...PERIOD_OPTIONS, json: JSON_FLAG },
  examples: [
    { command: 'unspasm log stats', does: 'show the last six weeks' },
    { command: 'unspasm log stats --last 1y --json', does: 'print a year, for a script' },
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
