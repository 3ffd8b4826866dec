import { isRating } from '../../journal/core/rating.ts';
import type { Entry, Words } from '../../journal/core/records.ts';
import { endOf } from '../../today/core/today.ts';
import { ulidTime } from '../../journal/core/ulid.ts';
import { PAIN_CODE, PEG_CODE, PEG_ITEM_CODES, scoreOf, SURVEY } from './codes.ts';
import { type Part, uuidOf } from './ids.ts';
import type { Reference, Resource } from './resource.ts';
import { plain, plainLines } from './texts.ts';
import { dateTime } from './times.ts';

/** What is observed at a moment, and what it comes to. */
interface Observed {
  readonly part: Part;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly body: object;
}

/**
 * One Observation for each rating of an entry: its pain, the pain before and after a session, and
 * the week as the PEG scale asks it. A number that isn't from 0 to 10 is no rating.
 * @param person the reference to the Patient
 */
export function observationsOf(entry: Entry, words: Words, person: Reference): Resource[] {
  const observed = [...ratingsOf(entry, words), ...pegOf(entry)];
  return observed.map(({ part, time, body }, at) => {
    const when = dateTime(time, entry.at);
    // The note is one of the whole entry: it stands once, where the entry ends.
    const note = at === observed.length - 1 ? plainLines(entry.note ?? '') : undefined;
    return {
      resourceType: 'Observation',
      id: uuidOf(entry.id, part),
      status: entry.base === undefined ? 'final' : 'amended',
      category: [SURVEY],
      ...body,
      subject: person,
      ...(when && { effectiveDateTime: when }),
      ...issuedOf(entry),
      performer: [person],
      ...(note && { note: [{ text: note }] }),
    };
  });
}

function ratingsOf(entry: Entry, words: Words): Observed[] {
  const { pain, painBefore, painAfter } = entry;
  const start = Date.parse(entry.at);
  const ratings = [
    { part: 'pain' as const, time: start, pain },
    { part: 'before' as const, time: start, pain: painBefore },
    { part: 'after' as const, time: endOf(entry), pain: painAfter },
  ];
  return ratings.flatMap((rating) => {
    if (!isRating(rating.pain)) return [];
    const body = { code: PAIN_CODE, valueQuantity: scoreOf(rating.pain), ...bodySiteOf(entry, words) };
    return [{ part: rating.part, time: rating.time, body }];
  });
}

function bodySiteOf({ areas = [] }: Entry, words: Words): object {
  const text = plain(areas.map(words).filter(plain).join(', '));
  return text === undefined ? {} : { bodySite: { text } };
}

function pegOf({ at, peg = [] }: Entry): Observed[] {
  if (peg.length !== PEG_ITEM_CODES.length || !peg.every(isRating)) return [];
  const mean = peg.reduce((sum, one) => sum + one, 0) / peg.length;
  const body = {
    code: PEG_CODE,
    valueQuantity: scoreOf(Math.round(mean * 100) / 100),
    component: PEG_ITEM_CODES.map((code, item) => ({ code, valueQuantity: scoreOf(peg[item]!) })),
  };
  return [{ part: 'peg', time: Date.parse(at), body }];
}

// When this state was written, which may be long after what it is about.
function issuedOf({ rev }: Entry): object {
  const issued = dateTime(ulidTime(rev), 'Z');
  return issued === undefined ? {} : { issued };
}
