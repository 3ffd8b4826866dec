import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { makeUlid } from '../../../src/journal/core/ulid.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

afterEach(forgetPeople);

/** Somebody with an entry of pain 9 from a clock that was some hours ahead. */
async function withClockAhead(hours: number): Promise<Person> {
  const anna = newPerson();
  await anna.does(['log', '6', '--at', 'yesterday 18:00']);
  await anna.does(['log', '4']);
  const { entries } = await anna.document<{ entries: Entry[] }>(['log', 'list']);
  const [{ at }] = entries as [Entry];
  const time = Date.parse(at) + hours * 3_600_000;
  const offset = at.slice(19);
  const local = new Date(Date.parse(`${at.slice(0, 19)}Z`) + hours * 3_600_000).toISOString().slice(0, 19);
  const id = makeUlid(time, () => 0.5);
  const line = {
    v: 1,
    op: 'put',
    id,
    rev: id,
    dev: 'laptop99',
    kind: 'pain',
    at: `${local}${offset}`,
    pain: 9,
    note: 'odd',
  };
  appendFileSync(join(anna.journal, 'laptop99.jsonl'), `${JSON.stringify(line)}\n`);
  return anna;
}

describe.each([3, 72])('an entry %i hours ahead', (hours) => {
  it('is named as odd where it is listed', async () => {
    const anna = await withClockAhead(hours);
    for (const args of [['list'], ['export', '--format', 'md']]) {
      const shown = (await anna.does(['log', ...args])).replaceAll('\\', '').split('\n');
      expect(shown.filter((line) => line.includes('in the future: is that time right?'))).toEqual([
        expect.stringContaining('odd'),
      ]);
    }
  });

  it.each([
    ['stats', (out: { days: { worst?: number }[] }) => out.days.map(({ worst }) => worst)],
    ['calendar', (out: { days: { worst?: number }[] }) => out.days.flatMap(({ worst }) => worst ?? [])],
    ['episodes', (out: { episodes: { worst: number }[] }) => out.episodes.map(({ worst }) => worst)],
  ])('counts for nothing in log %s, which says so', async (name, worstOf) => {
    const anna = await withClockAhead(hours);
    const { stdout, stderr } = await anna.run(['log', name, '--json']);
    expect(stderr.replace(/\s+/g, ' ')).toContain('One entry has a time in the future');
    expect(worstOf(JSON.parse(stdout) as never)).not.toContain(9);
    expect(worstOf(JSON.parse(stdout) as never)).toContain(6);
  });

  it('is never "now"', async () => {
    const anna = await withClockAhead(hours);
    const today = await anna.does(['today']);
    expect(today).toContain('4 now');
    expect(today).toContain('One entry has a time in the future');
    await anna.does(['log', '5']);
    expect(await anna.does(['today'])).toContain('5 now');
  });

  it('is left out of the report, which says so', async () => {
    const anna = await withClockAhead(hours);
    const page = await anna.does(['report', '--format', 'text', '--output', '-']);
    expect(page).toContain('1 entry with a time in the future');
    expect(page).not.toMatch(/Worst\s+9/);
  });
});
