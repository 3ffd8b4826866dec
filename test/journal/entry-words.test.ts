import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/app/context.ts';
import { textsToRead, wordsOf } from '../../src/journal/entry-words.ts';
import { content } from '../content/data-files.ts';
import { signsIn } from '../understanding/built.ts';
import { entry } from './lines.ts';

const context = { content } as unknown as Context;
const reads = (fields: object) => textsToRead(context, entry('2026-06-18T08:00:00Z', fields));
const textsOf = (fields: object) => reads(fields).map((one) => (typeof one === 'string' ? one : one.text));
const signsOf = (fields: object) => textsOf(fields).flatMap((text) => signsIn(text).map(({ id }) => id));

describe('the words of an entry that are read for warning signs', () => {
  it('are the note, the medicine and what was named in own words, and no known choice', () => {
    const fields = { note: 'stiff', medicine: 'ibuprofen', areas: ['lower', 'jaw'], triggers: ['posture', 'my sofa'] };
    expect(wordsOf(context, entry('2026-06-18T08:00:00Z', fields))).toEqual(['stiff', 'ibuprofen', 'jaw', 'my sofa']);
    expect(reads({ areas: ['lower'], note: ' ' })).toEqual([]);
  });

  it.each([
    ['jaw', 'pain in my jaw'],
    ['in my jaw', 'pain in my jaw'],
    ['the left arm', 'pain in my left arm'],
    ['between the shoulder blades', 'pain between the shoulder blades'],
    ['across my chest', 'pain across my chest'],
  ])('are a place with the pain in it, too: "%s"', (place, sentence) => {
    expect(reads({ areas: [place] })).toEqual([place, { typed: place, text: sentence }]);
  });

  it.each([
    ['jaw', 'chest-pain'],
    ['chest', 'chest-pain'],
    ['left arm', 'chest-pain'],
    ['upper arm', 'chest-pain'],
    ['stomach', 'belly-pain'],
    ['between the shoulder blades', 'tearing-pain'],
    ['between my legs', 'ces-saddle'],
    ['both legs', 'both-legs'],
  ])('find in the place "%s" what pain there may be: %s', (place, sign) => {
    expect(signsOf({ areas: [place] })).toContain(sign);
  });

  it.each(['knee', 'my elbow', 'neck', 'coccyx', 'right shoulder', 'SI joint', 'wrist'])(
    'find nothing in "%s"',
    (place) => {
      expect(signsOf({ areas: [place] })).toEqual([]);
    },
  );
});

// Another word for a known choice is saved as that choice, and so never read.
describe('no other word for a place hides a warning sign', () => {
  const words = content.journalWords().area.filter(({ id }) => !id.endsWith('-leg'));

  it.each(words.flatMap((one) => one.words))('"%s"', (place) => {
    expect(signsOf({ areas: [place] })).toEqual([]);
  });

  it.each(['flank', 'loin', 'between the shoulder blades', 'shoulder blades'])(
    '"%s" stays as it was typed',
    (place) => {
      expect(words.flatMap((one) => one.words)).not.toContain(place);
    },
  );
});
