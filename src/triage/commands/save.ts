import type { Context } from '../../app/context.ts';
import type { Entry } from '../../journal/core/records.ts';
import { toIso, zoneOf } from '../../journal/core/when.ts';
import type { Answers } from '../core/answers.ts';
import type { TriageResult } from '../core/result.ts';

/**
 * Saves a result in the journal. Where nothing can be written, the result counts all the same: the user is told that it
 * wasn't saved, and nothing fails.
 * @param former the entry of this triage that it replaces, if the questions continued after a result
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
    context.note([`unspasm: this result was not kept in the journal: ${(error as Error).message}`]);
    return undefined;
  }
}
