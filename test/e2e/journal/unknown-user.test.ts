import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { preloading } from '../harness/quoting.ts';
import { forgetPeople, newPerson } from './person.ts';

const unknown = join(import.meta.dirname, '..', 'harness', 'unknown-user.cjs');

afterEach(forgetPeople);

it('a user whom the system doesn’t know, and who has no HOME, can use everything with folders that are named', async () => {
  const anna = newPerson();
  const env = {
    ...preloading(unknown),
    HOME: undefined,
    UNSPASM_DATA_DIR: join(anna.home, 'data'),
    XDG_CONFIG_HOME: join(anna.home, 'config'),
    XDG_STATE_HOME: join(anna.home, 'state'),
  };
  const does = (...args: string[]) => anna.does(args, { env, cwd: anna.home });
  expect(await does('config', 'set', 'sound', 'off')).toBe('sound is now off\n');
  expect(await does('config', 'get', 'sound')).toBe('off\n');
  expect(await does('log', '6', 'stiff')).toContain('pain 6; "stiff"');
  expect(await does('today')).toContain('Day 1');
  expect(await does('report', '--output', 'r.pdf')).toBe('Written: r.pdf\n');
  expect(await does('log', 'undo')).toContain('removed the entry');
});
