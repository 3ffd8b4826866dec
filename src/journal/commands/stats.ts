import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { todayRules } from '../../today/day.ts';
import { episodesOf } from '../core/episodes.ts';
import { habitsOf } from '../core/habits.ts';
import type { Entry } from '../core/records.ts';
import { isCheckIn, type MarkComparison, marksBeforeSpasms } from '../core/summary/spasms.ts';
import type { Period } from '../core/summary/types.ts';
import { spasmLines } from '../views/spasms.ts';
import { statsDocument, statsLines } from '../views/stats.ts';
import { choicesOf, journalWords } from '../content.ts';
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
    const { entries, summary } = readSummary(context, options);
    const { page, content, now } = context;
    const spasms = spasmsIn(context, entries, summary.period);
    return {
      document: () => ({ ...statsDocument(summary), spasms }),
      lines: () => {
        const { stats: texts } = content.journalTexts();
        const words = journalWords(context);
        return [
          ...statsLines(page, { summary, words, texts, now: now() }),
          ...spasmLines(page, spasms, words, { ...content.checkIn(), ...texts }),
        ];
      },
    };
  },
});

function spasmsIn(context: Context, entries: readonly Entry[], period: Period): MarkComparison[] {
  // Without check-ins there is nothing to compare with, and counting the episodes of a long journal takes a while.
  if (!entries.some(isCheckIn)) return [];
  const now = context.now();
  const triggerIds = new Set(choicesOf(context, 'trigger').map(({ id }) => id));
  const episodes = episodesOf(entries, todayRules(context), now);
  return marksBeforeSpasms(entries, episodes, period, context.content.checkIn(), triggerIds, habitsOf(now));
}
