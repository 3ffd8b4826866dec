import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { episodesOf } from '../../src/journal/core/episodes.ts';
import { fold } from '../../src/journal/core/fold.ts';
import { parseFile } from '../../src/journal/core/parse.ts';
import { KINDS } from '../../src/journal/core/fields.ts';
import { lookAtToday } from '../../src/today/core/today.ts';
import { fieldsOf } from '../../src/journal/core/undo.ts';
import { RULES, THERAPIES } from './lines.ts';
import { inZone } from './zone.ts';

// This file is never changed: people's journals look like it. A later version reads it as this one does.
const TEXT = readFileSync(join(import.meta.dirname, 'golden', 'v1.jsonl'), 'utf8');
const TEXT_ASKED = readFileSync(join(import.meta.dirname, 'golden', 'v1-asked.jsonl'), 'utf8');
const golden = () => parseFile('v1.jsonl', TEXT);
const entries = () => fold(golden().lines);

inZone('UTC', { beforeAll, afterAll });

describe('a journal of version 1', () => {
  it('is understood, every line', () => {
    expect(golden().bad).toEqual([]);
    expect(golden().lines).toHaveLength(12);
  });

  it('holds every kind of entry that there was then', () => {
    const added = new Set<string>(['peg', 'exercise', 'merge', 'split', 'break']);
    expect(new Set(golden().lines.map((line) => (line.op === 'put' ? line.kind : 'removed')))).toEqual(
      new Set([...KINDS.filter((kind) => !added.has(kind)), 'removed']),
    );
  });

  it('tells exactly this, the newest first', () => {
    const berlin = { tz: 'Europe/Berlin' };
    const newYork = { tz: 'America/New_York' };
    const answers = {
      age: '20-44',
      onset: 'under-24-hours',
      pain: 6,
      course: 'same',
      earlier: 'never',
      trigger: 'lifting',
    };
    const [fever, upperBack] = [
      { level: 'emergency', signs: ['fever'], unsure: [], answers: {}, notAsked: ['age', 'onset'] },
      { level: 'self-care', signs: [], unsure: ['upper-back'], answers, notAsked: [], pain: 6 },
    ];
    const crate = { note: 'after lifting the crate – „aua“ 😀', triggers: ['lifting'], helped: ['ice', 'rest'] };
    expect(entries().map(fieldsOf)).toEqual([
      { kind: 'resolved', at: '2025-11-13T20:00:00-05:00' },
      { kind: 'pain', at: '2025-11-13T21:00:00Z', pain: 0 },
      { kind: 'seen', at: '2025-11-11T11:15:00-05:00', note: 'hospital, sent home', ...newYork },
      { kind: 'triage', at: '2025-11-11T09:00:00-05:00', ...fever, ...newYork },
      { kind: 'note', at: '2025-11-10T19:10:00+01:00', note: 'slept badly' },
      { kind: 'medicine', at: '2025-11-10T19:00:00+01:00', medicine: 'paracetamol', note: 'with food', ...berlin },
      { kind: 'session', at: '2025-11-10T18:40:00+01:00', therapy: 'ice', minutes: 15, ...berlin },
      { kind: 'triage', at: '2025-11-10T18:37:24+01:00', ...upperBack, ...berlin },
      { kind: 'pain', at: '2025-11-10T18:30:00+01:00', pain: 6, areas: ['lower', 'left-leg'], ...crate, ...berlin },
    ]);
  });

  it('keeps the id of an entry that was edited', () => {
    const edited = entries().at(-1)!;
    expect(edited).toMatchObject({ id: '01K9QG8V00GXSTWQ7K3B5M2E4A', base: '01K9QG8V00GXSTWQ7K3B5M2E4A' });
    expect(edited.rev).toBe('01K9QK00Z0E1F2G3H4J5K6M7N8');
  });

  it('tells of these episodes', () => {
    const spells = episodesOf(entries(), RULES, new Date('2025-11-20T12:00:00Z'));
    // The check at 18:37 was told "in the last 24 hours".
    const began = {
      id: '01K9QG8V00GXSTWQ7K3B5M2E4A',
      at: '2025-11-10T06:37:24+01:00',
      start: Date.parse('2025-11-10T05:37:24Z'),
      onset: 'under-24-hours',
      isEstimate: true,
    };
    expect(spells).toEqual([{ ...began, end: Date.parse('2025-11-14T01:00:00Z'), ended: 'said' }]);
  });

  it('tells of this day', () => {
    const evening = new Date('2025-11-10T18:20:00Z');
    const soFar = entries().filter(({ at }) => Date.parse(at) <= evening.getTime());
    expect(lookAtToday(soFar, RULES, THERAPIES, evening)).toMatchObject({
      episode: { day: 1, phase: 'early' },
      pains: [{ pain: 6 }, { pain: 6 }],
      sessions: [{ therapy: 'ice' }],
      exercise: { done: 0, goal: 3 },
    });
  });
});

// Nor is this one: since then a check says of each sign whether it was asked.
describe('a check of version 1 that names the signs that were asked', () => {
  it('is understood', () => {
    const { lines, bad } = parseFile('v1-asked.jsonl', TEXT_ASKED);
    expect(bad).toEqual([]);
    expect(fold(lines).map(fieldsOf)).toMatchObject([
      { kind: 'triage', signs: ['chest-pain'], asked: ['chest-pain', 'tearing-pain', 'aaa-signs'] },
    ]);
  });

  it('is told from the older ones, which name none', () => {
    expect(
      entries()
        .filter(({ kind }) => kind === 'triage')
        .map(({ asked }) => asked),
    ).toEqual([undefined, undefined]);
  });
});
