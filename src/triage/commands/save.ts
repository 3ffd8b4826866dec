import type { Context } from '../../app/context.ts';
import type { Entry } from '../../journal/core/records.ts';
import { toIso, zoneOf } from '../../journal/core/when.ts';
import type { Answers } from '../core/answers.ts';
import type { TriageResult } from '../core/result.ts';

/**
 * Saves a result in the journal. Where nothing can be written the result still stands: that it
 * wasn't saved is said, and nothing fails.
 * @param former the entry of this check that it replaces, when the questions went on
 */
export function saveResult(
  context: Context,
  answers: Answers,
  result: TriageResult,
  former?: Entry,
): Entry | undefined {
  const { signs, unsure, values } = answers;
  const pain = values.get('pain');
  try {
    const fields = {
      kind: 'triage' as const,
      at: toIso(context.now()),
      ...zoneOf(context.locale()),
      level: result.level,
      signs: [...signs],
      unsure: [...unsure],
      answers: Object.fromEntries(values),
      asked: result.asked,
      notAsked: result.notAsked,
      ...(typeof pain === 'number' && { pain }),
    };
    return context.journal.put(fields, former);
  } catch (error) {
    context.note([`unspasm: this result wasn't saved in the journal: ${(error as Error).message}`]);
    return undefined;
  }
}
