import type { Entry } from '../../journal/records.ts';
import { mean } from '../../journal/summary/figures.ts';
import { ulidTime } from '../../journal/ulid.ts';
import { dateTime, score, textIn } from './values.ts';
import { PATIENT, type Resource } from './resource.ts';
import { uuidOf } from './uuid.ts';

const SURVEY = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey', display: 'Survey' }],
};

// LOINC; used so by the HL7 profiles of Belgium and of the European patient summary.
const PAIN = {
  coding: [
    {
      system: 'http://loinc.org',
      code: '72514-3',
      display: 'Pain severity - 0-10 verbal numeric rating [Score] - Reported',
    },
  ],
  text: 'Pain, 0 to 10',
};

/** The ratings that an entry holds, each as an Observation: pain, pain before and after a session, PEG. */
export function observationsOf(entry: Entry, words: (id: string) => string): Resource[] {
  const { at, pain, painBefore, painAfter, minutes = 0, took = minutes, peg } = entry;
  return [
    ...(pain === undefined ? [] : [rating(entry, words, { part: 'pain', value: pain, at: dateTime(at) })]),
    ...(painBefore === undefined
      ? []
      : [rating(entry, words, { part: 'before', value: painBefore, at: dateTime(at) })]),
    ...(painAfter === undefined
      ? []
      : [rating(entry, words, { part: 'after', value: painAfter, at: dateTime(at, took) })]),
    ...(peg?.length === 3 ? [pegObservation(entry, peg)] : []),
  ];
}

interface Rating {
  /** Which of the ratings of an entry. */
  readonly part: string;
  readonly value: number;
  readonly at: string;
}

function rating(entry: Entry, words: (id: string) => string, { part, value, at }: Rating): Resource {
  const where = textIn((entry.areas ?? []).map(words).join(', '));
  const notes = [part !== 'pain' && sessionText(entry, part), textIn(entry.note)].flatMap((text) =>
    text ? [{ text }] : [],
  );
  return {
    ...common(entry, part),
    code: PAIN,
    effectiveDateTime: at,
    valueQuantity: score(value),
    ...(where !== undefined && { bodySite: { text: where } }),
    ...(notes.length > 0 && { note: notes }),
  };
}

function sessionText({ therapy = '' }: Entry, part: string): string {
  return `${part} a session of ${textIn(therapy) ?? 'therapy'}`;
}

// Its LOINC codes could not be checked: they differ from place to place.
function pegObservation(entry: Entry, peg: readonly number[]): Resource {
  const names = [
    'Pain on average, past week',
    'Interference with enjoyment of life, past week',
    'Interference with general activity, past week',
  ];
  return {
    ...common(entry, 'peg'),
    code: { text: 'PEG scale: mean of pain, enjoyment and activity, 0 to 10' },
    effectiveDateTime: dateTime(entry.at),
    valueQuantity: score(mean(peg)!),
    component: names.map((text, at) => ({ code: { text }, valueQuantity: score(peg[at]!) })),
  };
}

function common({ id, rev, base }: Entry, part: string): Resource {
  const written = ulidTime(rev);
  return {
    resourceType: 'Observation',
    id: uuidOf(`${id} ${part}`),
    status: base === undefined ? 'final' : 'amended',
    category: [SURVEY],
    subject: PATIENT,
    performer: [PATIENT],
    ...(Number.isFinite(written) && { issued: new Date(written).toISOString() }),
  };
}
