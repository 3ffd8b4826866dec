import type { Bundle, FhirResource, Observation, Patient, QuestionnaireResponse, Reference } from 'fhir/r4.js';
import type { Entry, Words } from '../../journal/core/records.ts';
import { entriesIn } from '../../journal/core/summary/days.ts';
import type { Period } from '../../journal/core/summary/types.ts';
import { MAKER } from '../own.ts';
import { type Asked, responseOf } from './check.ts';
import { uuidOf, type WithId } from './ids.ts';
import { observationsOf } from './observations.ts';
import { dateTime, plain } from './values.ts';

/** What a bundle is made from, beside the entries. */
export interface FhirOptions {
  /** Only the entries of this period; all of them when it is absent. */
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
export function fhirBundle(entries: readonly Entry[], options: FhirOptions): Bundle {
  const { period, now, version } = options;
  const patient: WithId<Patient> = { resourceType: 'Patient', id: patientId(entries) };
  const reported = (period ? entriesIn(entries, period) : entries).toReversed();
  const others = reported.flatMap((entry) => resourcesOf(entry, options, referenceTo(patient)));
  const timestamp = dateTime(Date.parse(now), now);
  return {
    resourceType: 'Bundle',
    meta: { tag: [{ display: plain(`${MAKER} ${version}`) }] },
    type: 'collection',
    ...(timestamp && { timestamp }),
    entry: [patient, ...others].map((resource) => ({ fullUrl: urlOf(resource), resource })),
  };
}

function resourcesOf(
  entry: Entry,
  { words, asked }: FhirOptions,
  patient: Reference,
): WithId<Observation | QuestionnaireResponse>[] {
  const response = entry.kind === 'triage' ? responseOf(entry, asked, patient) : undefined;
  return [...observationsOf(entry, words, patient), ...(response ? [response] : [])];
}

// A URL that is a UUID has to end with the id, and only the whole URL resolves within a bundle:
// "Patient/self" would be a reference to nothing.
function urlOf({ id }: WithId<FhirResource>): string {
  return `urn:uuid:${id}`;
}

function referenceTo(resource: WithId<FhirResource>): Reference {
  return { reference: urlOf(resource), type: resource.resourceType };
}

// With one id for everybody, two people would become one where their files meet. The least id in the journal tells
// them apart, and is the same in the exports of all periods.
function patientId(entries: readonly Entry[]): string {
  const least = entries.reduce((found, { id }) => (found === '' || id < found ? id : found), '');
  return uuidOf(least, 'patient');
}
