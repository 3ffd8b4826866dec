import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { entry, fileText } from '../../journal/lines.ts';
import { writeOwn } from '../journal/person.ts';
import { isoHere } from '../harness/midday.ts';
import { test, type Someone } from './person.ts';

const DAY_MS = 24 * 3_600_000;
const EXERCISES = ['bridge', 'bird-dog', 'plank'];

const daysAgo = (days: number) => isoHere(Date.now() - days * DAY_MS);
const core = (days: number, routineLevel: string, fields: Partial<Entry> = {}) =>
  entry(daysAgo(days), {
    kind: 'session',
    therapy: 'core',
    routineLevel,
    minutes: 6,
    planned: 6,
    ended: 'done',
    stretches: EXERCISES,
    ...fields,
  });

/** Somebody without pain, whose journal has these entries. */
async function withEntries(person: Someone, ...entries: Entry[]): Promise<Someone> {
  await person.does(['log', '0']);
  appendFileSync(person.file, fileText(entries));
  return person;
}

interface PlanDocument {
  readonly waits: string | null;
  readonly next: { id: string; command: string } | null;
  readonly core: { level: string; why: string | null; exercises: { stretch: string }[] };
}

const planOf = (person: Someone) => person.document<PlanDocument>(['plan']);

describe.concurrent('the plan', () => {
  test('has boxes for this week, the level, the walks, what comes next, and a tip', async ({ someone }) => {
    const anna = await withEntries(someone(), core(9, '1'), entry(daysAgo(0.01), { triggers: ['lifting'], pain: 1 }));
    await anna.does(['exercise', 'swim', '30m']);
    const stdout = await anna.does(['plan']);
    expect(stdout).toMatch(/\n● ○ ○ {2}This week: 1 session, 30 min\n/);
    expect(stdout).toMatch(/\n[●○] ○ ○ {2}Week of \d/);
    expect(stdout).toContain(
      'Core exercises: level 1 of 6\n  Bridge 5 times, 10 seconds each; bird-dog 3 times on each side',
    );
    expect(stdout).toContain('Walking: 5 minutes on 3 days a week\n');
    expect(stdout).toContain('\nNext: a walk of 5 minutes (unspasm walk --minutes 5)\n');
    expect(stdout).toContain('\nTip: To lift, bend your hips');
  });

  test('says nothing about what was not done', async ({ someone }) => {
    const stdout = await (await withEntries(someone(), core(30, '3'))).does(['plan']);
    expect(stdout).toMatch(/\n○ ○ ○ {2}Week of \d+ \w+\n/);
    expect(stdout).not.toMatch(/missed|only|should|no session|haven't/i);
  });

  test('follows what was done: the third whole session leads to the next level, which stretch core then runs', async ({
    someone,
  }) => {
    const anna = await withEntries(someone(), core(9, '1'), core(6, '1'));
    const { terminal, clock, press } = anna.sit(['stretch', 'core']);
    await terminal.waitFor(/^ Core, level 1 {2}1 of 3: Bridge/);
    await terminal.waitFor('Enter');
    await press('enter');
    await clock.minutes(8);
    await terminal.waitFor(/And your pain now, 0 to 10\?[^]*Esc/);
    await press('enter');
    expect((await terminal.exited()).code).toBe(0);
    const done = anna.entries().find(({ kind, at }) => kind === 'session' && Date.parse(at) > Date.now() - DAY_MS);
    expect(done).toMatchObject({ therapy: 'core', routineLevel: '1', stretches: EXERCISES, ended: 'done' });
    expect(await anna.does(['log', 'list'])).toContain('core exercises (level 1) for');
    expect(await planOf(anna)).toMatchObject({ core: { level: '2', why: null }, next: { id: 'walk' } });
    const again = anna.sit(['stretch', 'core'], { minutesLater: 30 });
    await again.terminal.waitFor(/^ Core, level 2 {2}1 of 3: Bridge/);
  });

  test('is a level lower when the last session hurt, and lets the back rest', async ({ someone }) => {
    const anna = await withEntries(
      someone(),
      core(20, '1'),
      core(17, '1'),
      core(13, '1'),
      core(2, '2', { hurt: ['plank'] }),
    );
    expect(await planOf(anna)).toMatchObject({ core: { level: '1', why: 'hurt' }, next: { id: 'walk' } });
  });

  test('counts nothing that is ahead of now', async ({ someone }) => {
    const anna = await withEntries(someone(), core(9, '1'), core(6, '1'), core(-2, '1'));
    expect(await planOf(anna)).toMatchObject({ core: { level: '1' } });
  });

  test('starts the next session with one key', async ({ someone }) => {
    const anna = await withEntries(someone());
    const { terminal, press } = anna.sit(['plan']);
    await terminal.waitFor(/s start core exercises at level 1[^]*q done/);
    await press('s');
    await terminal.waitFor(/^ Core, level 1 {2}1 of 3: Bridge/);
  });

  test('leaves out what somebody’s health speaks against, and asks before it starts', async ({ someone }) => {
    const anna = await withEntries(someone());
    const profile = { applies: ['pregnancy'], asked: ['pregnancy'], at: { pregnancy: Date.now() } };
    writeOwn(join(anna.state, 'profile.json'), JSON.stringify({ profile }));
    expect((await planOf(anna)).core.exercises.map(({ stretch }) => stretch)).toEqual(['bridge', 'bird-dog']);
    expect(await anna.does(['plan'])).toContain('the plan leaves out the plank');
    const { terminal } = anna.sit(['stretch', 'core']);
    await terminal.waitFor(/Before you start[^]*leaves out\s+the plank[^]*start anyway/);
  });
});

describe.concurrent('in an episode, after its first days,', () => {
  test('the plan says where the day is shown, and lets core exercises wait until pain is little', async ({
    someone,
  }) => {
    const anna = someone();
    await anna.does(['log', '7', '--at', '6 days ago']);
    await anna.does(['log', '5']);
    const stdout = await anna.does(['plan']);
    expect(stdout).toMatch(/You are in an episode\.[^]*run:\s+unspasm today\n/);
    expect(stdout).toMatch(/Core exercises wait until your pain is 3 or less/);
    expect(await planOf(anna)).toMatchObject({ waits: null, next: { id: 'walk' } });
  });
});

describe.concurrent('exercise waits', () => {
  test('in the first days of an episode, and the plan says what is fine now', async ({ someone }) => {
    const anna = someone();
    await anna.does(['log', '7']);
    const stdout = await anna.does(['plan']);
    expect(stdout).toMatch(/^\nYour plan waits\.\nIn the first days[^]*What is fine now:[^]*\(unspasm ice\)/);
    expect(stdout).not.toContain('level');
    expect(await planOf(anna)).toMatchObject({ waits: 'early', next: null });
  });

  test('while somebody has to get help', async ({ someone }) => {
    const anna = someone();
    await anna.does(['triage', '--answers', '-'], { input: '{"signs":["fever"]}' });
    expect(await anna.does(['plan'])).toBe(await anna.does(['today']));
    expect(await planOf(anna)).toEqual({ schemaVersion: 1, waits: 'help', next: null });
  });

  test('while a warning sign in a note has not been checked', async ({ someone }) => {
    const anna = someone();
    await anna.does(['log', '--note', 'numb between my legs']);
    expect(await anna.does(['plan'])).toContain('possible warning sign');
    expect(await planOf(anna)).toMatchObject({ waits: 'signs', next: null });
  });
});

describe.concurrent('--level', () => {
  test('chooses another level', async ({ someone }) => {
    const { terminal } = (await withEntries(someone())).sit(['stretch', 'core', '--level', '3']);
    await terminal.waitFor(/^ Core, level 3 {2}1 of 3: Bridge/);
  });

  test.for([
    ['core --level 9', /--level can't be "9"[^]*use one of these: 1, 2, 3/],
    ['core --level 2 --rounds 4', /use --level without --rounds/],
    ['--level 2', /--level is only for the whole routine core\n/],
    ['plank --level 2', /--level is only for the whole routine core\n/],
    ['cat-cow plank --level 2', /--level is only for the whole routine core\n/],
  ] as const)('is refused: %s', async ([typed, said], { someone }) => {
    const anna = await withEntries(someone());
    const { code, stdout, stderr } = await anna.run(['stretch', ...typed.split(' ')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});
