import type { Bundle, BundleEntry, FhirResource, Patient, Reference } from 'fhir/r4.js';
import type { DayHabits } from '../../journal/core/habits.ts';
import type { Entry, Words } from '../../journal/core/records.ts';
import { entriesIn } from '../../journal/core/summary/days.ts';
import type { Period } from '../../journal/core/summary/types.ts';
import { MAKER } from '../own.ts';
import type { BundleType } from './bundle-types.ts';
import { type Asked, responseOf } from './check.ts';
import { uuidOf, type WithId } from './ids.ts';
import { leftOutOfBundle } from './left-out.ts';
import { observationsOf } from './observations.ts';
import { medicineOf, sessionOf } from './treatments.ts';
import { dateTime, plain } from './values.ts';

/** What a bundle is made from, beside the entries. */
export interface FhirOptions {
  /** Only the entries of this period; all of them when it is absent. */
  readonly period?: Period;
  /** ISO 8601 with offset. */
  readonly now: string;
  /** When days begin. */
  readonly habits: DayHabits;
  readonly words: Words;
  readonly asked: Asked;
  /** The version of this program. */
  readonly version: string;
  readonly type: BundleType;
  /** What of the journal isn't in its period, in words. */
  readonly leftOut: readonly string[];
}

/** A bundle, and what of the journal it leaves out, in words. */
export interface FhirReport {
  readonly bundle: Bundle;
  readonly leftOut: readonly string[];
}

/**
 * The journal as a FHIR R4 Bundle: the Patient, without a name or an identifier, an Observation for each rating, a
 * MedicationStatement for each medicine, a Procedure for each session and a QuestionnaireResponse for each check; the
 * oldest first.
 * @param entries the whole journal, also where a period is given: the newest first
 */
export function fhirReport(entries: readonly Entry[], options: FhirOptions): FhirReport {
  const { period, now, habits, version, type } = options;
  const patient: WithId<Patient> = { resourceType: 'Patient', id: patientId(entries) };
  const reported = (period ? entriesIn(entries, period, habits) : entries).toReversed();
  const made = new Map(reported.map((entry) => [entry, resourcesOf(entry, options, referenceTo(patient, type))]));
  const leftOut = [...options.leftOut, ...leftOutOfBundle(reported, (entry) => made.get(entry)!.length > 0)];
  const timestamp = dateTime(Date.parse(now), now);
  const bundle: Bundle = {
    resourceType: 'Bundle',
    meta: { tag: tagsOf(version, leftOut) },
    type,
    ...(timestamp && { timestamp }),
    entry: [patient, ...[...made.values()].flat()].map((resource) => entryOf(resource, type)),
  };
  return { bundle, leftOut };
}

// So that nobody takes the bundle for the whole journal.
function tagsOf(version: string, leftOut: readonly string[]): { display: string }[] {
  const texts = [`${MAKER} ${version}`, ...(leftOut.length > 0 ? [`Not in this report: ${leftOut.join('; ')}`] : [])];
  return texts.flatMap((text) => plain(text) ?? []).map((display) => ({ display }));
}

function resourcesOf(entry: Entry, { words, asked, type }: FhirOptions, patient: Reference): WithId<FhirResource>[] {
  const session = sessionOf(entry, words, patient);
  const observations = observationsOf(entry, words, patient, session && referenceTo(session, type));
  const medicine = medicineOf(entry, patient, observations.length === 0 && session === undefined);
  const response = entry.kind === 'triage' ? responseOf(entry, asked, patient) : undefined;
  return [session, ...observations, medicine, response].filter((one) => one !== undefined);
}

// An update with an id of ours adds the resource or replaces it, so a bundle that is sent again doubles nothing.
function entryOf(resource: WithId<FhirResource>, type: BundleType): BundleEntry {
  const entry = { fullUrl: urlOf(resource), resource };
  return type === 'collection' ? entry : { ...entry, request: { method: 'PUT', url: pathOf(resource) } };
}

// A URL that is a UUID has to end with the id, and only the whole URL resolves within a bundle:
// "Patient/self" would be a reference to nothing.
function urlOf({ id }: WithId<FhirResource>): string {
  return `urn:uuid:${id}`;
}

function pathOf({ resourceType, id }: WithId<FhirResource>): string {
  return `${resourceType}/${id}`;
}

// In a transaction a server replaces the URLs of what it creates (POST), but need not do so for what it updates (PUT):
// there the path leads to the resource on every server.
function referenceTo(resource: WithId<FhirResource>, type: BundleType): Reference {
  const reference = type === 'collection' ? urlOf(resource) : pathOf(resource);
  return { reference, type: resource.resourceType };
}

// With one id for everybody, two people would become one where their files meet. The least id in the journal tells
// them apart, and is the same in the exports of all periods.
function patientId(entries: readonly Entry[]): string {
  const least = entries.reduce((found, { id }) => (found === '' || id < found ? id : found), '');
  return uuidOf(least, 'patient');
}
