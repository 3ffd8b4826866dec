import { join } from 'node:path';
import { openContent } from '../../src/system/content.ts';
import type { Answers } from '../../src/triage/core/answers.ts';
import type { TriageKnowledge } from '../../src/triage/core/result.ts';

const content = openContent(join(import.meta.dirname, '..', '..', 'data'));

/** What triage really knows, with every command that the plan names. */
export const KNOWLEDGE: TriageKnowledge = { ...content.triage(), signs: content.signs(), crisis: content.crisis() };

export const GUIDE_SIGNS = [
  'bladder-bowel',
  'leg-numbness-weakness',
  'fever',
  'weight-loss',
  'severe-injury',
  'cannot-move',
  'balance-coordination',
] as const;

/** An ordinary spasm: nothing marked, every question answered. */
export const ORDINARY: Readonly<Record<string, string | number>> = {
  age: '20-44',
  onset: 'under-24-hours',
  pain: 6,
  course: 'same',
  earlier: 'once-or-twice',
  trigger: 'movement',
};

/** Complete answers, ordinary but for what is given. */
export function answers(
  signs: readonly string[],
  values: Readonly<Record<string, string | number>> = {},
  unsure: readonly string[] = [],
): Answers {
  return {
    signs: new Set(signs),
    unsure: new Set(unsure),
    values: new Map(Object.entries({ ...ORDINARY, ...values })),
  };
}
