import { uuidOf } from './uuid.ts';

/** A FHIR resource; each has an id of its own in its bundle. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

const SELF = uuidOf('patient self');

/** A reference to the one whose journal it is. */
export const PATIENT = { reference: `urn:uuid:${SELF}` };

/** The one whose journal it is: without a name, or anything that tells who. */
export const SELF_ENTRY = { fullUrl: PATIENT.reference, resource: { resourceType: 'Patient', id: 'self' } };
