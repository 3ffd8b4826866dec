import type { Bundle } from './own-checks.ts';

type Loose = Record<string, unknown>;

/** Changes an Observation, the QuestionnaireResponse, or what holds them. */
type Spoil = (rating: Loose, response: Loose, bundle: Loose & { entry: Loose[] }) => void;

interface Fault {
  readonly what: string;
  /** The names of the checkers that find it. */
  readonly by: readonly string[];
  readonly spoil: Spoil;
}

const sets =
  (fields: Loose): Spoil =>
  (rating) =>
    void Object.assign(rating, fields);

/** What can be wrong with a bundle, one fault at a time. */
export const FAULTS: readonly Fault[] = [
  { what: 'no status', by: ['fhir.js', 'own'], spoil: (rating) => void delete rating['status'] },
  { what: 'an unknown status', by: ['fhir.js', 'schema', 'own'], spoil: sets({ status: 'done' }) },
  { what: 'no code', by: ['fhir.js', 'schema'], spoil: (rating) => void delete rating['code'] },
  { what: 'no value', by: ['own'], spoil: (rating) => void delete rating['valueQuantity'] },
  { what: 'two values', by: ['own'], spoil: sets({ valueInteger: 6 }) },
  { what: 'a value that is a text', by: ['fhir.js', 'schema'], spoil: sets({ valueQuantity: { value: '6' } }) },
  { what: 'half an integer', by: ['own'], spoil: answers({ linkId: 'pain', answer: [{ valueInteger: 6.5 }] }) },
  { what: 'two times', by: ['own'], spoil: sets({ effectiveInstant: '2026-06-17T08:00:00+02:00' }) },
  { what: 'no seconds', by: ['schema', 'own'], spoil: sets({ effectiveDateTime: '2026-06-17T08:00+02:00' }) },
  { what: 'no offset', by: ['schema', 'own'], spoil: sets({ issued: '2026-06-17T08:00:00' }) },
  { what: 'no such day', by: ['own'], spoil: sets({ issued: '2026-02-30T08:00:00Z' }) },
  { what: 'an id with an underscore', by: ['schema', 'own'], spoil: sets({ id: 'an_id' }) },
  { what: 'an id of 65 letters', by: ['schema', 'own'], spoil: sets({ id: 'a'.repeat(65) }) },
  { what: 'an empty note', by: ['schema', 'own'], spoil: sets({ note: [{ text: '' }] }) },
  { what: 'a note of spaces', by: ['own'], spoil: sets({ note: [{ text: '  ' }] }) },
  { what: 'a no-break space', by: ['schema'], spoil: sets({ note: [{ text: 'a\u00A0b' }] }) },
  { what: 'a mark of direction', by: ['own'], spoil: sets({ note: [{ text: 'a\u202Eb' }] }) },
  { what: 'half of a letter', by: ['own'], spoil: sets({ note: [{ text: 'a\uD800b' }] }) },
  { what: 'an empty list', by: ['own'], spoil: sets({ note: [] }) },
  { what: 'an unknown element', by: ['fhir.js', 'schema'], spoil: sets({ pain: 6 }) },
  { what: 'an unknown resource', by: ['fhir.js', 'schema'], spoil: sets({ resourceType: 'Pain' }) },
  { what: 'a reference to nothing', by: ['own'], spoil: sets({ subject: { reference: 'Patient/self' } }) },
  {
    what: 'a URL that is not the id',
    by: ['own'],
    spoil: (_, __, { entry }) => void (entry[1]!['fullUrl'] = 'urn:uuid:1'),
  },
  {
    what: 'a request in a collection',
    by: ['own'],
    spoil: (_, __, { entry }) => void (entry[1]!['request'] = { method: 'PUT', url: 'Observation/1' }),
  },
  {
    what: 'a medicine without a name',
    by: ['fhir.js'],
    spoil: inFirst('MedicationStatement', (statement) => void delete statement['medicationCodeableConcept']),
  },
  {
    what: 'a session with an unknown status',
    by: ['fhir.js', 'own'],
    spoil: inFirst('Procedure', (session) => void (session['status'] = 'done')),
  },
  { what: 'one resource twice', by: ['own'], spoil: (_, __, { entry }) => void entry.push(entry[1]!) },
  { what: 'no type of the bundle', by: ['fhir.js'], spoil: (_, __, bundle) => void delete bundle['type'] },
  {
    what: 'a number for yes',
    by: ['fhir.js', 'schema'],
    spoil: answers({ linkId: 'fever', answer: [{ valueBoolean: 1 }] }),
  },
  { what: 'an item without its id', by: ['fhir.js'], spoil: answers({ answer: [{ valueBoolean: true }] }) },
  {
    what: 'two answers in one',
    by: ['own'],
    spoil: answers({ linkId: 'fever', answer: [{ valueBoolean: true, valueString: 'a' }] }),
  },
  {
    what: 'an answer that is a group',
    by: ['own'],
    spoil: answers({
      linkId: 'a',
      answer: [{ valueBoolean: true }],
      item: [{ linkId: 'b', answer: [{ valueInteger: 1 }] }],
    }),
  },
];

function inFirst(type: string, change: (resource: Loose) => void): Spoil {
  return (_, __, { entry }) => {
    change(entry.map((one) => one['resource'] as Loose).find((one) => one['resourceType'] === type)!);
  };
}

function answers(item: Loose): Spoil {
  return (_, response) => void Object.assign(response, { item: [item] });
}

/** A copy of a bundle with one fault. */
export function spoilt(bundle: Bundle, spoil: Spoil): Bundle {
  const copy: unknown = structuredClone(bundle);
  const loose = copy as { entry: { resource: Loose }[] };
  const resourceOf = (type: string) => loose.entry.find(({ resource }) => resource['resourceType'] === type)!.resource;
  spoil(resourceOf('Observation'), resourceOf('QuestionnaireResponse'), copy as Parameters<Spoil>[2]);
  return copy as Bundle;
}
