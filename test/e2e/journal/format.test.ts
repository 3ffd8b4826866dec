import { expect } from 'vitest';
import { type Field, FIELDS, KINDS } from '../../../src/journal/core/fields.ts';
import type { JournalLine } from '../../../src/journal/core/records.ts';
import { fieldsOf } from '../../../src/journal/core/undo.ts';
import { problemsOf } from '../../journal/format/schema.ts';
import { test, type Someone } from '../session/person.ts';
import { HURRIED } from '../support/hurried.ts';

const TABLE: ReadonlyMap<string, Field> = new Map(Object.entries(FIELDS));
const CHECK = JSON.stringify({ signs: ['fever'], unsure: ['upper-back'], answers: { pain: 6, onset: '1-3-days' } });

const ENTRY = ['--area', 'lower', '--trigger', 'lifting', '--helped', 'ice', '--limited', '--medicine', 'ibuprofen'];

/** Has each command that makes entries make one. */
async function writeEveryKind(anna: Someone): Promise<void> {
  await takeBreak(anna);
  await anna.does(['log', '6', 'stiff', ...ENTRY]);
  await anna.does(['log', ...ENTRY, '--note', 'with food']);
  await anna.does(['log', '--note', "can't feel my left foot since this morning"]);
  await anna.does(['triage', '--answers', '-'], { input: CHECK });
  await anna.does(['stretch', 'knee-to-chest'], { clock: HURRIED });
  await anna.does(['log', 'seen', '--note', 'hospital, sent home']);
  await anna.does(['log', 'resolved']);
  await anna.does(['log', 'peg', '6', '5', '7']);
  await anna.does(['log', 'import', '-'], { input: 'at,pain,note\n2026-06-17 10:00,4,from a table\n' });
  await anna.does(['log', 'import', '-'], { input: 'at,activity,minutes\n2026-06-17 11:00,swim,30\n' });
  const { episodes } = JSON.parse(await anna.does(['log', 'episodes', '--json'])) as { episodes: { id: string }[] };
  await anna.does(['log', 'merge', episodes[0]!.id]);
  await anna.does(['log', 'split', episodes[0]!.id]);
}

async function takeBreak(anna: Someone): Promise<void> {
  const { terminal, clock, press } = anna.sit(['breaks']);
  await terminal.waitFor('to the next break');
  await clock.minutes(31);
  await terminal.waitFor('Time to get up');
  await press('enter');
  await terminal.waitFor('1 break today');
  await press('q');
}

function linesOf(anna: Someone): string[] {
  return anna.text().split('\n').filter(Boolean);
}

test('what the commands write fits the published schema, and has the fields of its kind', async ({ someone }) => {
  const anna = someone();
  await writeEveryKind(anna);
  const lines = linesOf(anna);
  expect(lines.map((line) => [line, problemsOf(line)])).toEqual(lines.map((line) => [line, []]));
  const entries = lines.map((line) => JSON.parse(line) as JournalLine).filter((line) => line.op === 'put');
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  const strange = entries.flatMap((entry) =>
    Object.keys(fieldsOf(entry)).filter((name) => !TABLE.get(name)?.kinds.includes(entry.kind)),
  );
  expect(strange).toEqual([]);
});

test('so does what they change and remove', async ({ someone }) => {
  const anna = someone();
  const id = await anna.logs('6', 'stiff');
  await anna.does(['log', 'edit', id, '--pain', '4', '--no-limited', '--at', 'yesterday 18:30']);
  await anna.does(['log', 'remove', id]);
  await anna.does(['log', 'undo']);
  const lines = linesOf(anna);
  expect(lines).toHaveLength(4);
  expect(lines.flatMap(problemsOf)).toEqual([]);
});
