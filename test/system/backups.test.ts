import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../src/journal/core/fields.ts';
import { openJournal } from '../../src/system/journal.ts';
import type { Places } from '../../src/system/paths.ts';
import { makePlaces, removeFolders } from './places.ts';

const MONDAY = Date.parse('2026-06-15T12:00:00Z');
const DAY_MS = 24 * 3_600_000;
const PAIN: Fields = { kind: 'pain', at: '2026-06-15T12:00:00+00:00', pain: 6 };

/** Adds an entry so many days after Monday. */
const add = (places: Places, day: number) => openJournal(places, () => MONDAY + day * DAY_MS).put(PAIN);
const backupsOf = ({ state }: Places) => readdirSync(join(state, 'backups')).toSorted();

function linesIn(places: Places, backup: string): number {
  const folder = join(places.state, 'backups', backup);
  return readdirSync(folder).reduce(
    (sum, name) => sum + readFileSync(join(folder, name), 'utf8').split('\n').length - 1,
    0,
  );
}

afterEach(removeFolders);

describe('the weekly backup', () => {
  it('is made at the first entry, and holds it', () => {
    const places = makePlaces();
    add(places, 0);
    const [backup = ''] = backupsOf(places);
    expect(backup).toMatch(/^2026-06-15T12-00-00-000Z-weekly$/);
    expect(linesIn(places, backup)).toBe(1);
  });

  it('is not made again the same day, nor the same week', () => {
    const places = makePlaces();
    for (const day of [0, 0.1, 1, 6.9]) add(places, day);
    expect(backupsOf(places)).toHaveLength(1);
  });

  it('is made again when a week has gone by, with all there is', () => {
    const places = makePlaces();
    for (const day of [0, 3, 7.1, 8]) add(places, day);
    expect(backupsOf(places).map((backup) => linesIn(places, backup))).toEqual([1, 3]);
  });

  it('is kept eight times, the newest ones', () => {
    const places = makePlaces();
    for (let week = 0; week < 11; week += 1) add(places, week * 7.1);
    expect(backupsOf(places)).toHaveLength(8);
    expect(backupsOf(places).map((backup) => linesIn(places, backup))).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('is made even when an old one can no longer be read', () => {
    const places = makePlaces();
    for (let week = 0; week < 8; week += 1) add(places, week * 7.1);
    const [oldest = ''] = backupsOf(places);
    const folder = join(places.state, 'backups', oldest);
    rmSync(folder, { recursive: true });
    // A file where a folder was: permissions would hold nobody who tests as root.
    writeFileSync(folder, '');
    const purge = () => openJournal(places, () => MONDAY + 60 * DAY_MS).purge(undefined, true);
    expect(purge).not.toThrow();
    expect(backupsOf(places).at(-1)).toMatch(/-purge$/);
  });

  it('is kept longer while it has lines that are nowhere else, as after a purge', () => {
    const places = makePlaces();
    add(places, 0);
    openJournal(places, () => MONDAY + DAY_MS).purge(undefined, true);
    for (let week = 1; week < 11; week += 1) add(places, week * 7.1);
    const kept = backupsOf(places);
    expect(kept.map((backup) => backup.slice(0, 10)).slice(0, 2)).toEqual(['2026-06-16', expect.any(String)]);
    expect(kept).toHaveLength(9);
  });

  it('is for its owner alone', () => {
    const places = makePlaces();
    add(places, 0);
    const folder = join(places.state, 'backups', backupsOf(places)[0]!);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('lies outside the journal, which may be synced', () => {
    const places = makePlaces();
    add(places, 0);
    expect(readdirSync(places.journal)).toHaveLength(1);
  });

  it('that cannot be made does not stop the entry', () => {
    const places = makePlaces();
    mkdirSync(places.state, { recursive: true });
    writeFileSync(join(places.state, 'backups'), 'a file where the folder should be');
    expect(() => add(places, 0)).not.toThrow();
  });

  it.each(['notes', '.DS_Store', 'zzz'])('is not stopped for good by something else in its folder: %s', (name) => {
    const places = makePlaces();
    mkdirSync(join(places.state, 'backups', name), { recursive: true });
    for (const day of [0, 7.1]) add(places, day);
    expect(backupsOf(places).filter((backup) => backup.startsWith('2026-'))).toHaveLength(2);
  });

  it('is made again after the clock was years ahead once', () => {
    const places = makePlaces();
    for (const day of [3650, 0, 7.1, 14.2]) add(places, day);
    expect(backupsOf(places).length).toBeGreaterThanOrEqual(3);
  });
});
