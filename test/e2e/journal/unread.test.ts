import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { preloading } from '../harness/quoting.ts';
import { runProgram } from '../process.ts';
import { closeTerminals } from '../terminal.ts';
import { HURRIED } from '../support/hurried.ts';
import { forgetPeople, newPerson } from './person.ts';

const preload = fileURLToPath(new URL('../harness/deaf.cjs', import.meta.url));
const NUMB = 'my left foot is numb since this morning';
const UNREAD = /a bug kept .+ from being checked for warning signs \(.*broken on purpose\).*unspasm triage/;

/** What has the program fall over what it reads. */
function fault(kind: 'data' | 'word' | 'answer') {
  return { ...preloading(preload), FAULT: kind };
}

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

describe('an entry whose words a fault keeps from being read', () => {
  it.each([
    ['a note', ['5', NUMB], { pain: 5, note: NUMB }],
    ['a note alone', ['--note', NUMB], { note: NUMB }],
    ['a medicine', ['--medicine', 'a whole packet'], { medicine: 'a whole packet' }],
    ['a visit', ['seen', '--note', NUMB], { kind: 'seen', note: NUMB }],
  ])('is kept and acknowledged, and the fault is named: %s', async (_what, args, entry) => {
    const anna = newPerson(fault('data'));
    const { code, stdout, stderr } = await anna.run(['log', ...args]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Logged for .*\n$/);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(UNREAD);
    expect(stderr).not.toContain('    at ');
    expect(anna.entries()).toMatchObject([entry]);
  });

  it('says in its document that it was not read', async () => {
    const anna = newPerson(fault('data'));
    expect(await anna.document(['log', '5', NUMB])).toMatchObject({
      entry: { note: NUMB },
      warningSignsChecked: false,
    });
    expect(await newPerson().document(['log', '5', NUMB])).not.toHaveProperty('warningSignsChecked');
  });

  it('is on the disk before it is read: a kill in the middle of that loses nothing', async () => {
    const anna = newPerson();
    const { signal } = await anna.run(['log', '5', NUMB], { env: { ...fault('data'), FAULT: 'kill' } });
    expect(signal).toBe('SIGKILL');
    expect(anna.entries()).toMatchObject([{ pain: 5, note: NUMB }]);
  });

  it.each([['today'], ['log', '4'], ['walk', '--no-save'], ['log', 'seen'], ['today', '--json']])(
    'is read by the next command: %s %s',
    async (...args) => {
      const anna = newPerson();
      await anna.run(['log', '5', NUMB], { env: { ...fault('data'), FAULT: 'kill' } });
      const { stdout, stderr } = await anna.run(args, { clock: HURRIED });
      const isOver = args.includes('seen');
      expect(/GO TO AN EMERGENCY DEPARTMENT/.test(stdout + stderr)).toBe(!isOver);
      if (!isOver) expect(anna.entries().filter(({ signs }) => signs)).toMatchObject([{ note: NUMB }]);
      if (args.includes('--json')) expect(JSON.parse(stdout)).toMatchObject({ heard: { signs: [expect.any(String)] } });
      const again = await anna.run(['today']);
      expect(again.stdout).not.toContain('GO TO AN EMERGENCY DEPARTMENT');
    },
  );

  it('is kept where it is typed at a prompt, too', async () => {
    const anna = newPerson(fault('data'));
    const terminal = anna.startTerminal(['log']);
    await terminal.waitFor(/1\/6 [^]*Esc/);
    terminal.type('5');
    for (const place of [2, 3, 4, 5]) {
      await terminal.waitFor(new RegExp(`${place}/6 [^]*Esc`));
      terminal.type('-');
    }
    await terminal.waitFor(/6\/6 [^]*Esc/);
    terminal.type(NUMB);
    terminal.press('enter');
    expect(await terminal.exited()).toMatchObject({ code: 0 });
    expect(terminal.transcript().replace(/\s+/g, ' ')).toMatch(/Logged for/);
    expect(anna.entries()).toMatchObject([{ pain: 5, note: NUMB }]);
  });

  it('that is edited is changed, and the signs that were heard in its former words stay', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', NUMB);
    const { code, stdout, stderr } = await anna.run(['log', 'edit', id, '--note', `${NUMB}, boom`], {
      env: fault('word'),
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Changed the entry for/) });
    expect(stderr.replace(/\s+/g, ' ')).toMatch(UNREAD);
    expect(anna.entries()).toMatchObject([{ note: `${NUMB}, boom`, signs: ['leg-numbness-weakness'] }]);
  });
});

describe('a warning sign that a fault keeps from being answered', () => {
  it('is kept with the note, and named all the same', async () => {
    const anna = newPerson(fault('answer'));
    const { code, stdout, stderr } = await anna.run(['log', '--note', NUMB]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Logged for/) });
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/warning sign: New or worse numbness.* get medical help now/);
    expect(anna.entries()).toMatchObject([{ note: NUMB, signs: ['leg-numbness-weakness'] }]);
  });
});

describe('a question that a fault keeps from being read', () => {
  const input = `boom ${NUMB}\nshould I use a cold pack\n${NUMB}\n`;

  it('costs no other question of a batch', async () => {
    const { code, stdout, stderr } = await runProgram(['faq', '-', '--json'], { input, env: fault('word') });
    const documents = stdout.trim().split('\n');
    expect(documents.map((line) => JSON.parse(line) as object)).toMatchObject([
      {
        query: `boom ${NUMB}`,
        answered: false,
        warningSigns: [],
        warningSignsChecked: false,
        error: { code: 'fault' },
      },
      { answered: true, warningSigns: [] },
      { warningSigns: [{ id: 'leg-numbness-weakness' }] },
    ]);
    expect(documents[1]).not.toContain('warningSignsChecked');
    expect(stderr).toMatch(UNREAD);
    expect(stderr).toContain('a bug kept question 1 from');
    expect(code).toBe(1);
  });

  it('costs no other question in words', async () => {
    const { code, stdout } = await runProgram(['faq', '-'], { input, env: fault('word') });
    expect(stdout).toMatch(/^\? boom[^]*This couldn't be looked up[^]*Ice in the first days[^]*GO TO AN EMER/);
    expect(code).toBe(1);
  });

  it('is answered by the guide where it alone could not be checked', async () => {
    const asked = await runProgram(['faq', 'should I use a cold pack'], { env: fault('data') });
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining('Ice in the first days') });
    expect(asked.stderr).toMatch(UNREAD);
  });

  it('of a report does not stand in its way', async () => {
    const anna = newPerson(fault('data'));
    await anna.does(['log', '5']);
    const { code, stdout, stderr } = await anna.run(['report', '--ask', NUMB, '--output', '-']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('left foot') });
    expect(stderr).toMatch(UNREAD);
  });
});

describe('an entry that was kept once more with its warning signs', () => {
  const signs = ['leg-numbness-weakness'];

  it('is undone in one step, and brought back in one', async () => {
    const anna = newPerson();
    await anna.logs('6', NUMB);
    expect(await anna.does(['log', 'undo'])).toContain('Undone: removed');
    expect(anna.entries()).toEqual([]);
    expect(await anna.does(['log', 'undo'])).toContain('Undone: restored');
    expect(anna.entries()).toMatchObject([{ note: NUMB, signs }]);
  });

  it('goes back to its former words in one step', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'just stiff');
    await anna.does(['log', 'edit', id, '--note', NUMB]);
    expect(anna.entries()).toMatchObject([{ note: NUMB, signs }]);
    await anna.does(['log', 'undo']);
    const [entry] = anna.entries() as [Entry];
    expect(entry.note).toBe('just stiff');
    expect(entry).not.toHaveProperty('signs');
  });
});
