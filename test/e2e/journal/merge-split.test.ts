import { afterEach, describe, expect, it } from 'vitest';
import { forgetPeople, newPerson, type Person } from './person.ts';

afterEach(forgetPeople);

interface Listed {
  readonly id: string;
  readonly days: number;
  readonly ended: string | null;
}

const listed = async (person: Person): Promise<Listed[]> =>
  (await person.document<{ episodes: Listed[] }>(['log', 'episodes'])).episodes;
const short = ({ id }: { readonly id: string }) => id.slice(-5).toLowerCase();

/** Somebody with an episode three weeks ago, and one since yesterday. */
async function withTwo(): Promise<Person> {
  const anna = newPerson();
  for (const [value, time] of [
    ['7', '21 days ago at 12:00'],
    ['4', '19 days ago at 12:00'],
    ['6', 'yesterday at 08:00'],
    ['5', 'yesterday at 20:00'],
  ] as const)
    await anna.does(['log', value, '--at', time]);
  return anna;
}

describe('log merge', () => {
  it('joins an episode with the one before, as log undo takes back', async () => {
    const anna = await withTwo();
    const [last, first] = await listed(anna);
    expect(await anna.does(['log', 'episodes'])).toContain(`[${short(last!)}]`);
    const said = await anna.does(['log', 'merge', short(last!)]);
    expect(said).toMatch(/^Logged for .* 08:00, yesterday: counted as the same episode as before \[\w{5}\]\n$/);
    expect(await listed(anna)).toMatchObject([{ id: first!.id, days: 22, ended: null }]);
    expect(await anna.does(['today'])).toContain('Day 22 of this episode');
    await anna.does(['log', 'undo']);
    expect((await listed(anna)).map(short)).toEqual([short(last!), short(first!)]);
  });

  it('refuses what is not the first entry of an episode, or has none before it', async () => {
    const anna = await withTwo();
    const [, first] = await listed(anna);
    const { entries } = (await anna.document(['log', 'list'])) as { entries: { id: string }[] };
    for (const [id, why] of [
      [short(first!), 'no episode comes before'],
      [short(entries[0]!), 'no episode begins with the entry'],
      ['zzzzz', 'there is no entry'],
    ] as const) {
      const { code, stderr } = await anna.run(['log', 'merge', id]);
      expect([code === 0, stderr]).toEqual([false, expect.stringContaining(why)]);
    }
    expect(await listed(anna)).toHaveLength(2);
  });
});

describe('log split', () => {
  it('begins a new episode with an entry, and log merge joins it again', async () => {
    const anna = await withTwo();
    const { entries } = (await anna.document(['log', 'list'])) as { entries: { id: string }[] };
    const said = await anna.does(['log', 'split', short(entries[0]!)]);
    expect(said).toContain('a new episode begins');
    const [third, second] = await listed(anna);
    expect([third, second]).toMatchObject([{ ended: null }, { ended: 'split' }]);
    expect((await anna.does(['log', 'episodes'])).replace(/\s+/g, ' ')).toContain('ended: you began a new one');
    await anna.does(['log', 'merge', short(third!)]);
    expect(await listed(anna)).toHaveLength(2);
  });

  it('refuses an entry outside an episode, or one with which an episode begins', async () => {
    const anna = await withTwo();
    const [last] = await listed(anna);
    await anna.does(['log', '--note', 'a good week', '--at', '10 days ago']);
    const { entries } = (await anna.document(['log', 'list'])) as { entries: { id: string; kind: string }[] };
    const note = entries.find(({ kind }) => kind === 'note')!;
    for (const [id, why] of [
      [short(note), "isn't part of an episode"],
      [short(last!), 'an episode already begins with'],
    ] as const) {
      const { code, stderr } = await anna.run(['log', 'split', id]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(why)]);
    }
  });

  it('is kept by export and import', async () => {
    const [anna, otto] = [await withTwo(), newPerson()];
    const { entries } = (await anna.document(['log', 'list'])) as { entries: { id: string }[] };
    await anna.does(['log', 'split', short(entries[0]!)]);
    const whole = await anna.does(['log', 'export']);
    await otto.does(['log', 'import', '-'], { input: whole });
    expect(await listed(otto)).toEqual(await listed(anna));
  });
});
