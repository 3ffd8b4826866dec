import type { Annotation, MedicationStatement, Procedure, Reference } from 'fhir/r4.js';
import { wasDone } from '../../journal/core/done.ts';
import type { Entry, Words } from '../../journal/core/records.ts';
import { endOf } from '../../journal/core/timed.ts';
import { uuidOf, type WithId } from './ids.ts';
import { dateTime, plain, plainLines, writtenAt } from './values.ts';

/**
 * A medicine that was taken, in the person's own words: no code, as only they know what it was, and no dose.
 * @param patient the reference to the Patient
 * @param hasNote whether the note of the entry is given here
 * @returns nothing where the entry names none
 */
export function medicineOf(
  entry: Entry,
  patient: Reference,
  hasNote: boolean,
): WithId<MedicationStatement> | undefined {
  const text = plain(entry.medicine ?? '');
  if (text === undefined) return undefined;
  const [taken, written] = [dateTime(Date.parse(entry.at), entry.at), writtenAt(entry)];
  const note = hasNote ? notesOf(entry.note) : [];
  return {
    resourceType: 'MedicationStatement',
    id: uuidOf(entry.id, 'medicine'),
    status: 'completed',
    medicationCodeableConcept: { text },
    subject: patient,
    ...(taken && { effectiveDateTime: taken }),
    ...(written && { dateAsserted: written }),
    informationSource: patient,
    ...(note.length > 0 && { note }),
  };
}

/** How the ending of a session reads in FHIR; a session without a known one, as in older lines, is "unknown". */
const ENDINGS: ReadonlyMap<string, Pick<Procedure, 'status' | 'statusReason'>> = new Map([
  ['done', { status: 'completed' }],
  ['stopped', { status: 'stopped' }],
  ['hurt', { status: 'stopped', statusReason: { text: 'it hurt' } }],
  ['cut', { status: 'stopped', statusReason: { text: 'it was interrupted' } }],
]);

/**
 * A session of ice, heat, stretches or walking, or an exercise, as a Procedure that the person did, coded by text.
 * @param words the words for therapies, stretches and exercises
 * @param patient the reference to the Patient
 * @returns nothing for any other entry
 */
export function sessionOf(entry: Entry, words: Words, patient: Reference): WithId<Procedure> | undefined {
  const { kind, form = '' } = entry;
  const isExercise = kind === 'exercise';
  const done = isExercise ? entry.activity : kind === 'session' ? entry.therapy : undefined;
  const [name, formName] = [done && plain(words(done)), plain(form)];
  if (!name) return undefined;
  // An exercise is only logged once it was done; a session that was skipped through wasn't completed.
  const ended = isExercise ? 'done' : entry.ended === 'done' && !wasDone(entry) ? 'stopped' : (entry.ended ?? '');
  const note = [...notesOf(entry.note), ...notesOf(detailsText(entry, words))];
  return {
    resourceType: 'Procedure',
    id: uuidOf(entry.id, 'session'),
    ...(ENDINGS.get(ended) ?? { status: 'unknown' }),
    code: { text: formName === undefined ? name : `${name} (${formName})` },
    subject: patient,
    ...performedOf(entry),
    recorder: patient,
    asserter: patient,
    performer: [{ actor: patient }],
    ...(note.length > 0 && { note }),
  };
}

function performedOf(entry: Entry): Pick<Procedure, 'performedPeriod' | 'performedDateTime'> {
  const start = dateTime(Date.parse(entry.at), entry.at);
  const end = entry.minutes === undefined ? undefined : dateTime(endOf(entry), entry.at);
  if (start === undefined) return {};
  return end === undefined ? { performedDateTime: start } : { performedPeriod: { start, end } };
}

// What FHIR has no element for: the stretches, what hurt, and the time without pauses.
function detailsText({ therapy, stretches = [], hurt = [], minutes, took }: Entry, words: Words): string {
  const parts = [
    Number.isFinite(minutes) && took !== undefined && `Without pauses: ${minutes} min.`,
    stretches.length > 0 && `Stretches: ${stretches.map(words).join(', ')}.`,
    hurt.length > 0 && `Hurt: ${hurt.map((id) => (id === therapy ? 'the session' : words(id))).join(', ')}.`,
  ];
  return parts.filter((part) => part !== false).join('\n');
}

function notesOf(text = ''): Annotation[] {
  const lines = plainLines(text);
  return lines === undefined ? [] : [{ text: lines }];
}
