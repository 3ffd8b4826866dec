import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { fakeComputer } from '../../system/fake-programs.ts';
import { makeFolder, removeFolders } from '../../system/places.ts';
import { builtProgram, type Command } from '../harness/environment.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

const KB = 1024;
/** So long that a few of them fill what little room there is. */
const LONG = 'long – '.repeat(600);
/** Three of these do: each takes a process of its own. */
const LONGER = LONG.repeat(3);

function asShell(command: string, argument: string): void {
  execFileSync('bash', ['-c', command, 'bash', argument], { stdio: 'ignore' });
}

/** A file system of 64 KB; nothing where none may be mounted. */
function mountSmall(): { folder: string; unmount: () => void } | undefined {
  const folder = makeFolder();
  try {
    asShell('mount -t tmpfs -o size=64k tmpfs "$1"', folder);
  } catch {
    return undefined;
  }
  return { folder, unmount: () => asShell('umount "$1"', folder) };
}

const small = mountSmall();

/** The built program, when no file may grow beyond 64 KB. */
const withSmallFiles: Command = ['bash', '-c', 'trap "" XFSZ; ulimit -f 64; exec "$@"', 'bash', ...builtProgram];

/** Adds entries until one is refused. @returns the notes that were acknowledged, and how it was refused */
async function fill(person: Person, long: string, command?: Command) {
  const acknowledged: string[] = [];
  for (let at = 0; at < 40; at += 1) {
    const note = `n${at} ${long}`.trim();
    const outcome = await person.run(['log', '5', note], command && { command });
    if (outcome.code !== 0) return { acknowledged, refused: note, outcome };
    acknowledged.push(note);
  }
  throw new Error('it was never full');
}

afterEach(forgetPeople);
afterAll(() => {
  small?.unmount();
  removeFolders();
});

describe.skipIf(!small)('a file system of 64 KB', () => {
  it('when it is full, an entry is refused and printed; all others are there, and the next goes in', async () => {
    const { folder } = small!;
    const anna = newPerson({ UNSPASM_DATA_DIR: folder });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'ballast'), 'x'.repeat(32 * KB));
    const { acknowledged, refused, outcome } = await fill(anna, LONG);
    const journal = join(folder, 'journal');
    const notes = () => anna.entries(journal).map(({ note }) => note);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(`the entry couldn't be saved in ${journal}: `);
    expect(outcome.stderr).toContain(': the disk is full\n');
    expect(outcome.stderr).toContain(JSON.stringify(refused));
    expect(acknowledged.length).toBeGreaterThan(2);
    expect(notes()).toEqual(acknowledged.toReversed());
    rmSync(join(folder, 'ballast'));
    await anna.does(['log', '5', 'after']);
    expect(notes()).toEqual(['after', ...acknowledged.toReversed()]);
    expect(readdirSync(journal)).toHaveLength(1);
    expect(await anna.does(['log', 'list', '--count', '1'])).toContain('"after"');
  });

  it('when it is full from the start, the entry is refused and printed, and the next goes in', async () => {
    const { folder } = small!;
    const anna = newPerson({ UNSPASM_DATA_DIR: join(folder, 'second') });
    rmSync(join(folder, 'journal'), { recursive: true, force: true, maxRetries: 5 });
    writeFileSync(join(folder, 'ballast'), 'x'.repeat(60 * KB));
    const { code, stderr } = await anna.run(['log', '5', LONG.trim()]);
    expect(code).toBe(1);
    expect(stderr).toContain(JSON.stringify(LONG.trim()));
    rmSync(join(folder, 'ballast'));
    await anna.does(['log', '5', 'after']);
    expect(anna.entries(join(folder, 'second', 'journal'))).toMatchObject([{ note: 'after' }]);
  });

  it.each(['ice', 'breaks'])('when it is full, %s says why it starts nothing in the background', async (command) => {
    const { folder } = small!;
    const { env } = fakeComputer({ 'notify-send': 'echo 7' });
    const anna = newPerson({ ...env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', XDG_STATE_HOME: folder });
    // It takes what fits.
    expect(() => writeFileSync(join(folder, 'ballast'), 'x'.repeat(64 * KB))).toThrow('ENOSPC');
    const { code, stderr } = await anna.run([command, '--background', '--no-input'], { ownProcess: true });
    rmSync(join(folder, 'ballast'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^unspasm: .* (?:can't|couldn't) be started.*: the disk is full\n/m);
  });
});

describe('a file that may not grow beyond 64 KB', () => {
  it('when it is full, an entry is refused and printed; all others are there, and the next goes in', async () => {
    const anna = newPerson();
    const { acknowledged, refused, outcome } = await fill(anna, LONGER, withSmallFiles);
    const notes = () => anna.entries().map(({ note }) => note);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(JSON.stringify(refused));
    expect(acknowledged.length).toBeGreaterThan(2);
    expect(notes()).toEqual(acknowledged.toReversed());
    await anna.does(['log', '5', 'after']);
    expect(notes()).toEqual(['after', ...acknowledged.toReversed()]);
  });
});

it.runIf(process.platform === 'linux')('a full standard output is told, and the entry is there', async () => {
  const anna = newPerson();
  const command: Command = ['bash', '-c', '"$@" > /dev/full', 'bash', ...builtProgram];
  const { code, stderr } = await anna.run(['log', '5', 'kept'], { command });
  expect(code).toBe(1);
  expect(stderr).toContain("the output couldn't be written");
  expect(anna.entries()).toMatchObject([{ note: 'kept' }]);
});
