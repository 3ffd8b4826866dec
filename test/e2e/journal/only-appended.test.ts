import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { forgetPeople, newPerson, type Person } from './person.ts';

/** Every file of the journal by its name, as it lies on the disk. */
function filesOf({ journal }: Person): Map<string, string> {
  return new Map(readdirSync(journal).map((name) => [name, readFileSync(join(journal, name), 'utf8')]));
}

afterAll(forgetPeople);

test('whatever is done with the journal, what stands in its files stays, and one line or more is added', async () => {
  const [anna, ben] = [newPerson(), newPerson()];
  await ben.logs('3', 'in the garden');
  const id = await anna.logs('6', 'after lifting the crate');
  const deeds: readonly (readonly [args: string[], input?: string])[] = [
    [['log', '4', '--limited']],
    [['log', 'edit', id, '--note', 'after the crate']],
    [['log', 'remove', id]],
    [['log', 'undo']],
    [['log', 'undo']],
    [['log', 'peg', '6', '5', '7']],
    [['log', '5', 'numb foot since noon']],
    [['triage', '--answers', '-'], '{"signs":["fever"]}'],
    [['log', 'seen']],
    [['log', 'resolved']],
    [['log', 'import', '-'], await ben.does(['log', 'export'])],
  ];
  for (const [args, input] of deeds) {
    const before = filesOf(anna);
    await anna.does(args, input === undefined ? {} : { input });
    const after = filesOf(anna);
    for (const [name, text] of before) {
      expect(after.get(name)?.slice(0, text.length), `${name} after ${args.join(' ')}`).toBe(text);
    }
    const sizes = [before, after].map((files) => [...files.values()].join('').length);
    expect(sizes[1], args.join(' ')).toBeGreaterThan(sizes[0]!);
  }
});
