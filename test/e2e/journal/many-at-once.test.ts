import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readJournal } from '../../../src/system/journal-store.ts';
import { builtProgram, cleanEnvironment } from '../harness/environment.ts';
import { Host, type HostOutcome } from '../harness/host.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { times } from '../../tries.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

/** Does a number of things, so many at a time. */
async function atATime<T>(many: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const left = [...tasks.entries()];
  const done: T[] = [];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) done[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: many }, worker));
  return done;
}

const random = (from: number, to: number) => from + Math.random() * (to - from);
const notesOf = (person: Person) => person.entries().map(({ note }) => note);

/** How often a loop that adds is killed. */
const ROUNDS = times(12);

/** There is nothing but the one file of the journal. */
function expectNoLitter(person: Person): void {
  expect(readdirSync(person.journal)).toEqual([expect.stringMatching(/^[a-z0-9]{8}\.jsonl$/)]);
}

afterEach(forgetPeople);

/** Eight processes: several runs of one wouldn't meet at the file. */
const hosts = Array.from({ length: 8 }, () => new Host());
afterAll(() => hosts.forEach((one) => one.close()));

/** Adds entries, each by a process that adds none at the moment. */
function addSideBySide(person: Person, notes: readonly string[]): Promise<HostOutcome[]> {
  return runSideBySide(
    person,
    notes.map((note) => ['log', '5', note]),
  );
}

async function runSideBySide(person: Person, lines: readonly (readonly string[])[]): Promise<HostOutcome[]> {
  const free = [...hosts];
  const run = async (args: readonly string[]) => {
    const chosen = free.pop()!;
    const task = { args, env: cleanEnvironment(person.home), cwd: person.home };
    const outcome = await chosen.run({ ...task, input: '', clock: {} }, PATIENCE_MS);
    free.push(chosen);
    return outcome;
  };
  return atATime(
    hosts.length,
    lines.map((args) => () => run(args)),
  );
}

it('of the settings that are set 8 at a time, all are saved', async () => {
  const anna = newPerson();
  const wanted = { sound: false, motion: false, 'check-in': false, notifications: false, clock: '24', glyphs: 'ascii' };
  const typed = Object.entries(wanted).map(([name, value]) => ['config', 'set', name, String(value)]);
  const outcomes = await runSideBySide(anna, [
    ...typed,
    ['config', 'set', 'ice-minutes', '12'],
    ['config', 'reset', 'speech'],
  ]);
  expect(outcomes.map(({ code }) => code)).toEqual(outcomes.map(() => 0));
  const { settings } = await anna.document<{ settings: object }>(['config']);
  expect(settings).toEqual({ ...wanted, 'ice-minutes': 12 });
  expect(readdirSync(dirname(anna.settings))).toEqual(['config.json']);
});

it('of 32 entries that are added 8 at a time, 32 are there', async () => {
  const anna = newPerson();
  // The first makes the name of the device.
  await anna.does(['log', '5', 'n0']);
  const notes = Array.from({ length: 32 }, (_, at) => `n${at}`);
  const outcomes = await addSideBySide(anna, notes.slice(1));
  expect(outcomes.filter(({ code, stderr }) => code !== 0 || stderr !== '')).toEqual([]);
  expect(new Set(notesOf(anna))).toEqual(new Set(notes));
  expect(readJournal(anna.journal)).toMatchObject({ lines: { length: 32 }, bad: [] });
  expectNoLitter(anna);
});

it('of the first entries of a new journal, added 8 at a time, all are there', async () => {
  const anna = newPerson();
  const notes = Array.from({ length: 8 }, (_, at) => `n${at}`);
  const outcomes = await addSideBySide(anna, notes);
  expect(outcomes.map(({ code }) => code)).toEqual(notes.map(() => 0));
  expect(new Set(notesOf(anna))).toEqual(new Set(notes));
  // They are all of one device.
  expectNoLitter(anna);
});

describe('killed at any moment', () => {
  it('a program that adds leaves every entry that it acknowledged, and no litter', async () => {
    const anna = newPerson();
    await anna.does(['log', '5', 'n0']);
    const [file, ...first] = builtProgram;
    const addAndKill = async (note: string) => {
      const child = spawn(file, [...first, 'log', '5', note], { env: cleanEnvironment(anna.home), stdio: 'ignore' });
      const timer = setTimeout(() => child.kill('SIGKILL'), random(20, 120));
      const [code] = (await once(child, 'close')) as [number | null];
      clearTimeout(timer);
      return code === 0 ? [note] : [];
    };
    const notes = Array.from({ length: times(12) }, (_, at) => `n${at + 1}`);
    const acknowledged = (
      await atATime(
        2,
        notes.map((note) => () => addAndKill(note)),
      )
    ).flat();
    const kept = notesOf(anna);
    expect(acknowledged.filter((note) => !kept.includes(note))).toEqual([]);
    expectNoLitter(anna);
    await anna.does(['log', '5', 'after']);
    expect(notesOf(anna)).toContain('after');
  });

  describe('a loop of 500 additions', () => {
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'unspasm-loop-'));
      await bundle(folder);
    });
    afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

    it(`leaves every entry that it acknowledged, and no litter, ${ROUNDS} times`, async () => {
      const anna = newPerson();
      let torn = 0;
      for (let time = 0; time < ROUNDS; time += 1) {
        const acknowledged = await addUntilKilled(join(folder, 'loop.cjs'), anna);
        const { lines, bad } = readJournal(anna.journal);
        const kept = new Set(lines.map(({ id }) => id));
        expect(acknowledged.length).toBeGreaterThan(0);
        expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
        // A kill can tear one line, the last, which the next entry leaves as it is.
        expect(bad.length).toBeLessThanOrEqual(torn + 1);
        torn = bad.length;
        expectNoLitter(anna);
      }
      const before = anna.entries().length;
      await anna.does(['log', '5', 'after']);
      expect(anna.entries()).toHaveLength(before + 1);
    });
  });
});

// Built as the program itself is; it adds through the same store, without starting anew for each.
async function bundle(folder: string): Promise<void> {
  const system = join(import.meta.dirname, '..', '..', '..', 'src', 'system');
  const code = `
    import { writeSync } from 'node:fs';
    import { openJournal } from ${JSON.stringify(join(system, 'journal.ts'))};
    import { placesOf } from ${JSON.stringify(join(system, 'paths.ts'))};
    const journal = openJournal(placesOf(process.env, process.platform), Date.now);
    for (let at = 0; at < 500; at += 1) {
      const note = 'n'.repeat(Math.random() * 4000);
      const { id } = journal.put({ kind: 'pain', at: new Date().toISOString(), pain: at % 11, note });
      writeSync(1, id + '\\n');
    }
  `;
  const loop = {
    name: 'loop',
    resolveId: (id: string) => (id === 'loop' ? id : null),
    load: (id: string) => (id === 'loop' ? code : null),
  };
  const build = await rolldown({ input: { loop: 'loop' }, platform: 'node', plugins: [loop] });
  await build.write({ dir: folder, format: 'cjs', entryFileNames: '[name].cjs' });
  await build.close();
}

/** Has the loop add to somebody's journal, and kills it a moment after its first entry. */
async function addUntilKilled(loop: string, person: Person): Promise<string[]> {
  const child: ChildProcess = spawn(process.execPath, [loop], {
    env: cleanEnvironment(person.home),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ids: string[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => {
    if (ids.length === 0) setTimeout(() => child.kill('SIGKILL'), random(5, 80));
    if (line.length === 26) ids.push(line);
  });
  await once(child, 'close');
  return ids;
}
