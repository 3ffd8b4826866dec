import type { Entry } from '../../journal/records.ts';
import type { TriageKnowledge } from '../../triage/result.ts';
import { observationsOf } from './observations.ts';
import { questionnaireOf } from './questionnaire.ts';
import { type Resource, SELF_ENTRY } from './resource.ts';

/** What is needed to name what entries hold. */
export interface FhirOptions {
  readonly knowledge: TriageKnowledge;
  /** The words for areas. */
  readonly words: (id: string) => string;
  /** When the bundle is made: ISO 8601 with offset. */
  readonly now: string;
}

/**
 * A FHIR R4 collection of what was rated, and of the checks as they were asked and answered: no name,
 * no diagnosis, no medicine.
 * @param entries the oldest first
 */
export function fhirBundle(entries: readonly Entry[], { knowledge, words, now }: FhirOptions): object {
  const resources = entries.flatMap((entry) => [
    ...observationsOf(entry, words),
    ...(entry.kind === 'triage' ? [questionnaireOf(entry, knowledge)] : []),
  ]);
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: now,
    entry: [SELF_ENTRY, ...resources.map(entryOf)],
  };
}

function entryOf(resource: Resource): object {
  return { fullUrl: `urn:uuid:${resource.id}`, resource };
}
