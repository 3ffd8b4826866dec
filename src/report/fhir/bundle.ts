import type { Entry, Words } from '../../journal/core/records.ts';
import { entriesIn } from '../../journal/core/summary/days.ts';
import type { Period } from '../../journal/core/summary/types.ts';
import { MAKER } from '../own.ts';
import { type Asked, responseOf } from './check.ts';
import { uuidOf } from './ids.ts';
import { observationsOf } from './observations.ts';
import type { Reference, Resource } from './resource.ts';
import { plain } from './texts.ts';
import { dateTime } from './times.ts';

export interface FhirOptions {
  /** The whole journal without. */
  readonly period?: Period;
  /** ISO 8601 with offset. */
  readonly now: string;
  readonly words: Words;
  readonly asked: Asked;
  /** The version of this program. */
  readonly version: string;
}

/**
 * The journal as a FHIR R4 Bundle: the Patient, without a name or an identifier, an Observation for
 * each rating and a QuestionnaireResponse for each check; the oldest first.
 * @param entries the whole journal, also where a period is given: the newest first
 */
export function fhirBundle(entries: readonly Entry[], options: FhirOptions): object {
  const { period, now, version } = options;
  const patient = { resourceType: 'Patient', id: patientId(entries) };
  const told = (period ? entriesIn(entries, period) : entries).toReversed();
  const others = told.flatMap((entry) => resourcesOf(entry, options, referenceTo(patient)));
  const timestamp = dateTime(Date.parse(now), now);
  return {
    resourceType: 'Bundle',
    meta: { tag: [{ display: plain(`${MAKER} ${version}`) }] },
    type: 'collection',
    ...(timestamp && { timestamp }),
    entry: [patient, ...others].map((resource) => ({ fullUrl: urlOf(resource), resource })),
  };
}

function resourcesOf(entry: Entry, { words, asked }: FhirOptions, person: Reference): Resource[] {
  const response = entry.kind === 'triage' ? responseOf(entry, asked, person) : undefined;
  return [...observationsOf(entry, words, person), ...(response ? [response] : [])];
}

// A URL that is a UUID has to end with the id, and only the whole of it resolves within a bundle:
// "Patient/self" would be a reference to nothing.
const urlOf = ({ id }: Resource): string => `urn:uuid:${id}`;

const referenceTo = (resource: Resource): Reference => ({ reference: urlOf(resource), type: resource.resourceType });

// One id for everybody would make one person of two where their files meet. The least id of the
// journal tells them apart, and stays the same in exports of other periods.
function patientId(entries: readonly Entry[]): string {
  const least = entries.reduce((found, { id }) => (found === '' || id < found ? id : found), '');
  return uuidOf(least, 'patient');
}
