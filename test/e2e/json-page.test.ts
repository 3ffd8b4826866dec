import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { statusDocument as breaksStatus } from '../../src/breaks/views/breaks.ts';
import type { BreakMove } from '../../src/content/break-types.ts';
import { remindersDocument } from '../../src/sessions/views/reminder.ts';
import { statusDocument as sessionStatus } from '../../src/sessions/views/status.ts';
import { stretchScript } from '../sessions/scripts.ts';
import { Run } from '../sessions/stepping.ts';
import { test } from './session/person.ts';
import { allCommands } from '../fuzz/command-lines.ts';
import { entry, fileText } from '../journal/lines.ts';
import { isoDay } from './harness/midday.ts';
import { forgetPeople, newPerson, type Person } from './journal/person.ts';
import { jsonPage, problemsWith } from './support/json-page.ts';
import { ORDINARY_ANSWERS } from './support/triage.ts';

afterAll(forgetPeople);

/** What only reads, with the heading of its table. */
const READING: readonly (readonly [heading: string, ...args: string[]])[] = [
  ['today', 'today'],
  ['plan', 'plan'],
  ['plan remind', 'plan', 'remind'],
  ['exercise without arguments', 'exercise'],
  ['log list', 'log'],
  ['log list', 'log', 'list', '--all'],
  ['log stats', 'log', 'stats'],
  ['log calendar', 'log', 'calendar'],
  ['log episodes', 'log', 'episodes'],
  ['log restore', 'log', 'restore'],
  ['log path', 'log', 'path'],
  ['log purge', 'log', 'purge', '--dry-run'],
  ['log check', 'log', 'check'],
  ['status', 'status'],
  ['remind', 'remind'],
  ['breaks status', 'breaks', 'status'],
  ['ice', 'ice'],
  ['heat', 'heat'],
  ['contrast', 'contrast'],
  ['walk', 'walk'],
  ['stretch', 'stretch'],
  ['stretch', 'stretch', 'core'],
  ['rest', 'rest'],
  ['rest --moves', 'rest', '--moves'],
  ['medicines', 'medicines'],
  ['guide', 'guide'],
  ['faq', 'faq', 'ice or heat'],
  ['faq', 'faq', 'my leg is numb'],
  ['faq', 'faq', 'how do I cook rice'],
  ['faq', 'my leg is numb'],
  ['faq --list', 'faq'],
  ['faq --list', 'faq', '--list'],
  ['profile', 'profile'],
  ['report', 'report', '--force'],
  ['config', 'config'],
  ['config get', 'config', 'get', 'country'],
  ['config path', 'config', 'path'],
  ['triage --questions', 'triage', '--questions'],
];

/** Runs a command, and compares its document with the page. @returns the document */
async function compared(person: Person, heading: string, args: readonly string[], input = '') {
  const { code, stdout, stderr } = await person.run([...args, '--json'], { input, cwd: person.home });
  expect([0, 1], `${args.join(' ')}: ${stderr}`).toContain(code);
  expect(stdout, `${args.join(' ')}: ${stderr}`).not.toBe('');
  const document = JSON.parse(stdout) as Record<'entries' | 'episodes', { id: string }[]> & {
    entry: { id: string };
  };
  expect(problemsWith(document, heading)).toEqual([]);
  return document;
}

async function readsAll(person: Person): Promise<void> {
  for (const [heading, ...args] of READING) await compared(person, heading, args);
}

const SESSION = { kind: 'session', therapy: 'ice', minutes: 15, planned: 15, ended: 'done' } as const;

/** Somebody with a bit of everything in their journal. */
async function withMuch(): Promise<Person> {
  const anna = newPerson();
  anna.keeps([
    ...Array.from({ length: 14 }, (_, day) =>
      entry(`${isoDay(day + 1)}T08:00:00+00:00`, {
        pain: day % 9,
        triggers: day % 2 ? ['lifting'] : ['posture'],
        marks: day % 2 ? ['stress'] : [],
        askedMarks: ['stress'],
      }),
    ),
    entry(`${isoDay(2)}T09:00:00+00:00`, { ...SESSION, painBefore: 6, painAfter: 4 }),
    entry(`${isoDay(0)}T09:00:00+00:00`, { ...SESSION, therapy: 'walk' }),
    entry(`${isoDay(-3)}T09:00:00+00:00`, { pain: 3 }),
  ]);
  writeFileSync(join(anna.journal, 'other22.jsonl'), `${fileText([])}{bad\n`);
  writeFileSync(
    join(anna.home, 't.csv'),
    `at,pain,note\n${isoDay(9)} 10:00,5,a walk\n${isoDay(1)} 11:00,5,my leg is numb\n`,
  );
  await anna.does(['config', 'set', 'country', 'GB']);
  return anna;
}

describe('docs/json.md', () => {
  it('has a table for each command that has --json', async () => {
    const page = jsonPage();
    const withJson = (await allCommands()).filter(({ options }) => options.some(({ flags }) => flags === '--json'));
    expect(withJson.map(({ name }) => name).filter((name) => !page.has(name))).toEqual([]);
  });

  it('says what each command prints with an empty journal', () => readsAll(newPerson()));

  test('says what a session in the background answers', async ({ someone }) => {
    const anna = someone();
    await anna.starts(['ice', '--minutes', '18']);
    await compared(anna, 'status', ['status']);
    for (const word of ['done', 'pause', 'resume', 'extend', 'stop']) await compared(anna, word, [word]);
  });

  it('says what is known of a session that was interrupted, of a break that is due, and of a reminder', () => {
    const { session, now } = new Run(stretchScript(['cat-cow'])).ready();
    const stored = { v: 1 as const, pid: 7, process: 'this one', session, planned: 0, cutAt: now };
    const breaks = { every: 60_000, nextAt: now, due: { move: 'steps', at: now } };
    const move = { id: 'steps', name: 'A few steps', cue: 'Walk.' } as BreakMove;
    const reminders = remindersDocument([{ therapy: 'ice', at: now, pid: 7, process: 'this one' }]);
    expect([
      ...problemsWith({ schemaVersion: 1, ...sessionStatus([stored], [stored], now), reminders }, 'status'),
      ...problemsWith(
        { schemaVersion: 1, ...breaksStatus({ breaks, move, today: 2, now: new Date(now) }, 2) },
        'breaks status',
      ),
    ]).toEqual([]);
  });

  it('says what each command prints with a full one, and what those print that change it', async () => {
    const anna = await withMuch();
    const words = ['--medicine', 'ibuprofen', '--trigger', 'lifting', '--note', 'my leg is numb'];
    const { id } = (await compared(anna, 'log', ['log', '6', ...words])).entry;
    await compared(anna, 'triage', ['triage', '--answers', '-'], '{"signs":["fever"],"unsure":["weight-loss"]}');
    await compared(anna, 'plan remind --notify', ['plan', 'remind', '--notify']);
    await readsAll(anna);
    await compared(anna, 'triage', ['triage', '--answers', '-'], JSON.stringify(ORDINARY_ANSWERS));
    await compared(anna, 'log edit', ['log', 'edit', id, '--pain', '5']);
    await compared(anna, 'log show', ['log', 'show', id]);
    await compared(anna, 'log remove', ['log', 'remove', id]);
    await compared(anna, 'log undo', ['log', 'undo']);
    await compared(anna, 'log peg', ['log', 'peg', '6', '5', '7']);
    await compared(anna, 'log exercise', ['exercise', 'swim', '30m']);
    await compared(anna, 'log seen', ['log', 'seen']);
    const { entries } = await compared(anna, 'log list', ['log', 'list', '--kind', 'pain']);
    await compared(anna, 'log split', ['log', 'split', entries[3]!.id]);
    const { episodes } = await compared(anna, 'log episodes', ['log', 'episodes']);
    await compared(anna, 'log merge', ['log', 'merge', episodes[0]!.id]);
    await compared(anna, 'log resolved', ['log', 'resolved']);
    await compared(anna, 'log import', ['log', 'import', 't.csv', '--dry-run']);
    await compared(anna, 'log import', ['log', 'import', 't.csv', '--yes']);
    await compared(anna, 'log undo', ['log', 'undo']);
    await compared(anna, 'log restore with a backup', ['log', 'restore', 'latest', '--yes']);
    await compared(anna, 'log purge', ['log', 'purge', id, '--yes']);
    await compared(anna, 'config set', ['config', 'set', 'sound', 'off']);
    await compared(anna, 'config set', ['config', 'set', 'ice-minutes', '12']);
    await compared(anna, 'config reset', ['config', 'reset', 'sound']);
    await compared(anna, 'config get', ['config', 'get', 'ice-minutes']);
    await compared(anna, 'remind', ['remind', 'off']);
    await readsAll(anna);
  });
});
