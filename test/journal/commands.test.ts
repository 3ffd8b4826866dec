import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, CommandDeclaration } from '../../src/app/command.ts';
import type { Context } from '../../src/app/context.ts';
import { command as calendar } from '../../src/journal/commands/calendar.ts';
import { command as check } from '../../src/journal/commands/check.ts';
import { command as log } from '../../src/journal/commands/log.ts';
import { command as list } from '../../src/journal/commands/list.ts';
import { command as path } from '../../src/journal/commands/path.ts';
import { command as undo } from '../../src/journal/commands/undo.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { JournalLine } from '../../src/journal/core/records.ts';
import { delLine, putLine } from '../../src/journal/core/write.ts';
import type { Journal, JournalCheck } from '../../src/journal/core/journal.ts';
import { makeGlyphs } from '../../src/terminal/glyphs.ts';
import { PLAIN } from '../../src/terminal/style.ts';
import { content } from '../content/data-files.ts';
import { entry, numbersFrom } from './lines.ts';
import { inZone } from './zone.ts';

inZone('UTC', { beforeAll, afterAll });

const NOW = new Date('2026-06-18T12:00:00Z');
const MORNING = entry('2026-06-17T08:00:00+00:00', { pain: 6, note: 'stiff', dev: 'here' });
const NOON = entry('2026-06-17T12:00:00+00:00', { pain: 3, dev: 'here' });
const GOOD: JournalCheck = { files: [{ name: 'here.jsonl', lines: 2, open: false }], bad: [] };

/** What commands use of a context, with a journal in memory. */
function makeContext(lines: JournalLine[] = [], checked = GOOD) {
  const notes: string[] = [];
  const random = numbersFrom(1);
  const writing = () => ({ device: 'here', now: NOW.getTime(), after: lines.at(-1)?.rev, random });
  const add = <T extends JournalLine>(line: T): T => (lines.push(line), line);
  const journal: Partial<Journal> = {
    folder: '/journal',
    device: () => 'here',
    read: () => ({ lines, bad: [] }),
    files: () => [{ name: 'here.jsonl', lines }],
    newest: (count) => ({ entries: fold(lines).slice(0, count), bad: [] }),
    since: (time) => ({ entries: fold(lines).filter(({ at }) => Date.parse(at) >= time), bad: [] }),
    put: (fields, replaced) => add(putLine(fields, writing(), replaced)),
    remove: (removed) => void add(delLine(writing(), removed)),
    check: () => checked,
    isLost: () => false,
  };
  const context = {
    journal,
    content,
    now: () => NOW,
    locale: () => ({ zone: 'UTC' }),
    note: (more: readonly string[]) => notes.push(...more),
    page: { width: 80, framed: false, style: PLAIN, glyphs: makeGlyphs(true) },
    capabilities: { interactive: false },
    answerStore: { unread: () => [] },
  };
  return { context: context as unknown as Context, lines, notes };
}

async function answerOf(
  { run }: CommandDeclaration,
  context: Context,
  options: object = {},
  args: readonly string[] = [],
): Promise<Answer> {
  const answer = await run({ args, options: { ...options } }, context);
  if (!answer) throw new Error('there was no answer');
  return answer;
}

describe('log', () => {
  it('adds an entry, and confirms how it was understood, to people and to scripts', async () => {
    const { context, lines } = makeContext();
    const answer = await answerOf(log, context, { area: ['lower'], at: '2h ago' }, ['6']);
    expect(lines).toMatchObject([
      { kind: 'pain', pain: 6, areas: ['lower'], at: '2026-06-18T10:00:00+00:00', tz: 'UTC' },
    ]);
    const id = lines[0]!.id.slice(-5).toLowerCase();
    expect(answer.lines()).toEqual([`Logged for Thu 18 Jun 10:00, today: pain 6; lower back, id ${id}`]);
    expect(answer.document()).toEqual({ entry: expect.objectContaining({ id: lines[0]!.id, pain: 6 }) as object });
  });

  it('saves no words that are only space, and refuses an entry of nothing else', async () => {
    const { context, lines } = makeContext();
    await answerOf(log, context, { medicine: [' '] }, ['6', ' ']);
    await answerOf(log, context, { note: ' ' }, ['5']);
    expect(lines.map(({ id: _id, rev: _rev, ...line }) => Object.keys(line))).toEqual(
      lines.map(() => ['v', 'op', 'dev', 'kind', 'at', 'pain', 'tz']),
    );
    for (const options of [{ note: ' ' }, { medicine: [' '] }])
      await expect(answerOf(log, context, options)).rejects.toMatchObject({ code: 'empty-entry' });
  });

  it('lists the newest entries where nobody can be asked', async () => {
    const { document } = await answerOf(log, makeContext([MORNING, NOON]).context);
    expect(document()).toMatchObject({ entries: [{ id: NOON.id }, { id: MORNING.id }] });
  });

  it('names the subcommand that was perhaps meant', async () => {
    const answer = answerOf(log, makeContext().context, {}, ['lisst']);
    await expect(answer).rejects.toThrow(/^"lisst" isn't a pain rating \(did you mean "?list"?\?\)/);
  });
});

it('log list answers with what the filters leave', async () => {
  const { context } = makeContext([MORNING, NOON]);
  const { document, lines } = await answerOf(list, context, { search: 'STIFF' });
  expect(document()).toMatchObject({ entries: [{ id: MORNING.id }] });
  expect(lines()).toHaveLength(1);
  expect((await answerOf(list, context, { kind: ['peg'] })).lines()).toEqual(['No entry matches that.']);
});

it('log undo removes the entry that was added last, and a second undo restores it', async () => {
  const { context, lines } = makeContext([MORNING, NOON]);
  expect((await answerOf(undo, context)).document()).toMatchObject({ done: 'taken-back', entry: { id: NOON.id } });
  expect(fold(lines).map(({ id }) => id)).toEqual([MORNING.id]);
  expect((await answerOf(undo, context)).document()).toMatchObject({ done: 'brought-back', entry: { id: NOON.id } });
  expect(fold(lines).map(({ id }) => id)).toEqual([NOON.id, MORNING.id]);
});

it('log calendar counts what began the day before, by whichever clock, and reads no further back', async () => {
  const late = { kind: 'session', therapy: 'walk', minutes: 1439, took: 1439, painBefore: 8, painAfter: 7 } as const;
  const session = entry('2026-05-31T00:02:00+14:00', { ...late, dev: 'here' });
  const { context } = makeContext([entry('2026-05-28T12:00:00Z'), session]);
  const read: number[] = [];
  const { since } = context.journal;
  const watched = { ...context.journal, since: (time: number) => (read.push(time), since(time)) };
  const { document } = await answerOf(calendar, { ...context, journal: watched });
  const { days } = document() as { days: { date: string; worst?: number }[] };
  expect(days[0]).toMatchObject({ date: '2026-06-01', worst: 7 });
  expect(read).toEqual([Date.parse('2026-05-30T00:00:00Z')]);
});

it('log calendar answers with the days until today', async () => {
  const { document } = await answerOf(calendar, makeContext([MORNING, NOON]).context);
  const { days } = document() as { days: { date: string; worst?: number }[] };
  expect(days).toHaveLength(18);
  expect(days[16]).toMatchObject({ date: '2026-06-17', worst: 6 });
});

it('log check fails after its answer, when lines are bad', async () => {
  const bad = [{ file: 'here.jsonl', line: 2, why: 'it is cut off' }];
  const answer = await answerOf(check, makeContext([], { ...GOOD, bad, aside: '/aside' }).context);
  expect(answer.document()).toMatchObject({ bad });
  expect(() => void answer.after?.()).toThrow("1 line of the journal can't be read");
  const { after } = await answerOf(check, makeContext().context);
  expect(() => void after?.()).not.toThrow();
});

it('log path answers with the folder', async () => {
  const { document, lines } = await answerOf(path, makeContext().context);
  expect([document(), lines()]).toEqual([{ folder: '/journal' }, ['/journal']]);
});
