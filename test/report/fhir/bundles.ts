import { join } from 'node:path';
import { fold } from '../../../src/journal/core/fold.ts';
import type { Entry } from '../../../src/journal/core/records.ts';
import { type FhirOptions, fhirReport } from '../../../src/report/fhir/bundle.ts';
import { openContent } from '../../../src/system/content.ts';
import { labelLookup } from '../../../src/journal/views/journal.ts';
import { edited, entry, revision } from '../../journal/lines.ts';
import { KNOWLEDGE, ORDINARY } from '../../triage/answers.ts';
import type { Bundle, Resource } from './own-checks.ts';

const journal = openContent(join(import.meta.dirname, '..', '..', '..', 'data')).journalTexts();
const trigger = KNOWLEDGE.questions.find(({ id }) => id === 'trigger')!;

export const OPTIONS: FhirOptions = {
  habits: { dayBegins: 0 },
  now: '2026-06-20T12:00:00+02:00',
  words: labelLookup(journal, trigger),
  asked: KNOWLEDGE,
  version: '1.2.3',
  type: 'collection',
  leftOut: [],
};

/** What the file of an export holds, as one who reads it gets it. */
export function bundleOf(lines: readonly Entry[], options: Partial<FhirOptions> = {}): Bundle {
  return JSON.parse(JSON.stringify(fhirReport(fold(lines), { ...OPTIONS, ...options }).bundle)) as Bundle;
}

/** The resources of a type in a bundle, in their order. */
export function resourcesIn({ entry: entries }: Bundle, type: string): Resource[] {
  return entries.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);
}

export const RATING = entry('2026-06-17T08:00:00+02:00', {
  pain: 6,
  areas: ['lower', 'left-leg'],
  note: 'after the crate',
});
export const EDITED = edited(entry('2026-06-17T09:00:00+02:00', { pain: 6 }), revision('2026-06-17T10:00:00+02:00'), {
  pain: 5,
});
export const SESSION = entry('2026-06-17T23:50:00+02:00', {
  kind: 'session',
  therapy: 'ice',
  minutes: 15,
  took: 20,
  painBefore: 6,
  painAfter: 4,
  note: 'cold',
});
export const WEEK = entry('2026-06-18T08:00:00+02:00', { kind: 'peg', peg: [7, 6, 9] });
export const CHECK = entry('2026-06-18T09:00:00+02:00', {
  kind: 'triage',
  level: 'urgent',
  signs: ['night-rest'],
  unsure: ['lump-shape'],
  answers: { ...ORDINARY },
  notAsked: [],
  pain: 6,
});

export const MEDICINE = entry('2026-06-18T10:00:00+02:00', {
  kind: 'medicine',
  medicine: 'ibuprofen from the shop',
  note: 'after breakfast',
});

/** A journal with one of each. */
export const JOURNAL = [RATING, EDITED, SESSION, WEEK, CHECK, MEDICINE];
