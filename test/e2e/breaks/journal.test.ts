import { afterEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { entry } from '../../journal/lines.ts';
import { forgetPeople, newPerson, type Person } from '../journal/person.ts';

afterEach(forgetPeople);

const DAY_MS = 86_400_000;

/** So many days and minutes ago: today as well, it is in the past at any hour. */
function daysAgo(days: number, minutes = 30): string {
  return new Date(Date.now() - days * DAY_MS - minutes * 60_000).toISOString().replace(/\.\d+Z$/, '+00:00');
}

const EPISODE = [entry(daysAgo(3), { pain: 6 }), entry(daysAgo(2), { pain: 4 })];
const OLD = [entry(daysAgo(20), { kind: 'exercise', activity: 'swim', minutes: 30 })];
// Also on days before anything else was logged, and after it.
const BREAKS = [30, 25, 10, 3, 1, 0].map((days) =>
  entry(daysAgo(days, 20), { kind: 'break', moves: ['steps', 'march', 'steps'] }),
);

function pair(lines: readonly Entry[]): [withThem: Person, without: Person] {
  const all = [...lines, ...BREAKS].toSorted((a, b) => (a.rev < b.rev ? -1 : 1));
  return [newPerson().keeps(all), newPerson().keeps(lines)];
}

describe('breaks from sitting change nothing else', () => {
  test.each([
    ['today'],
    ['today --json'],
    ['log stats'],
    ['log stats --json'],
    ['log calendar'],
    ['log episodes'],
    ['exercise'],
    ['plan'],
    ['plan --json'],
    ['exercise --json'],
    ['stretch --print'],
  ])('%s', async (line) => {
    for (const lines of [[], OLD, EPISODE]) {
      const [withThem, without] = pair(lines);
      const shown = async (person: Person) => (await person.does(line.split(' '))).replace(/T\d\d:\d\d:\d\d/g, 'TIME');
      expect(await shown(withThem)).toEqual(await shown(without));
    }
  });

  test.each([['text'], ['html'], ['fhir']])('report as %s, which says that it leaves them out', async (format) => {
    const args = ['report', '--format', format, '--output', '-', '--last', '6w'];
    const [withThem, without] = pair(EPISODE);
    const [one, other] = [await withThem.run(args), await without.run(args)];
    expect(one.stdout + one.stderr).toMatch(/18 breaks from sitting/);
    expect(plain(one.stdout)).toEqual(plain(other.stdout));
  });
});

// Without the words that say what isn't on the page, and what differs from run to run.
function plain(report: string): string {
  return report
    .replace(/,\s*\{\s*"display": "[^"]*18 breaks from sitting"\s*\}/, '')
    .replace(/(?:<p class="small">)?Not [a-z ]+: 18 breaks from sitting\.(?:<\/p>)?/, '')
    .replace(/"id": "[0-9a-f-]{36}"/g, 'ID')
    .replace(/\d\d:\d\d:\d\d/g, 'TIME')
    .replace(/\s+/g, ' ');
}

test('they are listed with the others, one entry a day, and can be left out by their kind', async () => {
  const [person] = pair(EPISODE);
  expect(await person.does(['log', 'list', '--kind', 'break'])).toMatch(/ {2}3 breaks from sitting\n/);
  expect((await person.does(['log', 'list', '--kind', 'break'])).trim().split('\n')).toHaveLength(6);
  const csv = await person.does(['log', 'export', '--format', 'csv']);
  expect(csv).toMatch(/break,.*steps; ?march; ?steps/);
});
