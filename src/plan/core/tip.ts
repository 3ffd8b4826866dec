import type { Tip } from '../../content/plan-types.ts';
import type { Entry } from '../../journal/core/records.ts';

/**
 * The tip that fits the person's own triggers: the one against what the journal names most often. Of equals, and without
 * any trigger, it is the first.
 * @param entries in any order
 */
export function tipFor(entries: readonly Entry[], tips: readonly Tip[]): Tip {
  const times = new Map<string, number>();
  for (const entry of entries)
    for (const trigger of new Set(triggersIn(entry))) times.set(trigger, (times.get(trigger) ?? 0) + 1);
  const timesOf = ({ triggers }: Tip) => triggers.reduce((sum, trigger) => sum + (times.get(trigger) ?? 0), 0);
  return tips.reduce((best, tip) => (timesOf(tip) > timesOf(best) ? tip : best));
}

function triggersIn({ triggers = [], marks = [], answers = {} }: Entry): string[] {
  const { trigger } = answers;
  return [...triggers, ...marks, ...(typeof trigger === 'string' ? [trigger] : [])];
}
